import { toGlobalId, uuidOf, type NodeType } from './global-id.js';
import { badInput } from './request-error.js';

/** What every object of a type carries, whatever else was selected. */
export function identity<T extends NodeType>(type: T, uuid: string) {
  return { __typename: type, uuid, id: toGlobalId(type, uuid) };
}

/**
 * The UUID that an argument names. One that names nothing in the workspace is fine, and finds nothing; one that is no
 * id of the type can only be a mistake.
 *
 * @throws RequestError BAD_USER_INPUT
 */
export function uuidArgument(type: NodeType, id: string, argument: readonly string[]): string {
  const uuid = uuidOf(type, id);
  if (uuid) return uuid;
  // The text itself is not repeated: it may be anything.
  const article = /^[AEIOU]/.test(type) ? 'an' : 'a';
  throw badInput(argument, `not the id of ${article} ${type}; take ids from answers of this API`);
}

/** Text of a caller that PostgreSQL can hold. @throws RequestError BAD_USER_INPUT for a NUL or too long a text */
export function textArgument(text: string, argument: readonly string[], maxLength = 1000): string {
  if (text.includes('\0')) throw badInput(argument, 'holds a NUL character, which no text here does; take it out');
  if (text.length > maxLength) {
    throw badInput(argument, `has ${text.length} characters; the limit is ${maxLength}: use the words that matter`);
  }
  return text;
}

/** Values that one list of a filter may have. */
const MOST_VALUES = 100;

/** A list of a filter's values. @throws RequestError BAD_USER_INPUT for an empty or too long one */
export function listArgument<T>(list: readonly T[], argument: readonly string[]): readonly T[] {
  if (list.length === 0) throw badInput(argument, 'the list is empty; name a value, or leave it out');
  if (list.length > MOST_VALUES) throw badInput(argument, `${list.length} values; the limit is ${MOST_VALUES}`);
  return list;
}
