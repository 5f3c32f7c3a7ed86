import type { Codes } from '../database/codes.js';

/**
 * The columns of one table's rows, under one alias, with names that stay apart when several tables stand in one
 * statement. Selecting some of them leaves the others undefined in the rows: only ask for what you then read.
 */
export class Columns<R extends object> {
  private readonly names: readonly (keyof R & string)[];

  /**
   * @param prefix before every name in the statement's rows
   * @param expressions SQL of each column, of the program's own
   */
  constructor(
    readonly prefix: string,
    private readonly expressions: { readonly [C in keyof R & string]-?: string },
  ) {
    this.names = Object.keys(expressions) as (keyof R & string)[];
  }

  /** For a select list; all columns when none are named. */
  list(names: Iterable<keyof R & string> = this.names): string[] {
    return [...new Set(names)].map((name) => `${this.expressions[name]} AS ${this.prefix}${name}`);
  }

  /** In place of the columns, in a branch of a UNION that has none of them. */
  nulls(names: Iterable<keyof R & string>): string[] {
    return [...new Set(names)].map((name) => `NULL AS ${this.prefix}${name}`);
  }

  /** The SQL of one column. */
  sqlOf(name: keyof R & string): string {
    return this.expressions[name];
  }

  read(row: Readonly<Record<string, unknown>>): R {
    const read: Record<string, unknown> = {};
    for (const name of this.names) read[name] = row[this.prefix + name];
    return read as R;
  }
}

/** Which columns a GraphQL field is made from; fields that are not named need none. */
export type Needs<R> = Readonly<Record<string, readonly (keyof R & string)[]>>;

export function columnsFor<R>(
  needs: Needs<R>,
  fields: Iterable<string>,
  always: readonly (keyof R & string)[],
): (keyof R & string)[] {
  const columns = new Set(always);
  for (const field of fields) for (const column of needs[field] ?? []) columns.add(column);
  return [...columns];
}

/** The name of a code; null stays null, and what was not selected stays undefined. */
export function named<T extends string>(codes: Codes<T>, code: number): T;
export function named<T extends string>(codes: Codes<T>, code: number | null): T | null;
export function named<T extends string>(codes: Codes<T>, code: number | null): T | null {
  return code == null ? code : codes.fromCode(code);
}
