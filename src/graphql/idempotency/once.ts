import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import type { Database } from '../../database/database.js';
import { bad, type GraphqlRequest } from '../graphql-request.js';
import { RequestError } from '../request-error.js';
import { keepAnswer, takeKey } from './kept-answer.repository.js';

/** How soon to ask again while the first request is under way, in seconds. */
export const RETRY_AFTER_S = 1;

/**
 * Does a mutation once, however often it is asked for with one key, and over whichever of the two transports: the first
 * time it is run, and after that its answer is repeated. All that it changes, and the answer, are stored in one
 * transaction, so that whatever ends the process or the connection leaves either both or neither.
 *
 * @param run the mutation, for the scope that it is given; it adds to `secrets` what is not to be kept
 * @returns the answer, as JSON
 * @throws RequestError IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE; and whatever `run` throws
 */
export async function once(
  database: Database,
  viewer: Viewer,
  key: string,
  asked: GraphqlRequest,
  run: (scope: Viewer, secrets: Set<string>) => Promise<ExecutionResult>,
): Promise<{ readonly text: string; readonly isReplayed: boolean }> {
  const whose = { workspaceId: viewer.workspaceId, actorId: viewer.memberId, key };
  const requestHash = hashOf(asked);
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
      const secrets = new Set<string>();
      const result = await run(scope, secrets);
      const text = JSON.stringify(result);
      if (isEmpty(result)) throw new NothingDone(text);
      await keepAnswer(connection, whose, { requestHash, answer: without(secrets, result, text) });
      return { text, isReplayed: false };
    });
  } catch (error) {
    if (error instanceof NothingDone) return { text: error.answer, isReplayed: false };
    throw error;
  }
}

/** What is kept of an answer: null stands for each secret, whatever the caller called its field. */
const without = (secrets: ReadonlySet<string>, result: ExecutionResult, text: string): string =>
  secrets.size === 0
    ? text
    : JSON.stringify(result, (_key, value: unknown) =>
        typeof value === 'string' && secrets.has(value) ? null : value,
      );

/** No field has a value: nothing was done, and each error at the top says why. */
const isEmpty = ({ data }: ExecutionResult): boolean => Object.values(data ?? {}).every((field) => field === null);

/** Carries out of a transaction an answer that is not kept: the same request may succeed the next time. */
class NothingDone extends Error {
  constructor(readonly answer: string) {
    super('nothing was done');
  }
}

/** Requests are the same when their documents, operations and variables are, character by character. */
const hashOf = ({ query, operationName, variables }: GraphqlRequest): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([query, operationName, variables]), 'utf8')
    .digest();

/**
 * @param where the key stood, for people
 * @throws RequestError BAD_REQUEST for what can be no key
 */
export function checkKey(key: unknown, where: string): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw bad(`${where} must have 1 to 200 visible ASCII characters`);
}
