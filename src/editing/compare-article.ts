import { storeComparisons } from '../claims/comparison.repository.js';
import type { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Comparison } from '../judging/comparison.js';
import type { CitationsToCompare } from '../judging/comparing/compare-all.js';
import { changeHeld, type Actor, type EditHappening } from './change-article.js';
import { citingSources } from './citing.js';
import { madeFrom } from './comparisons-of.js';
import { holdArticle, loadArticle } from './load-article.js';
import { keepCompared } from './settle-comparisons.js';
import { headsFor, sourcesWithTexts } from './snapshots-for.js';
import { basisWith, citationsToCompare, comparable, type Comparable } from './to-compare.js';

/** Compares, beside the main thread. */
export type CompareAll = (given: CitationsToCompare) => Promise<Comparison[]>;

/** How long a statement may run that reads or writes an article's comparisons, in milliseconds. */
const STATEMENT_LIMIT_MS = 120_000;
/** Of more claims than this all of the article is read: that is quicker than to look around each. */
const MANY = 300;

/** What of an article is compared, and how its history tells what followed. */
export interface Comparing {
  readonly articleId: string;
  /**
   * The source that got a text; null: nothing but a change of the article left something to compare. Of an article that cites
   * the source, what rests on whether it has a text is judged, too, and citations whose quote was not found are compared again:
   * the text may have it.
   */
  readonly capturedOf: string | null;
  readonly happening: EditHappening;
  /** Shares the transaction in which the comparisons are stored. */
  readonly also?: (connection: WorkspaceConnection) => Promise<void>;
}

/**
 * Compares what of an article was not compared yet, as it stands: the texts are read and compared while nobody waits; what
 * is the same still under the article's lock is stored, and judged. Safe to run twice. Only an article on which that has an
 * effect has it in its history.
 *
 * @returns how many citations were compared
 */
export async function compareArticle(
  database: Database,
  actor: Actor,
  compareAll: CompareAll,
  { articleId, capturedOf, happening, also }: Comparing,
): Promise<number> {
  const { workspaceId } = actor;
  const limits = { statementTimeoutMs: STATEMENT_LIMIT_MS };
  const given = await database.readWorkspace(
    actor,
    async (connection) => {
      const article = await holdArticle(connection, workspaceId, { article: articleId }, 'look');
      if (!article) return null;
      const state = await loadArticle(connection, workspaceId, article, 'all', new Date(), 'look');
      const wanted = comparable(state).filter((each) => isWanted(each, capturedOf !== null));
      if (wanted.length === 0) return null;
      const heads = await headsFor(connection, workspaceId, state, wanted);
      const sources = await sourcesWithTexts(connection, workspaceId, state, heads);
      return { wanted, sources, language: article.language };
    },
    limits,
  );
  const comparisons =
    given === null
      ? []
      : await compareAll({
          language: given.language,
          sources: given.sources,
          citations: citationsToCompare(given.wanted),
        });
  const found = new Map(
    (given?.wanted ?? []).map(({ claim, citation, source }, i) => [
      citation.id,
      {
        madeFrom: madeFrom(claim, citation.quote, source, given!.language),
        comparison: comparisons[i]!,
      },
    ]),
  );
  await database.withWorkspace(
    actor,
    async (connection) => {
      const around = [...new Set((given?.wanted ?? []).map(({ claim }) => claim.id))];
      if (found.size > 0 || capturedOf !== null) {
        await store(connection, actor, { articleId, capturedOf, happening, around }, found);
      }
      await also?.(connection);
    },
    limits,
  );
  return found.size;
}

const isWanted = ({ comparison }: Comparable, lookElsewhere: boolean): boolean =>
  comparison.state === 'PENDING' ||
  (lookElsewhere &&
    comparison.state === 'COMPARED' &&
    comparison.quotes.some(({ result, short }) => result !== 'VERBATIM' && !short));

async function store(
  connection: WorkspaceConnection,
  actor: Actor,
  { articleId, capturedOf, happening, around }: Comparing & { readonly around: readonly string[] },
  found: ReadonlyMap<string, { readonly madeFrom: string; readonly comparison: Comparison }>,
): Promise<void> {
  const article = await holdArticle(connection, actor.workspaceId, { article: articleId });
  if (!article) return;
  const citing = capturedOf === null ? {} : { citingSources: [capturedOf] };
  const scope = around.length > MANY ? ('all' as const) : { around, ...citing };
  await changeHeld(connection, actor, article, { scope, silent: true }, async (edit) => {
    const { language } = edit.state.article;
    const compared = comparable(edit.state).flatMap((each) => {
      const result = found.get(each.citation.id);
      // What changed meanwhile is compared by whoever changed it.
      if (result?.madeFrom !== madeFrom(each.claim, each.citation.quote, each.source, language)) return [];
      const basis = basisWith(edit.state, each, result.comparison);
      return [{ citationId: each.citation.id, claimId: each.claim.id, basis, ...result }];
    });
    keepCompared(edit, compared);
    edit.touch(
      'comparisons',
      compared.map(({ claimId }) => claimId),
    );
    if (capturedOf !== null) edit.touch('sources', citingSources(edit, new Set([capturedOf])));
    // Not among what the edit writes: it is to be kept also where nothing follows from it.
    await storeComparisons(connection, actor.workspaceId, compared, edit.at);
    edit.happen(happening);
  });
}
