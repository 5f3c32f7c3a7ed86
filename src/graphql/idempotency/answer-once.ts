import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, parse, type ExecutionResult } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import type { Database } from '../../database/database.js';
import { readGraphqlRequest, type GraphqlRequest } from '../http-hooks.js';
import { LIMITS } from '../limits/limits.js';
import { contextFor, type RequestContext } from '../request-context.js';
import { RequestError } from '../request-error.js';
import { keepAnswer, takeKey } from './kept-answer.repository.js';

const HEADER = 'idempotency-key';
const REPLAYED = 'idempotency-replayed';
/** How soon to ask again while the first request is under way, in seconds. */
const RETRY_AFTER_S = 1;

/** Mercurius' way to run a document. */
type GraphqlReply = FastifyReply & {
  graphql(
    source: string,
    context: RequestContext,
    variables: Readonly<Record<string, unknown>>,
    operationName: string | null,
  ): Promise<ExecutionResult>;
};

/**
 * Answers a mutation that carries an Idempotency-Key: the first time it is done, and after that its answer is repeated.
 * All that it changes, and the answer, are stored in one transaction, so that whatever ends the process or the
 * connection leaves either both or neither. Other requests pass by.
 */
export function answerOnce(database: Database): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    const { viewer } = request;
    const header = request.headers[HEADER];
    if (header === undefined || !viewer || request.method !== 'POST') return undefined;
    const asked = readGraphqlRequest(request);
    if (!isMutation(asked)) return undefined;
    const key = checkKey(header);
    const run = async (scope: Viewer): Promise<Answer> => {
      const context = contextFor(request, scope);
      const { query, variables, operationName } = asked;
      const result = await (reply as GraphqlReply).graphql(query, context, variables, operationName);
      return {
        text: JSON.stringify(result),
        isEmpty: Object.values(result.data ?? {}).every((field) => field === null),
      };
    };
    try {
      const { text, isReplayed } = await once(database, viewer, key, hashOf(asked), run);
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

interface Answer {
  readonly text: string;
  /** No field has a value: nothing was done, and each error at the top says why. */
  readonly isEmpty: boolean;
}

/** @throws RequestError IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE; and whatever `run` throws */
async function once(
  database: Database,
  viewer: Viewer,
  key: string,
  requestHash: Buffer,
  run: (scope: Viewer) => Promise<Answer>,
): Promise<{ readonly text: string; readonly isReplayed: boolean }> {
  const whose = { workspaceId: viewer.workspaceId, actorId: viewer.memberId, key };
  try {
    return await database.together(viewer, async (scope, connection) => {
      const kept = await takeKey(connection, whose);
      if (kept === 'in use') {
        throw new RequestError(
          'IDEMPOTENCY_KEY_IN_USE',
          'a request with this Idempotency-Key is being answered just now; send it again in a moment, with the same key',
        );
      }
      if (kept && !kept.requestHash.equals(requestHash)) {
        throw new RequestError(
          'IDEMPOTENCY_KEY_REUSED',
          'another request was sent with this Idempotency-Key in the last 24 hours; use a new key for a new request',
        );
      }
      if (kept) return { text: kept.answer, isReplayed: true };
      const { text, isEmpty } = await run(scope);
      if (isEmpty) throw new NothingDone(text);
      await keepAnswer(connection, whose, { requestHash, answer: text });
      return { text, isReplayed: false };
    });
  } catch (error) {
    if (error instanceof NothingDone) return { text: error.answer, isReplayed: false };
    throw error;
  }
}

/** Carries out of a transaction an answer that is not kept: the same request may succeed the next time. */
class NothingDone extends Error {
  constructor(readonly answer: string) {
    super('nothing was done');
  }
}

function isMutation({ query, operationName }: GraphqlRequest): boolean {
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens, noLocation: true });
    return getOperationAST(document, operationName)?.operation === 'mutation';
  } catch {
    // What is wrong with the document is told where it is run.
    return false;
  }
}

function checkKey(header: string | string[]): string {
  if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new RequestError('BAD_REQUEST', 'the header Idempotency-Key must have 1 to 200 visible ASCII characters');
}

/** Requests are the same when their documents, operations and variables are, character by character. */
const hashOf = ({ query, operationName, variables }: GraphqlRequest): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([query, operationName, variables]), 'utf8')
    .digest();
