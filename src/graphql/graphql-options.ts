import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply } from 'fastify';
import {
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type ParseOptions,
  type ValidationRule,
} from 'graphql';
import type { Config } from '../config/config.js';
import type { Database } from '../database/database.js';
import { formatErrors, tellWhenAgain } from './error-formatter.js';
import { faultLog } from './fault-log.js';
import { countUserErrors } from './count-user-errors.js';
import { hasRecursiveVariable } from './recursive-variables.js';
import { bad, type GraphqlRequest } from './graphql-request.js';
import { charged, checkGraphqlRequest, GRAPHQL_PATH, readGraphqlRequest, wantsGraphqlResponse } from './http-hooks.js';
import { answerOnce } from './idempotency/answer-once.js';
import { checkCost } from './limits/cost.js';
import { checkDocumentLimits } from './limits/document-limits.js';
import { LIMITS } from './limits/limits.js';
import type { Payer, RateLimits } from './limits/rate.js';
import { answerByPlan, hasPaid } from './plans/answer-by-plan.js';
import type { Plans } from './plans/plans.js';
import { placeOperation } from './reading-place.js';
import { contextOf, type RequestContext } from './request-context.js';
import { operationsOf } from './operations.js';
import { operationBegins, operationEnds } from './operation-telemetry.js';
import type { RequestError } from './request-error.js';

/** Documents whose parsed and compiled form is kept. */
const KEPT_DOCUMENTS = 256;

/** What hooks are given: over HTTP the reply, over a socket what was asked, and who pays for it. */
interface HookContext extends Pick<RequestContext, 'viewer'> {
  readonly reply?: FastifyReply;
  readonly asked?: GraphqlRequest;
  readonly payer?: Payer;
}

/** How documents are parsed and compared with the schema, over HTTP and on sockets. */
export const documentRules = ({ production }: Pick<Config, 'production'>): DocumentRules => ({
  parseOptions: { maxTokens: LIMITS.tokens },
  validateOptions: { maxErrors: LIMITS.errors, hideSuggestions: production },
  validationRules: production ? [NoSchemaIntrospectionCustomRule] : [],
});

export interface DocumentRules {
  readonly parseOptions: ParseOptions;
  readonly validateOptions: { readonly maxErrors: number; readonly hideSuggestions: boolean };
  readonly validationRules: readonly ValidationRule[];
}

/** How Mercurius serves the schema that the resolvers' decorators make. */
export function graphqlOptions(
  config: Config,
  database: Database,
  rates: RateLimits,
  plans: Plans,
): MercuriusDriverConfig {
  const log = faultLog();
  const { parseOptions, validateOptions, validationRules } = documentRules(config);
  return {
    driver: MercuriusDriver,
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: { noDuplicatedFields: true },
    transformSchema: countUserErrors,
    // Compiles in spare moments what was asked a few times; a burst of new queries compiles nothing.
    jit: { minCount: 3, eluThreshold: 0.8, maxCompilePerTick: 1, maxQueueSize: 50 },
    cache: KEPT_DOCUMENTS,
    ide: false,
    allowBatchedQueries: false,
    graphql: { parseOptions, validateOptions },
    validationRules: [...validationRules],
    // Without a schema of its own the route takes every body as it is: `checkGraphqlRequest` looks at it.
    additionalRouteOptions: {
      bodyLimit: LIMITS.bodyBytes,
      schema: {},
      preHandler: [checkGraphqlRequest, answerOnce(database), answerByPlan(plans, database, rates, log)],
    },
    context: contextOf,
    hooks: {
      preValidation: (_schema: GraphQLSchema, document: DocumentNode) => {
        checkDocumentLimits(document);
      },
      preExecution: (schema: GraphQLSchema, document: DocumentNode, context: HookContext) => {
        const { query, operationName, variables, extensions } = askedIn(context);
        const operation = getOperationAST(document, operationName)?.operation;
        if (operation === 'subscription') throw NEEDS_SOCKET();
        const objects = checkCost(schema, document, operationName, variables);
        if (context.payer) rates.charge(context.payer, objects);
        else if (context.reply && !hasPaid(context.reply.request)) {
          charged(context.reply, (payer) => rates.charge(payer, objects));
        }
        plans.learn(schema, document, query);
        if (operation) placeOperation(database, operation, context, extensions['position']);
        operationBegins(document, operationName, context);
        // A compiled query is kept by its text alone, so of several operations only the first one asked for would run.
        return operationsOf(document).length > 1 || hasRecursiveVariable(schema, document) ? { document } : undefined;
      },
      onResolution: (execution: ExecutionResult, context: HookContext) => operationEnds(context, execution),
    },
    errorFormatter: (execution: ExecutionResult, context: unknown) => {
      const answer = formatErrors(execution, {
        graphqlResponse: acceptsGraphqlResponse(context as HookContext),
        log,
      });
      tellWhenAgain((context as HookContext).reply, answer.response.errors);
      return answer;
    },
  } as unknown as MercuriusDriverConfig;
}

const askedIn = ({ asked, reply }: HookContext): GraphqlRequest => asked ?? readGraphqlRequest(reply!.request);

const acceptsGraphqlResponse = ({ reply }: HookContext): boolean => !reply || wantsGraphqlResponse(reply.request);

const NEEDS_SOCKET = (): RequestError =>
  bad('a subscription needs a WebSocket at this address, with the protocol graphql-transport-ws');
