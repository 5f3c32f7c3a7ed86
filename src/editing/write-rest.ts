import { touchArticle } from '../articles/article.repository.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { recordEvents, type Happening } from '../events/event.repository.js';
import { noteJudged } from '../claims/claim.repository.js';
import { countCleared } from '../findings/cleared-findings.js';
import { writeTally } from '../findings/finding.repository.js';
import { countCitations, type CitationCount } from '../sources/reference.repository.js';
import type { HeldArticle } from './article-state.js';
import type { Totals } from './write-judgement.js';

/**
 * What a change writes last, and several changes that are written one after the other write once: no trigger keeps how it
 * stood at an event, or asks when it came.
 */
export interface Rest {
  /** The sequence number of the article's newest event before it. */
  readonly from: number;
  /** The article with it. */
  readonly after: HeldArticle;
  readonly events: readonly Happening[];
  readonly counts: readonly CitationCount[];
  /** Ids of claims that were judged and stand as before. */
  readonly judgedIds: readonly string[];
  /** Null: they stay. */
  readonly totals: Totals | null;
  readonly at: Date;
}

/**
 * Sends what is written once for changes of one article: how often it cites what, their events, the article itself, its
 * totals after the last, and all that came and went. Call it under the article's lock, after what else they write.
 *
 * @param rests of one change at least, in order
 */
export async function writeRest(
  connection: WorkspaceConnection,
  workspaceId: string,
  rests: readonly Rest[],
): Promise<void> {
  const [first, last] = [rests[0]!, rests.at(-1)!];
  const { id, eventSeq, relationsVersion } = last.after;
  const events = rests.flatMap((each) => each.events);
  const totals = totalsOf(rests);
  await Promise.all([
    countCitations(
      connection,
      workspaceId,
      rests.flatMap(({ counts }) => counts),
    ),
    noteJudged(connection, workspaceId, [...new Set(rests.flatMap(({ judgedIds }) => judgedIds))], last.at),
    recordEvents(connection, workspaceId, id, first.from, events),
    touchArticle(connection, workspaceId, id, { eventSeq, relationsVersion, at: last.at }),
    totals?.missing && countCleared(connection, workspaceId, id),
    totals && writeTally(connection, totals.tally, totals),
  ]);
}

function totalsOf(rests: readonly Rest[]): Totals | null {
  const totals = rests.flatMap((each) => each.totals ?? []);
  const sum = (of: (each: Totals) => number): number => totals.reduce((all, each) => all + of(each), 0);
  const last = totals.at(-1);
  return last
    ? {
        tally: last.tally,
        opened: sum(({ opened }) => opened),
        fixed: sum(({ fixed }) => fixed),
        missing: totals.some(({ missing }) => missing),
      }
    : null;
}
