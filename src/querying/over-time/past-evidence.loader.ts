import { Injectable } from '@nestjs/common';
import { FINDING_STATE, PAST_KIND, SEVERITY, STANDING } from '../../database/codes.js';
import { toCited, type CitedRow } from '../../claims/claim.rows.js';
import { Database } from '../../database/database.js';
import { batched, grouped, type RequestContext } from '../../graphql/request-context.js';
import { named } from '../../graphql/rows.js';
import type { PastCitation, PastFinding, PastMoment } from './past.type.js';
import { nameOf } from './past.loader.js';

/** A claim of an article up to one of its events; null for the article as a whole. */
interface Subject extends PastMoment {
  readonly claimUuid: string | null;
}

const nameOfSubject = (subject: Subject): string => `${nameOf(subject)} ${subject.claimUuid}`;

/**
 * `wanted`: who is asked for. `kept`: what is kept of rows of a kind from the event on, the first of each. `$1` the
 * workspace, `$2` articles, `$3` events, `$4` claims.
 */
const wantedAndKept = (kind: number): string => `WITH wanted AS MATERIALIZED (
    SELECT w.* FROM unnest($2::uuid[], $3::bigint[], $4::uuid[]) w (article_id, seq, claim_id)
  ), kept AS MATERIALIZED (
    SELECT DISTINCT ON (m.article_id, m.seq, x.row_id) m.seq, x.row_id, x.state
    FROM (SELECT DISTINCT article_id, seq FROM wanted) m
    JOIN past_row x ON x.workspace_id = $1 AND x.article_id = m.article_id AND x.kind = ${kind} AND x.until_seq >= m.seq
    ORDER BY m.article_id, m.seq, x.row_id, x.until_seq
  )`;

const CITATION_COLUMNS = [
  ...['claim_id', 'reference_id', 'ordinal', 'stance', 'directness', 'basis', 'state', 'quote', 'locator', 'note'],
];
const columnsOf = (alias: string, columns: readonly string[]): string =>
  columns.map((name) => `${alias}.${name}`).join(', ');

/** Those that went have no row but what is kept. */
const CITATIONS = `${wantedAndKept(PAST_KIND.toCode.CITATION)}, cited AS (
    SELECT k.seq, k.row_id AS id, ${columnsOf('s', CITATION_COLUMNS)}
    FROM kept k CROSS JOIN LATERAL jsonb_populate_record(NULL::citation, k.state) s WHERE k.state IS NOT NULL
    UNION ALL
    SELECT w.seq, ci.id, ${columnsOf('ci', CITATION_COLUMNS)}
    FROM wanted w JOIN citation ci ON ci.workspace_id = $1 AND ci.claim_id = w.claim_id
    WHERE NOT EXISTS (SELECT FROM kept k WHERE k.seq = w.seq AND k.row_id = ci.id)
  )
  SELECT w.article_id, w.seq, w.claim_id, r.number, r.label, r.source_id,
    ${columnsOf('c', CITATION_COLUMNS.slice(3))}
  FROM wanted w JOIN cited c ON c.seq = w.seq AND c.claim_id = w.claim_id
  JOIN reference rf ON rf.workspace_id = $1 AND rf.id = c.reference_id
  LEFT JOIN LATERAL (SELECT x.state FROM past_row x WHERE x.workspace_id = $1 AND x.article_id = w.article_id
    AND x.kind = ${PAST_KIND.toCode.REFERENCE} AND x.row_id = rf.id AND x.part = 0 AND x.until_seq >= w.seq
    ORDER BY x.until_seq LIMIT 1) x ON true
  CROSS JOIN LATERAL jsonb_populate_record(rf, coalesce(x.state, '{}')) r
  ORDER BY c.ordinal, c.id`;

const { OPEN, WAIVED } = FINDING_STATE.toCode;
const FINDING_COLUMNS = ['claim_id', 'severity', 'bearing', 'state', 'message', 'remedy'];

/** @param current the condition by which `finding f` is one of `wanted w`, @param own by which `found c` is */
const findings = (current: string, own: string): string => `${wantedAndKept(PAST_KIND.toCode.FINDING)}, found AS (
    SELECT k.seq, f.article_id, f.id, f.rule, f.first_seen_at, ${columnsOf('s', FINDING_COLUMNS)}
    FROM kept k JOIN finding f ON f.workspace_id = $1 AND f.id = k.row_id
    CROSS JOIN LATERAL jsonb_populate_record(f, k.state) s WHERE k.state IS NOT NULL
    UNION ALL
    SELECT w.seq, f.article_id, f.id, f.rule, f.first_seen_at, ${columnsOf('f', FINDING_COLUMNS)}
    FROM wanted w JOIN finding f ON f.workspace_id = $1 AND ${current} AND f.state IN (${OPEN}, ${WAIVED})
    WHERE NOT EXISTS (SELECT FROM kept k WHERE k.seq = w.seq AND k.row_id = f.id)
  )
  SELECT w.article_id, w.seq, w.claim_id, c.id, c.rule, c.first_seen_at, ${columnsOf('c', FINDING_COLUMNS.slice(1))}
  FROM wanted w JOIN found c ON c.seq = w.seq AND c.article_id = w.article_id AND ${own}
  WHERE c.state IN (${OPEN}, ${WAIVED}) ORDER BY c.severity, c.id`;

const FINDINGS_OF_CLAIMS = findings('f.claim_id = w.claim_id', 'c.claim_id = w.claim_id');
const FINDINGS_OF_ARTICLES = findings('f.article_id = w.article_id AND f.claim_id IS NULL', 'c.claim_id IS NULL');

interface SubjectRow {
  article_id: string;
  seq: number;
  claim_id: string | null;
}

type PastCitationRow = SubjectRow & CitedRow;

interface FindingRow extends SubjectRow {
  id: string;
  rule: string;
  severity: number;
  bearing: number | null;
  state: number;
  message: string;
  remedy: string;
  first_seen_at: Date;
}

/** Reads what hung on claims at a time: many claims, and articles, at once. */
@Injectable()
export class PastEvidenceLoader {
  constructor(private readonly database: Database) {}

  citationsOf(context: RequestContext, moment: PastMoment, claimUuid: string): Promise<PastCitation[]> {
    return this.read<PastCitationRow, PastCitation>(context, 'citations in the past', CITATIONS, toCited, {
      ...moment,
      claimUuid,
    });
  }

  /** What was open or waived, the most severe first. @param claimUuid null: about the article as a whole */
  findingsOf(context: RequestContext, moment: PastMoment, claimUuid: string | null): Promise<PastFinding[]> {
    const [what, sql] = claimUuid === null ? ['articles', FINDINGS_OF_ARTICLES] : ['claims', FINDINGS_OF_CLAIMS];
    return this.read(context, `findings of ${what} in the past`, sql, toPastFinding, { ...moment, claimUuid });
  }

  private read<R extends SubjectRow, T>(
    context: RequestContext,
    name: string,
    sql: string,
    toResult: (row: R) => T,
    subject: Subject,
  ): Promise<T[]> {
    const load = async (subjects: readonly Subject[]): Promise<T[][]> => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<R>(sql, [
          context.viewer.workspaceId,
          subjects.map(({ articleUuid }) => articleUuid),
          subjects.map(({ seq }) => seq),
          subjects.map(({ claimUuid }) => claimUuid),
        ]),
      );
      const names = subjects.map(nameOfSubject);
      const nameOfRow = ({ article_id: articleUuid, seq, claim_id: claimUuid }: R): string =>
        nameOfSubject({ articleUuid, seq, claimUuid });
      return grouped(names, rows, nameOfRow).map((own) => own.map(toResult));
    };
    return batched(context, name, load, nameOfSubject).load(subject);
  }
}

const toPastFinding = (row: FindingRow): PastFinding => ({
  severity: named(SEVERITY, row.severity),
  bearing: named(STANDING, row.bearing),
  state: named(FINDING_STATE, row.state),
  message: row.message,
  remedy: row.remedy,
  firstSeenAt: row.first_seen_at,
  ruleId: row.rule,
  findingUuid: row.id,
});
