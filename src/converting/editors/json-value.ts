/** An object as JSON.parse makes it. What stands in it is anybody's: read it with the functions of this file. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object's own value; never one of its prototype ("constructor"). */
export const get = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

/** An object that stands in another; an empty one where there is none. */
export function objectIn(object: JsonObject, key: string): JsonObject {
  const value = get(object, key);
  return isObject(value) ? value : {};
}

export function listIn(object: JsonObject, key: string): readonly unknown[] {
  const value = get(object, key);
  return Array.isArray(value) ? value : [];
}

/** The first of the keys that holds a text or a number, as text; null when none does. */
export function textIn(object: JsonObject, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = get(object, key);
    if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
  }
  return null;
}

/** A whole number from `low` to `high`; outside of it the nearer end, `low` when there is none. */
export function countIn(object: JsonObject, key: string, low: number, high: number): number {
  const value = Number(textIn(object, key) ?? low);
  return Number.isInteger(value) ? Math.min(high, Math.max(low, value)) : low;
}

/** Keys whose texts are addresses, names of styles and the like. */
const NO_WORDS =
  /^_|^(?:class(?:name)?|style|format|url|uri|src|href|link|html|type|nodetype|id|uid|key|slug|path|file|mode)$/i;

/**
 * The texts of a part whose shape nobody told: those of several words, in their order. Addresses, ids and names of
 * styles are none.
 */
export function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\S\s+\S/.test(value) && /[\p{L}\p{N}]/u.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (NO_WORDS.test(key) ? [] : wordsIn(inner)));
}
