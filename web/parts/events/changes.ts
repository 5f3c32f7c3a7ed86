import { PROPERTY_NAMES } from './property-names.js';

/** What an event changed of one property. */
export interface Change {
  /** "csl.title" is the title in a record of a source. */
  readonly name: string;
  /** Null or undefined: it was not there. */
  readonly before: unknown;
  /** Null or undefined: it is not there any more. */
  readonly after: unknown;
}

/** What an event says before and after, property by property; what stayed, and what says nothing to people, is left out. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [propertiesOf(before), propertiesOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => PROPERTY_NAMES[name] !== null)
    .filter((name) => !isSaidByCode(name, was) || !isSaidByCode(name, is))
    .map((name) => ({ name, before: was[name], after: is[name] }))
    .filter((change) => !isNothing(change.before) || !isNothing(change.after))
    .filter((change) => JSON.stringify(change.before ?? null) !== JSON.stringify(change.after ?? null));
}

/** Of these there is a code, which can be said in the reader's language. */
const CODED: Readonly<Record<string, string>> = { notices: 'noticed', problem: 'problemCode' };

/** Whether one side has nothing in the server's own words that a code does not say as well. */
const isSaidByCode = (name: string, side: Readonly<Record<string, unknown>>): boolean => {
  const code = CODED[name];
  return code !== undefined && (isNothing(side[name]) || !isNothing(side[code]));
};

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The record of a source is told field by field. */
function propertiesOf(data: unknown): Readonly<Record<string, unknown>> {
  if (data === null || data === undefined) return {};
  if (!isObject(data)) return { value: data };
  const { csl, ...others } = data;
  if (!isObject(csl)) return data;
  return { ...others, ...Object.fromEntries(Object.entries(csl).map(([name, value]) => [`csl.${name}`, value])) };
}
