import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { locatedError } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import type { Database } from '../../database/database.js';
import { DatabaseUnavailableError, StatementTimeoutError } from '../../database/errors.js';
import { graphql } from '../../telemetry/instruments.js';
import { formatErrors, tellWhenAgain, type FaultLog } from '../error-formatter.js';
import { charged, readGraphqlRequest, wantsGraphqlResponse } from '../http-hooks.js';
import { checkCost } from '../limits/cost.js';
import type { RateLimits } from '../limits/rate.js';
import { operationBegins, operationEnds, operationLeft } from '../operation-telemetry.js';
import { placeOperation } from '../reading-place.js';
import type { OperationPlans, PreparedField } from './operation-plans.js';
import type { Read } from './plan.js';
import type { Plans } from './plans.js';
import type { Variables } from './shape.js';

/** Requests that have paid for their operation, though the ordinary way is to answer them after all. */
const paid = new WeakSet<FastifyRequest>();

export const hasPaid = (request: FastifyRequest): boolean => paid.has(request);

/**
 * Answers a query of which there is a plan. All others pass by to Mercurius, and so does whatever is unusual about this
 * one: a variable or an argument that does not fit, too high a cost, a fault while the answer is written. It is told
 * there, in one way for all.
 */
export function answerByPlan(
  plans: Plans,
  database: Database,
  rates: RateLimits,
  log: FaultLog,
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    if (!request.viewer) return undefined;
    const { query, operationName, variables, extensions } = readGraphqlRequest(request);
    const found = plans.find(query, operationName);
    if (!found) return undefined;
    const fields = found.prepare(request.viewer.workspaceId, variables);
    const objects = fields && costOf(found, operationName, variables);
    // Last, for it counts a read.
    const viewer = objects === null ? null : placed(database, request.viewer, reply, extensions['position']);
    if (fields === null || objects === null || viewer === null) {
      graphql.plans.inc({ outcome: 'passed on' });
      return undefined;
    }
    charged(reply, (payer) => rates.charge(payer, objects));
    paid.add(request);
    const attempt = {};
    operationBegins(found.document, operationName, attempt);
    try {
      const text = written(fields, await read(fields, viewer));
      operationEnds(attempt, {});
      graphql.plans.inc({ outcome: 'answered' });
      return reply.send(text);
    } catch (error) {
      const { failed, field } = error as FailedField;
      // Another attempt would only load a database that is at its end.
      if (!(failed instanceof StatementTimeoutError || failed instanceof DatabaseUnavailableError)) {
        log(randomUUID(), failed);
        operationLeft(attempt);
        graphql.plans.inc({ outcome: 'failed' });
        return undefined;
      }
      graphql.plans.inc({ outcome: 'errored' });
      const errors = [locatedError(failed, field.nodes, [field.key])];
      operationEnds(attempt, { errors });
      const { statusCode, response } = formatErrors(
        { data: null, errors },
        { graphqlResponse: wantsGraphqlResponse(request), log },
      );
      tellWhenAgain(reply, response.errors);
      return reply.code(statusCode).send(JSON.stringify({ errors: response.errors, data: null }));
    }
  };
}

/** Who asks, with where that is read; null: what was sent with it cannot be right. */
function placed(database: Database, viewer: Viewer, reply: FastifyReply, position: unknown): Viewer | null {
  const context = { viewer, reply };
  try {
    placeOperation(database, 'query', context, position);
    return context.viewer;
  } catch {
    return null;
  }
}

/** How many objects the operation can bring back; null: too many. */
function costOf(
  { schema, document }: OperationPlans,
  operationName: string | null,
  variables: Variables,
): number | null {
  try {
    return checkCost(schema, document, operationName, variables);
  } catch {
    return null;
  }
}

class FailedField extends Error {
  constructor(
    readonly field: PreparedField,
    readonly failed: unknown,
  ) {
    super(field.key);
  }
}

/** @throws FailedField */
function read(fields: readonly PreparedField[], viewer: Viewer): Promise<Read[]> {
  return Promise.all(
    fields.map(async (field) => {
      try {
        return await field.read(viewer);
      } catch (error) {
        throw new FailedField(field, error);
      }
    }),
  );
}

/** The text of the answer. @throws FailedField */
function written(fields: readonly PreparedField[], values: readonly Read[]): string {
  const texts = fields.map((field, i) => {
    try {
      return `${JSON.stringify(field.key)}:${values[i]!.write()}`;
    } catch (error) {
      throw new FailedField(field, error);
    }
  });
  return `{"data":{${texts.join(',')}}}`;
}
