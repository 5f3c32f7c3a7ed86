import { v7 as uuid } from 'uuid';
import { deleteParts, insertParts } from '../claims/claim.repository.js';
import { FINDING_STATE, SEVERITY, STANDING } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { ArticleTallyEntity } from '../findings/article-tally.entity.js';
import { concernsMissing } from '../findings/cleared-findings.js';
import { fixFindings, insertFindings, type FindingFlow } from '../findings/finding.repository.js';
import { scheduleClaims } from '../findings/waiver.repository.js';
import type { Span, Standing } from '../judging/evidence.js';
import type { Finding } from '../judging/judge.js';
import { quoteSelector, type TextQuoteSelector } from '../judging/selector.js';
import type { ArticleState, HeldClaim } from './article-state.js';
import type { JudgedClaim, Rejudged } from './judge-again.js';
import { newFinding, partRows, relationColumns, tallyOf } from './revision-rows.js';
import { isOtherwise } from './state-after.js';
import { tallyAfter } from './tally.js';

/** One claim that stands otherwise than before. */
export interface StandingChange {
  readonly claimId: string;
  readonly from: Standing;
  readonly to: Standing;
}

/** What a change did, for the caller and for history. UUIDs. */
export interface Effect {
  readonly opened: readonly string[];
  readonly fixed: readonly string[];
  readonly standings: readonly StandingChange[];
}

/** An article's totals, and how many findings came and went since they were last written. */
export interface Totals extends FindingFlow {
  readonly tally: ArticleTallyEntity;
  /** Whether a source for some number that leads nowhere may clear more or fewer findings now. */
  readonly missing: boolean;
}

/** What judging again gave, ready to be written. */
export interface PlannedJudgement {
  readonly effect: Effect;
  /** Ids of the findings that are new, in the order of `Rejudged.opened`. */
  readonly openedIds: readonly string[];
  readonly totals: Totals;
  /** Ids of the claims that were judged and stand as before: when that was is written with the rest. */
  readonly judgedIds: readonly string[];
  /** Sends the statements: findings, standings and ranks. All travel together. */
  send(): Promise<void>;
}

export async function planJudgement(
  connection: WorkspaceConnection,
  workspaceId: string,
  state: ArticleState,
  rejudged: Rejudged,
  at: Date,
): Promise<PlannedJudgement> {
  const content = await contentFor(connection, workspaceId, state, rejudged);
  const claims = new Map(state.claims.map((claim) => [claim.id, claim]));
  const place = { workspaceId, articleId: state.article.id, at };
  const opened = rejudged.opened.map((finding) => {
    const claim = claims.get(finding.claimId ?? '') ?? null;
    return newFinding(place, { ...finding, id: uuid() }, selectorOf(finding, claim, content));
  });
  const moved = rejudged.claims.filter(({ held, standing }) => held.standing !== standing);
  const openedIds = opened.map(({ id }) => id!);
  const otherwise = rejudged.claims.filter(isOtherwise);
  return {
    openedIds,
    effect: {
      opened: openedIds,
      fixed: rejudged.fixed.map(({ id }) => id),
      standings: moved.map(({ held, standing }) => ({ claimId: held.id, from: held.standing, to: standing })),
    },
    totals: {
      tally: tallyOf(workspaceId, state.article.id, tallyAfter(state, rejudged)),
      opened: opened.length,
      fixed: rejudged.fixed.length,
      missing: concernsMissing([...rejudged.opened, ...rejudged.fixed, ...rejudged.altered.map(({ held }) => held)]),
    },
    judgedIds: rejudged.claims.filter((each) => !isOtherwise(each)).map(({ held }) => held.id),
    async send() {
      await Promise.all([
        insertFindings(connection, opened),
        fixFindings(
          connection,
          workspaceId,
          rejudged.fixed.map(({ id }) => id),
          at,
        ),
        alterFindings(connection, workspaceId, rejudged),
        updateClaims(connection, workspaceId, otherwise, at),
        updateRelations(connection, workspaceId, state, rejudged.claims),
        scheduleJudged(connection, workspaceId, state, rejudged, at),
      ]);
    },
  };
}

/** Notes when the claims that were judged are to be judged again for nothing but the time; few ever are. */
export async function scheduleJudged(
  connection: WorkspaceConnection,
  workspaceId: string,
  state: ArticleState,
  { claims, opened }: Pick<Rejudged, 'claims' | 'opened'>,
  at: Date,
): Promise<void> {
  const found = [...state.findings, ...opened].filter(({ fingerprint }) => state.waived.has(fingerprint));
  const waived = new Set(found.map(({ claimId }) => claimId));
  const due = claims.flatMap(({ held, due: next }) =>
    next && (next.at !== null || held.dueAt !== null || waived.has(held.id)) ? [{ id: held.id, dueAt: next.at }] : [],
  );
  await scheduleClaims(connection, workspaceId, due, at);
}

/**
 * The revision's text, where a new finding about the article points into it: rare, and then a statement more. What is
 * about a claim is found in the claim's own selector.
 */
async function contentFor(
  connection: WorkspaceConnection,
  workspaceId: string,
  { article }: ArticleState,
  { opened }: Rejudged,
): Promise<string | null> {
  if (!opened.some(({ claimId, span }) => claimId === null && span !== null)) return null;
  const [row] = await connection.query<{ content: string }>(
    'SELECT content FROM revision WHERE workspace_id = $1 AND id = $2',
    [workspaceId, article.revisionId],
  );
  return row?.content ?? null;
}

function selectorOf({ span }: Finding, claim: HeldClaim | null, content: string | null): TextQuoteSelector | null {
  if (span === null) return null;
  if (claim) return selectorWithin(claim, span);
  return content === null ? null : quoteSelector(content, span);
}

/** A stretch of a claim, or the claim where it reaches beyond: a field's marker can stand in another cell. */
function selectorWithin({ selector, evidence }: HeldClaim, span: Span): TextQuoteSelector {
  const from = span.start - evidence.span.start;
  const to = span.end - evidence.span.start;
  if (from < 0 || to > selector.exact.length) return selector;
  const around = selector.prefix + selector.exact + selector.suffix;
  const shift = selector.prefix.length;
  return quoteSelector(around, { start: shift + from, end: shift + to });
}

async function alterFindings(
  connection: WorkspaceConnection,
  workspaceId: string,
  { altered }: Rejudged,
): Promise<void> {
  if (altered.length === 0) return;
  const column = <T>(read: (each: Rejudged['altered'][number]) => T): T[] => altered.map(read);
  await connection.write(
    `UPDATE finding f SET state = u.state, message = u.message, remedy = u.remedy, severity = u.severity,
       bearing = u.bearing
     FROM unnest($2::uuid[], $3::smallint[], $4::text[], $5::text[], $6::smallint[], $7::smallint[])
       AS u (id, state, message, remedy, severity, bearing)
     WHERE f.workspace_id = $1 AND f.id = u.id`,
    [
      workspaceId,
      column(({ held }) => held.id),
      column(({ finding }) => FINDING_STATE.toCode[finding.waived ? 'WAIVED' : 'OPEN']),
      column(({ finding }) => finding.message),
      column(({ finding }) => finding.remedy),
      column(({ finding }) => SEVERITY.toCode[finding.severity]),
      column(({ finding }) => finding.bearing && STANDING.toCode[finding.bearing]),
    ],
  );
}

/** Claims that stand otherwise, or of which other rules were not assessed, are said to have changed. */
async function updateClaims(
  connection: WorkspaceConnection,
  workspaceId: string,
  claims: readonly JudgedClaim[],
  at: Date,
): Promise<void> {
  if (claims.length === 0) return;
  await connection.write(
    `UPDATE claim c SET standing = u.standing, rank = u.rank, not_assessed = u.not_assessed, judged_at = $6,
       version = c.version + u.changed::integer, changed_at = CASE WHEN u.changed THEN $6 ELSE c.changed_at END
     FROM (SELECT v.*, (o.standing, o.rank, o.not_assessed) IS DISTINCT FROM (v.standing, v.rank, v.not_assessed) AS changed
       FROM unnest($2::uuid[], $3::smallint[], $4::smallint[], $5::jsonb[]) AS v (id, standing, rank, not_assessed)
       JOIN claim o ON o.workspace_id = $1 AND o.id = v.id) u
     WHERE c.workspace_id = $1 AND c.id = u.id`,
    [
      workspaceId,
      claims.map(({ held }) => held.id),
      claims.map(({ standing }) => STANDING.toCode[standing]),
      claims.map(({ rank }) => rank),
      claims.map(({ notAssessed }) => JSON.stringify(notAssessed)),
      at,
    ],
  );
}

async function updateRelations(
  connection: WorkspaceConnection,
  workspaceId: string,
  { article }: ArticleState,
  claims: readonly JudgedClaim[],
): Promise<void> {
  const related = claims.flatMap(({ held, relations }) => (relations ? [{ id: held.id, relations }] : []));
  if (related.length === 0) return;
  const place = { workspaceId, articleId: article.id };
  const columns = related.map(({ relations }) => relationColumns(relations));
  await Promise.all([
    connection.query(
      `UPDATE claim c SET twin = u.twin, restatement_group = u.restatement_group
       FROM unnest($2::uuid[], $3::integer[], $4::integer[]) AS u (id, twin, restatement_group)
       WHERE c.workspace_id = $1 AND c.id = u.id`,
      [
        workspaceId,
        related.map(({ id }) => id),
        columns.map(({ twin }) => twin),
        columns.map(({ restatementGroup }) => restatementGroup),
      ],
    ),
    deleteParts(connection, workspaceId, article.id),
    insertParts(
      connection,
      related.flatMap(({ id, relations }) => partRows(place, id, relations)),
    ),
  ]);
}
