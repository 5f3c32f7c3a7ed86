import { askToCompare, setBases, storeComparisons } from '../claims/comparison.repository.js';
import { compareAll } from '../judging/comparing/compare-all.js';
import type { Edit } from './change-article.js';
import { basisWith, citationsToCompare, comparable, toCompare, type Comparable } from './to-compare.js';
import { madeFrom } from './comparisons-of.js';
import { headsFor, sourcesWithTexts } from './snapshots-for.js';

/** So much text of sources is compared under the article's lock, in UTF-16 units: it takes some ten milliseconds. */
const INLINE = 60_000;
/** So many citations of a change are. */
const FEW = 10;

/**
 * Compares what a change made new: another quote, another source. Little of it at once, so that who changed it is told what
 * follows; more of it soon after. Call it before the change is judged.
 */
export async function settleComparisons(edit: Edit): Promise<void> {
  const { state, connection, workspaceId, touched } = edit;
  if (!state.keepsSnapshots) return;
  const isTouched = (claimId: string): boolean =>
    touched === 'everything' || [...touched.values()].some((ids) => ids.has(claimId));
  const pending = toCompare(state, isTouched);
  if (pending.length > 0 && !(await compareInline(edit, pending))) {
    edit.write(() => askToCompare(connection, workspaceId, state.article.id));
  }
  const moved = comparable(edit.state, isTouched).flatMap((each) => {
    if (each.comparison.state === 'PENDING') return [];
    const basis = basisWith(edit.state, each, each.comparison);
    return basis === each.citation.basis ? [] : [{ citationId: each.citation.id, basis }];
  });
  if (moved.length === 0) return;
  const bases = new Map(moved.map(({ citationId, basis }) => [citationId, basis]));
  edit.state.citations = edit.state.citations.map((each) => ({ ...each, basis: bases.get(each.id) ?? each.basis }));
  edit.write(() => setBases(connection, workspaceId, moved));
}

/** @returns whether it was little enough */
async function compareInline(edit: Edit, pending: readonly Comparable[]): Promise<boolean> {
  const { state, connection, workspaceId, at } = edit;
  if (pending.length > FEW) return false;
  const heads = await headsFor(connection, workspaceId, state, pending);
  if (heads.reduce((sum, { length }) => sum + length, 0) > INLINE) return false;
  const { language } = state.article;
  const comparisons = compareAll({
    language,
    sources: await sourcesWithTexts(connection, workspaceId, state, heads),
    citations: citationsToCompare(pending),
  });
  const compared = pending.map((each, i) => ({
    citationId: each.citation.id,
    madeFrom: madeFrom(each.claim, each.citation.quote, each.source, language),
    comparison: comparisons[i]!,
    basis: basisWith(state, each, comparisons[i]!),
  }));
  keepCompared(edit, compared);
  edit.write(() => storeComparisons(connection, workspaceId, compared, at));
  return true;
}

/** Has the state of the article say what was compared. */
export function keepCompared(edit: Edit, compared: readonly Parameters<typeof storeComparisons>[2][number][]): void {
  const byId = new Map(compared.map((each) => [each.citationId, each]));
  edit.state.citations = edit.state.citations.map((citation) => {
    const found = byId.get(citation.id);
    if (!found) return citation;
    return { ...citation, basis: found.basis, stored: { madeFrom: found.madeFrom, comparison: found.comparison } };
  });
}
