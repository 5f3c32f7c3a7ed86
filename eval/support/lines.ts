import { existsSync, readFileSync } from 'node:fs';

/**
 * The objects of a file that has one JSON object a line.
 *
 * @param read makes what is wanted of one object; throws when it is not what it should be
 * @throws naming file and line, when a line is no JSON object or `read` refuses it
 */
export function readLines<T>(path: string, read: (object: Readonly<Record<string, unknown>>) => T): T[] {
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      try {
        const object: unknown = JSON.parse(line);
        if (typeof object !== 'object' || object === null) throw new Error('it is no JSON object');
        return [read(object as Readonly<Record<string, unknown>>)];
      } catch (error) {
        throw new Error(`${path}, line ${i + 1}: ${(error as Error).message}`, { cause: error });
      }
    });
}

/** @throws when the object has no string under that name */
export function stringOf(object: Readonly<Record<string, unknown>>, name: string): string {
  const value = object[name];
  if (typeof value !== 'string') throw new Error(`"${name}" is no text`);
  return value;
}

/** @throws when the object has no list of such things under that name */
export function listOf<T>(
  object: Readonly<Record<string, unknown>>,
  name: string,
  isOne: (item: unknown) => item is T,
): T[] {
  const value = object[name];
  if (!Array.isArray(value) || !value.every(isOne)) throw new Error(`"${name}" is not a list of what it should hold`);
  return value;
}
