import { isDeepStrictEqual } from 'node:util';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { isProposal, type ArticleState } from './article-state.js';
import type { Actor } from './change-article.js';
import { changeHeld } from './change-article.js';
import { judgeAgain } from './judge-again.js';
import { holdArticle, loadArticle } from './load-article.js';
import { recountedTally } from './tally.js';
import { countCleared, wronglyCleared } from '../findings/cleared-findings.js';
import { setCounts } from '../sources/reference.repository.js';

/** Something that is stored and derived, and is not what the facts give. */
export interface Drift {
  readonly what:
    | 'standing'
    | 'rank'
    | 'not assessed'
    | 'relations'
    | 'due'
    | 'finding'
    | 'totals'
    | 'citations of a reference'
    | 'findings that a source would clear'
    | 'key';
  /** Of the claim, finding, reference, article or source. */
  readonly id: string;
  readonly stored: unknown;
  readonly derived: unknown;
  /** Why it is not repaired; left out for what is. */
  readonly left?: string;
}

/**
 * Works out standings, ranks, findings, totals and counts of an article anew from its facts, and tells where what is
 * stored differs. The article is held meanwhile.
 *
 * @param repair writes what the facts give
 * @returns null when there is no such article
 */
export async function recountArticle(
  connection: WorkspaceConnection,
  actor: Actor,
  articleId: string,
  at: Date,
  repair: boolean,
): Promise<Drift[] | null> {
  const { workspaceId } = actor;
  const article = await holdArticle(connection, workspaceId, { article: articleId });
  if (!article) return null;
  const state = await loadArticle(connection, workspaceId, article, 'all', WHATEVER_ENDS);
  const drift = [...driftOf(state, at), ...(await driftOfCleared(connection, workspaceId, articleId))];
  if (!repair || drift.length === 0) return drift;
  const counts = countedReferences(state);
  await setCounts(connection, workspaceId, counts);
  await changeHeld(connection, actor, article, { scope: 'all' }, (edit) => {
    edit.touchAll();
    edit.recountTally();
    edit.happen({
      kind: 'article.recounted',
      subjectType: 'Article',
      subjectId: articleId,
      before: null,
      after: { drift: drift.length },
    });
  });
  await countCleared(connection, workspaceId, articleId);
  return drift;
}

async function driftOfCleared(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
): Promise<Drift[]> {
  const wrong = await wronglyCleared(connection, workspaceId, articleId);
  return wrong.map(({ id, stored, clears }) => ({
    what: 'findings that a source would clear',
    id,
    stored: -stored,
    derived: -clears,
  }));
}

/** A waiver whose time has come is in force until that is noted: what is stored was judged with it. */
const WHATEVER_ENDS = new Date(0);

/** What is due and not judged yet is no drift: each claim is judged as of the time that it was last judged at. */
function driftOf(state: ArticleState, at: Date): Drift[] {
  const asOf = new Map(state.claims.map(({ evidence, judgedAt }) => [evidence.ordinal, judgedAt]));
  const rejudged = judgeAgain(state, 'everything', at, asOf);
  const drift: Drift[] = [];
  const compare = (what: Drift['what'], id: string, stored: unknown, derived: unknown): void => {
    if (!isDeepStrictEqual(stored, derived)) drift.push({ what, id, stored, derived });
  };
  for (const { held, standing, rank, notAssessed, relations, due } of rejudged.claims) {
    compare('standing', held.id, held.standing, standing);
    compare('rank', held.id, held.rank, rank);
    compare('not assessed', held.id, held.notAssessed, notAssessed);
    compare('relations', held.id, held.relations, relations);
    // Waivers can only make it earlier.
    if (due?.at && !(held.dueAt && held.dueAt <= due.at))
      drift.push({ what: 'due', id: held.id, stored: held.dueAt, derived: due.at });
  }
  for (const finding of rejudged.opened) compare('finding', finding.claimId ?? state.article.id, null, finding.message);
  for (const held of rejudged.fixed) compare('finding', held.id, held.message, null);
  for (const { held, finding } of rejudged.altered) compare('finding', held.id, held.message, finding.message);
  const counts = new Map(countedReferences(state).map((each) => [each.id, each]));
  for (const { id, citationCount, rejectedCount } of state.references) {
    const { citations, rejected } = counts.get(id)!;
    compare('citations of a reference', id, [citationCount, rejectedCount], [citations, rejected]);
  }
  compare('totals', state.article.id, state.tally, recountedTally(state));
  return drift;
}

function countedReferences(state: ArticleState): { id: string; citations: number; rejected: number }[] {
  const cited = Map.groupBy(state.citations, ({ referenceId }) => referenceId);
  return state.references.map(({ id }) => {
    const own = (cited.get(id) ?? []).filter((each) => !isProposal(each));
    return { id, citations: own.length, rejected: own.filter((each) => each.state === 'REJECTED').length };
  });
}
