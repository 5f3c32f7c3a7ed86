import type { Codes } from '../../database/codes.js';
import type { Texts } from '../../database/workspace-connection.js';
import { toGlobalId, type NodeType } from '../global-id.js';
import { NotPlanned } from './not-planned.js';
import type { Shape, ShapeField } from './shape.js';
import { timeText } from './time-text.js';

/*
 * How rows become the text of an answer, without an object in between. Each of these is made once, when a query is
 * planned, and composed with others; none of it is code in a string.
 */

/** Gives the JSON text that is made of a row. */
export type Write<R> = (row: R) => string;

export const quote = (text: string | null | undefined): string => (text == null ? 'null' : JSON.stringify(text));

/** An object of the answer. @param fieldOf how a field is written. @throws NotPlanned from `fieldOf` */
export function writeObject<R>(shape: Shape, fieldOf: (field: ShapeField) => Write<R>): Write<R> {
  const typename = JSON.stringify(shape.type.name);
  const fields = shape.fields.map((field, i) => ({
    before: `${i === 0 ? '{' : ','}${JSON.stringify(field.key)}:`,
    write: field.name === '__typename' ? () => typename : fieldOf(field),
  }));
  if (fields.length === 0) return () => '{}';
  return (row) => {
    let text = '';
    for (const { before, write } of fields) text += before + write(row);
    return text + '}';
  };
}

export function writeList<R>(rows: readonly R[], write: Write<R>): string {
  let text = '[';
  for (let i = 0; i < rows.length; i++) text += i === 0 ? write(rows[i]!) : ',' + write(rows[i]!);
  return text + ']';
}

/** Where columns of rows stand that come as texts. */
export class Slots {
  /** The SQL of each column, in order. */
  readonly expressions: string[];

  /** @param first what all such rows begin with */
  constructor(...first: readonly string[]) {
    this.expressions = [...first];
  }

  /** The place of a column; a new one when nobody has asked for it before. */
  at(sql: string): number {
    const known = this.expressions.indexOf(sql);
    return known < 0 ? this.expressions.push(sql) - 1 : known;
  }
}

/** A field of a row's own columns: told where they stand, it gives how it is written. */
export type Leaf<C extends string> = (slot: (column: C) => number) => Write<Texts>;
export type Leaves<R> = Readonly<Record<string, Leaf<keyof R & string>>>;

/** The field of a table of leaves. @throws NotPlanned */
export function leafOf<R>(leaves: Leaves<R>, { name }: ShapeField): Leaf<keyof R & string> {
  const leaf = Object.hasOwn(leaves, name) ? leaves[name] : undefined;
  if (!leaf) throw new NotPlanned(name);
  return leaf;
}

const ofColumn =
  <C extends string>(column: C, write: (text: string) => string): Leaf<C> =>
  (slot) => {
    const at = slot(column);
    return (row) => {
      const text = row[at];
      return text == null ? 'null' : write(text);
    };
  };

/** Text and what GraphQL writes as such. */
export const quoted = <C extends string>(column: C): Leaf<C> => ofColumn(column, JSON.stringify);
/** Integers and booleans, whose text is that of JSON. */
export const plain = <C extends string>(column: C): Leaf<C> => ofColumn(column, String);
export const time = <C extends string>(column: C): Leaf<C> => ofColumn(column, (text) => `"${timeText(text)}"`);
/** PostgreSQL's text of JSON has spaces and other numbers than ours. */
export const json = <C extends string>(column: C): Leaf<C> =>
  ofColumn(column, (text) => JSON.stringify(JSON.parse(text)));
export const globalId = <C extends string>(type: NodeType, column: C): Leaf<C> =>
  ofColumn(column, (uuid) => `"${toGlobalId(type, uuid)}"`);

/** A closed set, stored as codes. @throws RangeError when written, for a code that this version does not know */
export function coded<C extends string, T extends string>(codes: Codes<T>, column: C): Leaf<C> {
  const names = new Map(Object.entries<number>(codes.toCode).map(([name, code]) => [String(code), `"${name}"`]));
  return ofColumn(column, (code) => names.get(code) ?? JSON.stringify(codes.fromCode(Number(code))));
}
