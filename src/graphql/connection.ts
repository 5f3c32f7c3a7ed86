import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { decodeCursor, type KeyKind, type KeyValue } from './cursor.js';
import { badInput } from './request-error.js';

export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 20;

@ObjectType({ description: 'Where a page of a connection stands, and whether there is more on either side.' })
export class PageInfo {
  @Field({ description: 'True when rows follow this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'True when rows come before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the start, or after \`after\`: 0 to ${MAX_PAGE}; ${DEFAULT_PAGE} when neither first nor last is given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: only rows after it.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the end, or before \`before\`: 0 to ${MAX_PAGE}. Not together with first.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: only rows before it.' })
  before?: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
}

/** The classes of `XConnection` and `XEdge` for the GraphQL type `X`. */
export function connectionOf<T>(node: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `A row of a page of ${name} objects.` })
  class EdgeType {
    @Field({ description: 'The place of this row, for `after` and `before`. Opaque.' })
    cursor!: string;

    @Field(() => node, { description: 'The object itself.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} objects.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The rows, in order.' })
    edges!: EdgeType[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** A stable, total order of a connection's rows. */
export interface Order {
  /** Names the connection and the order; stands in its cursors. */
  readonly name: string;
  readonly kinds: readonly KeyKind[];
}

/** A page as it is asked for, checked. */
export interface Page {
  readonly size: number;
  /** False: the rows nearest to the end are wanted. They are answered in the connection's order all the same. */
  readonly forward: boolean;
  readonly after: readonly KeyValue[] | null;
  readonly before: readonly KeyValue[] | null;
}

/** @throws RequestError BAD_USER_INPUT for sizes and cursors that no page can have */
export function readPage(args: PageArgs, order: Order): Page {
  const { first, last } = args;
  if (first != null && last != null) {
    throw badInput(['last'], 'first and last together have no clear meaning; give one of them');
  }
  for (const [name, value] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (value != null && (value < 0 || value > MAX_PAGE)) {
      throw badInput([name], `${value} is not from 0 to ${MAX_PAGE}; ask for more in several pages, with cursors`);
    }
  }
  return {
    size: first ?? last ?? DEFAULT_PAGE,
    forward: last == null,
    after: readCursor('after', args.after, order),
    before: readCursor('before', args.before, order),
  };
}

function readCursor(name: string, cursor: string | null | undefined, order: Order): KeyValue[] | null {
  if (cursor == null) return null;
  const key = decodeCursor(cursor, order.name, order.kinds);
  if (key) return key;
  throw badInput(
    [name],
    'not a cursor of this connection in this order; take one from pageInfo or an edge, or leave it out',
  );
}

/**
 * The answer to a page from the rows that were found for it.
 *
 * @param found in the connection's order: at most one row more than the page's size, the row that proves there is more
 * standing at the end (or at the start when the page is read backward)
 */
export function toConnection<T>(page: Page, found: readonly Edge<T>[]): Connection<T> {
  const more = found.length > page.size;
  const edges = !more ? found : page.forward ? found.slice(0, page.size) : found.slice(found.length - page.size);
  return {
    edges,
    pageInfo: {
      // A cursor was a row when it was given out, so there is something on its far side.
      hasNextPage: page.forward ? more || page.before !== null : page.before !== null,
      hasPreviousPage: page.forward ? page.after !== null : more || page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
