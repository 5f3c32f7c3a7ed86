import type { Viewer } from '../auth/viewer.js';
import type { Database } from '../database/database.js';
import type { Parameters } from './keyset.js';

/** The fewest characters that an index is asked for. */
const SHORTEST = 3;
/**
 * Rows that are looked up by it, at most. Of what more rows have, a page is found sooner among all rows in their order: it ends
 * when it is full.
 */
const MOST = 2_000;

/** Rows that can be looked for by a part of their words. All SQL in it must be the program's own. */
export interface SearchedWords {
  /** A function of the tables' owner: a part and a limit make ids. */
  readonly search: 'search_articles' | 'search_sources';
  /** The column of the rows' ids. */
  readonly id: string;
  /** The words of a row. */
  readonly words: string;
}

/**
 * The condition that rows have some text in their words, in any case. Where few rows have it they are looked up first, in one
 * statement.
 *
 * @returns what adds the condition to a statement whose `$1` is the workspace
 */
export async function partFilter(
  database: Database,
  viewer: Viewer,
  { search, id, words }: SearchedWords,
  part: string,
): Promise<(parameters: Parameters) => string> {
  if ([...part].length >= SHORTEST) {
    const found = await database.readWorkspace(viewer, (client) =>
      client.query<{ id: string }>(`SELECT ${search}($1, ${MOST + 1}) AS id`, [part]),
    );
    if (found.length <= MOST) {
      const ids = found.map((row) => row.id);
      return (parameters) => `${id} = ANY(${parameters.add(ids)}::uuid[])`;
    }
  }
  return (parameters) => `strpos(lower(${words}), lower(${parameters.add(part)}::text)) > 0`;
}
