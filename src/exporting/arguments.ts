import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql';
import { deeperThan, hasPrototypeKey } from '../graphql/limits/json-depth.js';
import { LIMITS } from '../graphql/limits/limits.js';
import { textArgument } from '../graphql/ids.js';
import { badInput } from '../graphql/request-error.js';

/** What stands behind the question mark of an address. */
export type Query = Readonly<Record<string, unknown>>;

/**
 * A filter as the API has it, from JSON in an address: what is wrong with it is told as in a query.
 *
 * @param type the input type of the schema: "ClaimFilter"
 * @throws RequestError BAD_USER_INPUT
 */
export function readFilter<T>(schema: GraphQLSchema, type: string, { filter }: Query): T | null {
  if (filter === undefined || filter === '') return null;
  if (typeof filter !== 'string') throw badInput(['filter'], 'give it once');
  let value: unknown;
  try {
    value = JSON.parse(filter);
  } catch {
    throw badInput(['filter'], 'is no JSON; give an object like {"standings":["MISSING"]}, escaped for an address');
  }
  if (deeperThan(value, LIMITS.variablesDepth) || hasPrototypeKey(value)) throw badInput(['filter'], 'is too deep');
  const named = schema.getType(type);
  if (!isInputType(named)) throw new Error(`the schema has no input ${type}`);
  return coerceInputValue(value, named, (path, _value, error) => {
    throw badInput(['filter', ...path.map(String)], error.message);
  }) as T | null;
}

/** Refuses what no export knows: a filter that is misspelt would export everything. @throws RequestError BAD_USER_INPUT */
export function onlyKnown(query: Query, ...known: readonly string[]): void {
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const takes = known.length === 0 ? 'it takes nothing' : `it takes ${known.join(', ')}`;
  throw badInput([unknown.slice(0, 80)], `is not known here; ${takes}`);
}

/** The one of two names that an address must have. @throws RequestError BAD_USER_INPUT */
export function oneOf<A extends string, B extends string>(
  query: Query,
  a: A,
  b: B,
): { readonly [name in A]: string } | { readonly [name in B]: string } {
  const given = [a, b].filter((name) => query[name] !== undefined);
  const [name] = given;
  const value = name === undefined ? undefined : query[name];
  if (given.length !== 1 || typeof value !== 'string' || value === '') {
    throw badInput([name ?? a], `give either ${a} or ${b}, once`);
  }
  return { [name!]: textArgument(value, [name!]) } as { readonly [each in A]: string };
}
