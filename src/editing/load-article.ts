import { BASIS, FINDING_STATE, REVIEW_STATE } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { waivedFingerprints } from '../findings/finding.repository.js';
import type { Marker } from '../judging/evidence.js';
import { RELATIONS_VERSION } from '../judging/relations.js';
import { leadingSource } from '../sources/leading-source.js';
import { ratesPublishers } from '../sources/publisher.repository.js';
import { PUBLISHER_OF_SOURCE, SNAPSHOTS_OF_SOURCE } from '../sources/source.repository.js';
import { judgingSettingsOf } from '../workspaces/workspace.repository.js';
import {
  toCitation,
  toClaim,
  toFinding,
  toHeldArticle,
  toQuote,
  toTally,
  type CitationStateRow,
  type ClaimStateRow,
  type FindingStateRow,
  type HeldArticleRow,
  type PartRow,
  type QuoteRow,
  type ReferenceStateRow,
  type TallyRow,
} from './article-rows.js';
import type { ArticleState, HeldArticle } from './article-state.js';
import { KeptReferences } from './kept-references.js';

/** What names the article that is to change. UUIDs. */
export type Locator =
  | { readonly article: string }
  | { readonly claim: string }
  | { readonly citation: string }
  | { readonly finding: string }
  | { readonly waiver: string };

/** The same, where it may not be there yet. */
export type ArticleLocator = Locator | { readonly slug: string };

/**
 * Which claims are needed: all, or those that a change of some can touch. Those are named by their ids, as the ones
 * that cite a number, or as the ones that cite a source.
 */
export type Scope = ClaimScope | 'all';

export interface ClaimScope {
  readonly around: readonly string[];
  readonly citingNumbers?: readonly number[];
  readonly citingSources?: readonly string[];
  /** The claims of these citations. */
  readonly citedBy?: readonly string[];
  /** The claim of this finding. */
  readonly ofFinding?: string;
  /** The claims of what this waiver accepts. */
  readonly ofWaiver?: string;
}

const LOCATE: Readonly<Record<string, string>> = {
  article: '$2',
  slug: '(SELECT id FROM article WHERE workspace_id = $1 AND slug = $2)',
  claim: '(SELECT article_id FROM claim WHERE workspace_id = $1 AND id = $2)',
  citation: '(SELECT article_id FROM citation WHERE workspace_id = $1 AND id = $2)',
  finding: '(SELECT article_id FROM finding WHERE workspace_id = $1 AND id = $2)',
  waiver: '(SELECT article_id FROM waiver WHERE workspace_id = $1 AND id = $2)',
};

/** Whether others must wait until the transaction ends, or may change what was read. */
export type Grip = 'hold' | 'look';

/** Takes the lock under which everything of an article changes; null when there is no such article. */
export async function holdArticle(
  connection: WorkspaceConnection,
  workspaceId: string,
  locator: ArticleLocator,
  grip: Grip = 'hold',
): Promise<HeldArticle | null> {
  return (await lockArticle(connection, workspaceId, locator, grip === 'hold' ? 'FOR UPDATE' : null)).article;
}

/** The same where nobody else has the lock; nothing is waited for. `isHeld`: whether it was taken. */
export function tryToHold(
  connection: WorkspaceConnection,
  workspaceId: string,
  locator: ArticleLocator,
): Promise<{ readonly article: HeldArticle | null; readonly isHeld: boolean }> {
  return lockArticle(connection, workspaceId, locator, 'FOR UPDATE SKIP LOCKED');
}

async function lockArticle(
  connection: WorkspaceConnection,
  workspaceId: string,
  locator: ArticleLocator,
  lock: 'FOR UPDATE' | 'FOR UPDATE SKIP LOCKED' | null,
): Promise<{ readonly article: HeldArticle | null; readonly isHeld: boolean }> {
  const [[kind, id]] = Object.entries(locator) as [[string, string]];
  const named = `a.workspace_id = $1 AND a.id = ${LOCATE[kind]}`;
  // The lock is a statement of its own: one that waits for it goes on seeing what was there when it began to wait, and
  // not the revision that it waited for.
  const [locked, [row]] = await Promise.all([
    lock && connection.queryPrepared(`SELECT 1 FROM article a WHERE ${named} ${lock}`, [workspaceId, id]),
    connection.queryPrepared<HeldArticleRow>(
      `SELECT a.id, a.slug, a.version, a.revision, a.event_seq, a.relations_version, a.desk, a.archived_at, a.published_at, a.language,
         r.id AS revision_id, r.created_at AS revised_at, r.title, r.title_start, r.title_end, r.title_line, r.has_reference_list
       FROM article a JOIN revision r ON r.workspace_id = $1 AND r.article_id = a.id AND r.number = a.revision
       WHERE ${named}`,
      [workspaceId, id],
    ),
  ]);
  return { article: row ? toHeldArticle(row) : null, isHeld: (locked?.length ?? 0) > 0 };
}

/** Ids of claims of an article that stand, so many at most. */
export async function claimIdsOf(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  most: number,
): Promise<string[]> {
  const rows = await connection.queryPrepared<{ id: string }>(
    'SELECT id FROM claim WHERE workspace_id = $1 AND article_id = $2 AND gone_in IS NULL LIMIT $3',
    [workspaceId, articleId, most],
  );
  return rows.map(({ id }) => id);
}

/** The articles that several things belong to, one each; null for what is not there. A statement a kind of thing. */
export async function articlesOf(
  connection: WorkspaceConnection,
  workspaceId: string,
  locators: readonly Locator[],
): Promise<(string | null)[]> {
  const named = locators.map((locator) => Object.entries(locator)[0] as [string, string]);
  const found = new Map<string, string>();
  const look = async ([kind, all]: [string, [string, string][]]): Promise<void> => {
    const rows = await connection.query<{ id: string; article: string }>(
      `SELECT id, ${kind === 'article' ? 'id' : 'article_id'} AS article FROM ${kind} WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
      [workspaceId, all.map(([, id]) => id)],
    );
    for (const { id, article } of rows) found.set(`${kind} ${id}`, article);
  };
  await Promise.all([...Map.groupBy(named, ([kind]) => kind)].map(look));
  return named.map(([kind, id]) => found.get(`${kind} ${id}`) ?? null);
}

/**
 * What is needed of a held article to change it and judge it again. All statements travel together. An article whose
 * claims were never related, or by an older method, is loaded whole.
 *
 * @param kept its references as they were read last, by whoever reads it again and again
 */
export async function loadArticle(
  connection: WorkspaceConnection,
  workspaceId: string,
  article: HeldArticle,
  wanted: Scope,
  at: Date,
  grip: Grip = 'hold',
  kept = new KeptReferences(),
): Promise<ArticleState> {
  const scope = article.relationsVersion === RELATIONS_VERSION ? wanted : 'all';
  const [hand, params] = claimsAtHand(scope, workspaceId, article.id);
  const [settings, rated, waived, claims, parts, citations, references, quotes, findings, tallies, markers] =
    await Promise.all([
      judgingSettingsOf(connection, workspaceId, grip),
      ratesPublishers(connection, workspaceId),
      waivedFingerprints(connection, workspaceId, article.id, at),
      connection.queryPrepared<ClaimStateRow>(
        `${hand} SELECT c.id, c.version, c.ordinal, c.block, c.block_index, c.checkable, c.checkable_override, c.priority,
         c.block_override, c.priority_override, c.text_revision, c.assignee_id, c.standing, c.rank, c.not_assessed,
         c.judged_at, c.due_at, r.created_at AS text_since,
         (SELECT v.created_at FROM verdict v WHERE v.workspace_id = $1 AND v.claim_id = c.id AND v.outdated_at IS NULL
           ORDER BY v.created_at DESC LIMIT 1) AS reviewed_at,
         c.twin, t.text, t.section, t.attribute, t.column_heading, t.value, t.value_state, t.evidence_note,
         t.not_checkable, t.lede, t.line, t.start_offset, t.end_offset, t.exact, t.prefix, t.suffix, t.holes,
         t.tags, t.block AS block_read, t.priority AS priority_read
       FROM hand h JOIN claim c ON c.workspace_id = $1 AND c.id = h.id
       JOIN claim_text t ON t.workspace_id = $1 AND t.claim_id = c.id AND t.first_revision = c.text_revision
       JOIN revision r ON r.workspace_id = $1 AND r.article_id = $2 AND r.number = c.text_revision
       ORDER BY c.ordinal`,
        params,
      ),
      connection.queryPrepared<PartRow>(
        `${hand} SELECT p.claim_id, p.group_number, p.whole, p.judged, p.qualifier, p.near
       FROM hand h JOIN claim_part p ON p.workspace_id = $1 AND p.claim_id = h.id AND p.member
       ORDER BY p.group_number`,
        params,
      ),
      connection.queryPrepared<CitationStateRow>(
        `${hand} SELECT z.id, z.claim_id, z.reference_id, z.ordinal, z.stance, z.directness, z.basis, z.state, z.quote,
         z.locator, z.note, z.spans, z.version, z.created_by, m.made_from, m.comparison
       FROM hand h JOIN citation z ON z.workspace_id = $1 AND z.claim_id = h.id
       LEFT JOIN citation_comparison m ON m.workspace_id = $1 AND m.citation_id = z.id ORDER BY z.claim_id, z.ordinal`,
        params,
      ),
      connection.queryPrepared<ReferenceStateRow>(
        `SELECT r.id, r.version, r.label, r.number, r.text, r.start_offset, r.end_offset, r.line, r.locator,
         r.defined, r.added, r.marker_count, r.citation_count, r.rejected_count, s.id AS source_id, s.key,
         s.version AS source_version, s.csl, ${PUBLISHER_OF_SOURCE}, s.retracted_at AS "retractedAt",
         s.retraction_reason AS "retractionReason", ${SNAPSHOTS_OF_SOURCE}
       FROM reference r ${leadingSource('r.source_id', 'LEFT')}
       LEFT JOIN publisher p ON p.workspace_id = $1 AND p.id = s.publisher_id
       WHERE r.workspace_id = $1 AND r.article_id = $2 AND r.gone_in IS NULL ORDER BY r.number, r.label`,
        [workspaceId, article.id],
      ),
      scope === 'all'
        ? []
        : connection.queryPrepared<QuoteRow>(
            `${hand} SELECT z.quote, c.ordinal, t.line, c.restatement_group
           FROM citation z JOIN claim c ON c.workspace_id = $1 AND c.id = z.claim_id
           JOIN claim_text t ON t.workspace_id = $1 AND t.claim_id = c.id AND t.first_revision = c.text_revision
           WHERE z.workspace_id = $1 AND z.article_id = $2 AND z.quote IS NOT NULL
             AND z.state <> ${REVIEW_STATE.toCode.REJECTED} AND z.basis <> ${BASIS.toCode.SUGGESTED} AND c.gone_in IS NULL AND c.id NOT IN (SELECT id FROM hand)
           ORDER BY c.ordinal, z.ordinal`,
            params,
          ),
      connection.queryPrepared<FindingStateRow>(
        `${hand} SELECT f.id, f.claim_id, f.rule, f.severity, f.bearing, f.state, f.message, f.remedy, f.line,
         f.start_offset, f.end_offset, f.fingerprint
       FROM finding f WHERE f.workspace_id = $1 AND f.article_id = $2 AND f.state <> ${FINDING_STATE.toCode.FIXED}
         AND (f.claim_id IS NULL OR f.claim_id IN (SELECT id FROM hand)) ORDER BY f.id`,
        params,
      ),
      connection.query<TallyRow>('SELECT * FROM article_tally WHERE workspace_id = $1 AND article_id = $2', [
        workspaceId,
        article.id,
      ]),
      scope === 'all' ? brokenMarkers(connection, workspaceId, article.revisionId) : [],
    ]);
  const partsOf = Map.groupBy(parts, (part) => part.claim_id);
  return {
    article,
    ruleset: settings.ruleset,
    keepsSnapshots: settings.keepsSnapshots,
    ratesPublishers: rated,
    claims: claims.map((row) => toClaim(row, partsOf.get(row.id) ?? [])),
    complete: scope === 'all',
    brokenMarkers: markers,
    citations: citations.map(toCitation),
    references: kept.read(references),
    quotes: quotes.map(toQuote),
    findings: findings.map(toFinding),
    waived: new Set(waived),
    tally: toTally(tallies[0]),
  };
}

async function brokenMarkers(
  connection: WorkspaceConnection,
  workspaceId: string,
  revisionId: string,
): Promise<Marker[]> {
  const rows = await connection.query<Omit<Marker, 'span'> & { start: number; end: number }>(
    `SELECT raw, start_offset AS start, end_offset AS "end", line, labels, problem FROM marker
     WHERE workspace_id = $1 AND revision_id = $2 AND problem IS NOT NULL ORDER BY ordinal`,
    [workspaceId, revisionId],
  );
  return rows.map(({ start, end, ...marker }) => ({ ...marker, span: { start, end } }));
}

/**
 * The claims at hand as a common table expression `hand (id)`: those around which something changes, what a change of
 * them can touch (their paragraphs, their restatements), and what is read to judge those.
 */
function claimsAtHand(scope: Scope, workspaceId: string, articleId: string): [string, unknown[]] {
  if (scope === 'all') {
    const all = 'SELECT id FROM claim WHERE workspace_id = $1 AND article_id = $2 AND gone_in IS NULL';
    return [`WITH hand AS (${all})`, [workspaceId, articleId]];
  }
  // Paragraphs and groups each once, and as arrays: a group of a thousand claims is not gone through a thousand times, and
  // right after an import, when PostgreSQL knows of no such rows, it does not look through the article for each of them.
  const around = (from: string): string => `
    SELECT id, block_index FROM ${from}
    UNION SELECT c.id, c.block_index FROM claim c
      WHERE c.workspace_id = $1 AND c.article_id = $2 AND c.gone_in IS NULL
        AND c.block_index = ANY (ARRAY(SELECT DISTINCT block_index FROM ${from}))
    UNION SELECT c.id, c.block_index FROM claim_part o JOIN claim c ON c.workspace_id = $1 AND c.id = o.claim_id
      WHERE o.workspace_id = $1 AND o.article_id = $2 AND o.group_number = ANY (ARRAY(
        SELECT DISTINCT p.group_number FROM ${from} n JOIN claim_part p ON p.workspace_id = $1 AND p.claim_id = n.id))`;
  const params: unknown[] = [workspaceId, articleId];
  const seed = `SELECT id, block_index FROM claim WHERE workspace_id = $1 AND article_id = $2 AND gone_in IS NULL
    AND (${seedsOf(scope, (value) => `$${params.push(value)}`).join(' OR ')})`;
  return [`WITH seed AS (${seed}), touched AS (${around('seed')}), hand AS (${around('touched')})`, params];
}

/**
 * What is true of the claims that a scope names, by what it names only: each thing more takes PostgreSQL longer to plan
 * than to look up.
 *
 * @param param adds a parameter; its place in the statement
 */
function seedsOf(scope: ClaimScope, param: (value: unknown) => string): string[] {
  const citing = (which: string): string => `id IN (SELECT z.claim_id FROM reference r
    JOIN citation z ON z.workspace_id = $1 AND z.reference_id = r.id
    WHERE r.workspace_id = $1 AND r.article_id = $2 AND r.gone_in IS NULL AND ${which})`;
  const { around, citingNumbers, citingSources, citedBy, ofFinding, ofWaiver } = scope;
  const seeds = [`id = ANY (${param(around)}::uuid[])`];
  if (citingNumbers) seeds.push(citing(`r.number = ANY (${param(citingNumbers)}::integer[])`));
  if (citingSources) seeds.push(citing(`r.source_id = ANY (${param(citingSources)}::uuid[])`));
  if (citedBy) {
    const these = `id = ANY (${param(citedBy)}::uuid[])`;
    seeds.push(`id IN (SELECT claim_id FROM citation WHERE workspace_id = $1 AND ${these})`);
  }
  if (ofFinding) seeds.push(`id = (SELECT claim_id FROM finding WHERE workspace_id = $1 AND id = ${param(ofFinding)})`);
  if (ofWaiver) {
    seeds.push(`id IN (SELECT f.claim_id FROM waiver w JOIN finding f
      ON f.workspace_id = $1 AND f.article_id = $2 AND f.fingerprint = w.fingerprint AND f.state <> ${FINDING_STATE.toCode.FIXED}
      WHERE w.workspace_id = $1 AND w.id = ${param(ofWaiver)})`);
  }
  return seeds;
}
