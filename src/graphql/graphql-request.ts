import { getOperationAST, parse, type OperationTypeNode } from 'graphql';
import { deeperThan, hasPrototypeKey } from './limits/json-depth.js';
import { LIMITS } from './limits/limits.js';
import { nestsDeeperThan } from './limits/nesting.js';
import { RequestError } from './request-error.js';

/** The parts of a GraphQL request, however it was sent. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/**
 * The parts of what was sent, each in the form that it must have.
 *
 * @throws RequestError BAD_REQUEST, QUERY_TOO_LARGE
 */
export function readRequest(given: unknown): GraphqlRequest {
  if (Array.isArray(given)) throw bad('several operations in one request are not taken; send one request each');
  if (!isRecord(given)) throw bad('the body must be a JSON object with a "query"');
  const { query, operationName } = given;
  if (typeof query !== 'string' || query === '') throw bad('"query" must be text: a GraphQL document');
  if (operationName != null && typeof operationName !== 'string') throw bad('"operationName" must be text');
  const [variables = {}, extensions = {}] = ['variables', 'extensions'].map((name) => {
    const value = given[name];
    if (value != null && !isRecord(value)) throw bad(`"${name}" must be a JSON object`);
    return value ?? {};
  });
  if (deeperThan(variables, LIMITS.variablesDepth) || deeperThan(extensions, LIMITS.variablesDepth)) {
    throw new RequestError(
      'QUERY_TOO_LARGE',
      `Too large: the variables are more than ${LIMITS.variablesDepth} levels deep; write them flatter.`,
    );
  }
  // Fastify's parser refuses these in a body; values that come in another way must not have them either.
  if (hasPrototypeKey(variables) || hasPrototypeKey(extensions)) throw bad('"__proto__" is no name for a value');
  return { query, operationName: operationName ?? null, variables, extensions };
}

/**
 * Checks a document before anything parses it.
 *
 * @throws RequestError PAYLOAD_TOO_LARGE, QUERY_TOO_LARGE or GRAPHQL_PARSE_FAILED
 */
export function checkQuery(query: string): void {
  if (query.length > LIMITS.queryLength) {
    const advice = 'send values as variables, or several requests';
    throw new RequestError(
      'PAYLOAD_TOO_LARGE',
      `the query has ${query.length.toLocaleString('en')} characters; the limit is ${LIMITS.queryLength.toLocaleString('en')}: ${advice}`,
    );
  }
  // Mercurius would take a document's syntax tree, as JSON, past the limit on tokens.
  if (/^\s*(\{\s*["}]|\[|"|-?\d|(true|false|null)\s*$)/.test(query)) {
    throw new RequestError('GRAPHQL_PARSE_FAILED', 'Syntax Error: the query is no GraphQL document');
  }
  if (nestsDeeperThan(query, LIMITS.nesting)) {
    throw new RequestError(
      'QUERY_TOO_LARGE',
      `Too large: brackets nest more than ${LIMITS.nesting} deep; ask for nested objects in a request of their own.`,
    );
  }
}

/** What a request would do; null for a document in which that cannot be told: what is wrong with it is told where it is run. */
export function operationTypeOf({ query, operationName }: GraphqlRequest): `${OperationTypeNode}` | null {
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens, noLocation: true });
    return getOperationAST(document, operationName)?.operation ?? null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const bad = (message: string): RequestError => new RequestError('BAD_REQUEST', message);
