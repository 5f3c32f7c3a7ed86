import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { Database } from '../../database/database.js';
import { operationTypeOf } from '../graphql-request.js';
import { readGraphqlRequest } from '../http-hooks.js';
import { following, POSITION_HEADER } from '../reading-place.js';
import { baseUrlOf, contextFor, type RequestContext } from '../request-context.js';
import { RequestError } from '../request-error.js';
import { checkKey, once, RETRY_AFTER_S } from './once.js';

const HEADER = 'idempotency-key';
const REPLAYED = 'idempotency-replayed';

/** Mercurius' way to run a document. */
type GraphqlReply = FastifyReply & {
  graphql(
    source: string,
    context: RequestContext,
    variables: Readonly<Record<string, unknown>>,
    operationName: string | null,
  ): Promise<ExecutionResult>;
};

/** Answers a mutation that carries the header Idempotency-Key. Other requests pass by. */
export function answerOnce(database: Database): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    const { viewer } = request;
    const header = request.headers[HEADER];
    if (header === undefined || !viewer || request.method !== 'POST') return undefined;
    const asked = readGraphqlRequest(request);
    if (operationTypeOf(asked) !== 'mutation') return undefined;
    const key = checkKey(header, 'the header Idempotency-Key');
    const { query, variables, operationName } = asked;
    try {
      const whose = following(database, viewer, (position) => void reply.header(POSITION_HEADER, position));
      const { text, isReplayed } = await once(database, whose, key, asked, (scope, secrets) =>
        (reply as GraphqlReply).graphql(
          query,
          contextFor(baseUrlOf(request), scope, secrets),
          variables,
          operationName,
        ),
      );
      if (isReplayed) void reply.header(REPLAYED, 'true');
      return reply.send(text);
    } catch (error) {
      if (error instanceof RequestError && error.code === 'IDEMPOTENCY_KEY_IN_USE') {
        void reply.header('retry-after', RETRY_AFTER_S);
      }
      throw error;
    }
  };
}
