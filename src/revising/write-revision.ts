import { isDeepStrictEqual } from 'node:util';
import {
  endTexts,
  insertClaims,
  insertParts,
  deleteParts,
  recordChanges,
  retireClaims,
  updateClaims,
  updateTexts,
} from '../claims/claim.repository.js';
import { insertCitations, removeCitations, updateCitations } from '../claims/citation.repository.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { moveWaivers } from '../findings/carry-waivers.js';
import { countCleared } from '../findings/cleared-findings.js';
import { fixFindings, insertFindings, updateFindings } from '../findings/finding.repository.js';
import { endWaivers, scheduleClaims } from '../findings/waiver.repository.js';
import type { ClaimJudgement, Finding } from '../judging/judge.js';
import { quoteSelector, type TextQuoteSelector } from '../judging/selector.js';
import { outdateVerdicts } from '../reviews/outdate-verdicts.js';
import { insertReferences, retireReferences, updateReferences } from '../sources/reference.repository.js';
import type { HeldReference } from '../editing/article-state.js';
import type { CarriedFindings } from './carry-findings.js';
import type { CitationStep } from './plan-citations.js';
import { readsOtherwise, type PlannedClaim, type PlannedRevision } from './plan-revision.js';
import {
  citationState,
  claimState,
  findingState,
  newCitation,
  newFinding,
  partRows,
  referenceState,
  textState,
  type RevisionPlace,
} from '../editing/revision-rows.js';

/**
 * Writes what a new text made of an article's references, claims, citations and findings. What goes on keeps its rows;
 * a claim that reads otherwise gets another row of its text. Where a claim stands (line, offsets, selector) is written
 * over, for it is of use in the newest revision only. The number of statements does not hang on the number of claims,
 * but for one more every few thousand.
 *
 * @param isNew the revision is: the text is another one, rather than cut or marked otherwise
 */
export async function writeRevision(
  connection: WorkspaceConnection,
  place: RevisionPlace,
  former: readonly HeldReference[],
  plan: PlannedRevision,
  carried: CarriedFindings,
  isNew: boolean,
): Promise<void> {
  await writeReferences(connection, place, former, plan);
  await writeClaims(connection, place, plan, carried, isNew);
  await writeCitations(connection, place, plan);
  await writeFindings(connection, place, plan, carried);
  const { workspaceId, articleId, at } = place;
  if (plan.references.all.some(({ source }) => source === null)) await countCleared(connection, workspaceId, articleId);
  await outdateVerdicts(
    connection,
    workspaceId,
    plan.outdatedVerdicts.map(({ id }) => id),
    at,
  );
}

async function writeReferences(
  connection: WorkspaceConnection,
  { workspaceId, articleId, revision }: RevisionPlace,
  former: readonly HeldReference[],
  { references }: PlannedRevision,
): Promise<void> {
  const known = new Map(former.map((each) => [each.id, each]));
  const going = references.all.filter(({ id }) => known.has(id));
  const differs = going.filter((each) => !isDeepStrictEqual(referenceState(each), referenceState(known.get(each.id)!)));
  const isChanged = (each: HeldReference): boolean => {
    const was = known.get(each.id)!;
    return each.label !== was.label || each.source?.id !== was.source?.id || each.text !== was.text;
  };
  await retireReferences(
    connection,
    workspaceId,
    references.gone.map(({ id }) => id),
    revision,
  );
  await updateReferences(
    connection,
    workspaceId,
    differs.map(referenceState),
    differs.filter((each) => each.label !== known.get(each.id)!.label).map(({ id }) => id),
    new Set(differs.filter(isChanged).map(({ id }) => id)),
  );
  const added = references.all.filter(({ id }) => !known.has(id));
  await insertReferences(
    connection,
    added.map((each) => ({ workspaceId, articleId, ...referenceState(each) })),
  );
}

async function writeClaims(
  connection: WorkspaceConnection,
  place: RevisionPlace,
  plan: PlannedRevision,
  { judgement }: CarriedFindings,
  isNew: boolean,
): Promise<void> {
  const { workspaceId, articleId, revision, at } = place;
  const cited = citedAnew(plan);
  const steps = plan.claims.map((claim, i) => {
    const isReworded = claim.from !== null && readsOtherwise(claim.from, claim.to);
    return { ...claim, isReworded, judged: judgement.claims[i]! };
  });
  const added = steps.filter(({ from }) => from === null);
  const going = steps.filter(({ from }) => from !== null);
  const reworded = going.filter(({ isReworded }) => isReworded);
  // A text of the same revision, which people cut: it never stood otherwise in any.
  const again = reworded.filter(({ from }) => from!.textRevision === revision);
  const anew = reworded.filter(({ from }) => from!.textRevision !== revision);
  const rowOfText = ({ to }: Pick<PlannedClaim, 'to'>) => ({
    claimId: to.id,
    firstRevision: to.textRevision,
    ...textState(to),
  });

  await retireClaims(
    connection,
    workspaceId,
    plan.goneClaims.map(({ id }) => id),
    revision,
    at,
  );
  await endTexts(
    connection,
    workspaceId,
    anew.map(({ to }) => to.id),
    revision,
  );
  await insertClaims(
    connection,
    added.map(({ to, judged }) => ({
      workspaceId,
      articleId,
      ...claimState(to, judged, at),
      changedAt: at,
    })),
    [...added, ...anew].map((step) => ({ workspaceId, ...rowOfText(step) })),
  );
  const displaced = going.filter((step) => !step.isReworded && standsElsewhere(step));
  await updateTexts(connection, workspaceId, [...again, ...displaced].map(rowOfText));
  await updateClaims(
    connection,
    workspaceId,
    going.map(({ to, judged }) => claimState(to, judged, at)),
  );
  await updateClaims(
    connection,
    workspaceId,
    going
      .filter((step) => step.isReworded || cited.has(step.to.id) || isJudgedOtherwise(step, step.judged))
      .map(({ to }) => ({ id: to.id, version: to.version + 1, changedAt: at })),
  );
  if (going.length + plan.goneClaims.length > 0) await deleteParts(connection, workspaceId, articleId);
  await insertParts(
    connection,
    steps.flatMap(({ to, judged }) => partRows(place, to.id, judged.relations)),
  );
  await writeChanges(connection, place, plan, steps, isNew);
}

/** What is said of the claims in their history; in a first revision all are new, which goes without saying. */
async function writeChanges(
  connection: WorkspaceConnection,
  { workspaceId, articleId, revision }: RevisionPlace,
  { goneClaims }: PlannedRevision,
  steps: readonly (PlannedClaim & { readonly judged: ClaimJudgement })[],
  isNew: boolean,
): Promise<void> {
  if (revision === 1) return;
  const place = { workspaceId, articleId, revision };
  const going = steps
    .filter(({ from, change, judged }) => change !== 'KEPT' || (isNew && from?.standing !== judged.standing))
    .map(({ from, to, change, judged }) => ({
      ...place,
      claimId: to.id,
      change,
      ordinal: to.evidence.ordinal,
      standingBefore: from?.standing ?? null,
      standingAfter: judged.standing,
    }));
  const gone = goneClaims.map(({ id, evidence, standing }) => ({
    ...place,
    claimId: id,
    change: 'GONE' as const,
    ordinal: evidence.ordinal,
    standingBefore: standing,
    standingAfter: null,
  }));
  await recordChanges(connection, [...going, ...gone]);
}

const standsElsewhere = ({ from, to }: PlannedClaim): boolean => !isDeepStrictEqual(textState(from!), textState(to));

function isJudgedOtherwise({ from, to }: PlannedClaim, judged: ClaimJudgement): boolean {
  const marks = ({ evidence, overrides, assigneeId }: PlannedClaim['to']) => {
    const { block, checkable, priority } = evidence;
    return [block, checkable, priority, overrides, assigneeId];
  };
  return !isDeepStrictEqual(
    [...marks(from!), from!.standing, from!.rank, from!.notAssessed],
    [...marks(to), judged.standing, judged.rank, judged.notAssessed],
  );
}

/** Claims that cite something else than before. */
function citedAnew({ citations }: PlannedRevision): Set<string> {
  const claims = new Set(citations.gone.map(({ claimId }) => claimId));
  for (const { from, to, outdated } of citations.all) {
    if (!from || outdated || from.claimId !== to.claimId || from.referenceId !== to.referenceId) claims.add(to.claimId);
  }
  return claims;
}

async function writeCitations(
  connection: WorkspaceConnection,
  place: RevisionPlace,
  { citations: { all, gone } }: PlannedRevision,
): Promise<void> {
  const { workspaceId } = place;
  const differs = all.filter(
    ({ from, to }) => from !== null && !isDeepStrictEqual(citationState(from), citationState(to)),
  );
  const isChanged = ({ from, to, outdated }: CitationStep): boolean => outdated || from!.referenceId !== to.referenceId;
  const rows = (steps: readonly CitationStep[]) => steps.map(({ to }) => citationState(to));
  await removeCitations(
    connection,
    workspaceId,
    gone.map(({ id }) => id),
  );
  await updateCitations(connection, workspaceId, rows(differs.filter(isChanged)), 'changed');
  await updateCitations(connection, workspaceId, rows(differs.filter((step) => !isChanged(step))), 'placed');
  await insertCitations(
    connection,
    all.filter(({ from }) => from === null).map(({ to }) => newCitation(place, to)),
  );
}

async function writeFindings(
  connection: WorkspaceConnection,
  place: RevisionPlace,
  { claims }: PlannedRevision,
  { judgement, opened, fixed, again, movedWaivers, endedWaivers }: CarriedFindings,
): Promise<void> {
  const { workspaceId, content, at } = place;
  const selectorOf = ({ span }: Finding): TextQuoteSelector | null => span && quoteSelector(content, span);
  await fixFindings(
    connection,
    workspaceId,
    fixed.map(({ id }) => id),
    at,
  );
  await updateFindings(
    connection,
    workspaceId,
    again.map(({ held, finding }) => ({ id: held.id, ...findingState(finding, selectorOf(finding)) })),
  );
  await insertFindings(
    connection,
    opened.map((finding) => newFinding(place, finding, selectorOf(finding))),
  );
  await moveWaivers(connection, workspaceId, movedWaivers);
  await endWaivers(
    connection,
    workspaceId,
    endedWaivers.map(({ id }) => id),
    at,
  );
  const waived = [...opened, ...again.map(({ finding }) => finding)].filter((finding) => finding.waived);
  const concerned = new Set([...waived, ...endedWaivers].map(({ claimId }) => claimId));
  const due = claims.flatMap(({ to: { id } }, i) =>
    concerned.has(id) ? [{ id, dueAt: judgement.claims[i]!.dueAt }] : [],
  );
  await scheduleClaims(connection, workspaceId, due, at);
}
