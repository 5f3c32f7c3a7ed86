import { FINDING_STATE, SEVERITY, STANDING } from '../database/codes.js';
import { identity } from '../graphql/ids.js';
import { smallintKey, sqlOrder, timeKey, uuidKey } from '../graphql/keyset.js';
import { Columns, named, type Needs } from '../graphql/rows.js';
import type { Finding, FindingOrder } from './finding.type.js';

export interface FindingRow {
  id: string;
  article_id: string;
  claim_id: string | null;
  rule: string;
  severity: number;
  bearing: number | null;
  state: number;
  message: string;
  remedy: string;
  line: number;
  start_offset: number | null;
  end_offset: number | null;
  exact: string | null;
  prefix: string | null;
  suffix: string | null;
  fingerprint: string;
  first_seen_at: Date;
  fixed_at: Date | null;
}

/** Of a table `finding f`. */
export const FINDING_COLUMNS = new Columns<FindingRow>('f_', {
  id: 'f.id',
  article_id: 'f.article_id',
  claim_id: 'f.claim_id',
  rule: 'f.rule',
  severity: 'f.severity',
  bearing: 'f.bearing',
  state: 'f.state',
  message: 'f.message',
  remedy: 'f.remedy',
  line: 'f.line',
  start_offset: 'f.start_offset',
  end_offset: 'f.end_offset',
  exact: 'f.exact',
  prefix: 'f.prefix',
  suffix: 'f.suffix',
  fingerprint: 'f.fingerprint',
  first_seen_at: 'f.first_seen_at',
  fixed_at: 'f.fixed_at',
});

export const FINDING_NEEDS: Needs<FindingRow> = {
  rule: ['rule'],
  severity: ['severity'],
  bearing: ['bearing'],
  message: ['message'],
  remedy: ['remedy'],
  selector: ['line', 'start_offset', 'end_offset', 'exact', 'prefix', 'suffix'],
  fingerprint: ['fingerprint'],
  waiver: ['fingerprint'],
  firstSeenAt: ['first_seen_at'],
  fixedAt: ['fixed_at'],
};

export function toFinding(row: FindingRow): Finding {
  return {
    ...identity('Finding', row.id),
    severity: named(SEVERITY, row.severity),
    bearing: named(STANDING, row.bearing),
    state: named(FINDING_STATE, row.state),
    // Null for a finding about the article as a whole.
    selector:
      row.exact == null
        ? null
        : {
            exact: row.exact,
            prefix: row.prefix ?? '',
            suffix: row.suffix ?? '',
            start: row.start_offset,
            end: row.end_offset,
            line: row.line,
          },
    message: row.message,
    remedy: row.remedy,
    fingerprint: row.fingerprint,
    firstSeenAt: row.first_seen_at,
    fixedAt: row.fixed_at,
    ruleId: row.rule,
    articleUuid: row.article_id,
    claimUuid: row.claim_id,
  };
}

const AGE = [timeKey('f.first_seen_at'), uuidKey('f.id')];

export const FINDING_ORDERS = {
  SEVERITY: sqlOrder('findings', [smallintKey('f.severity'), uuidKey('f.id')]),
  OLDEST: sqlOrder('findings:oldest', AGE),
  NEWEST: sqlOrder('findings:newest', AGE, true),
} as const satisfies Record<FindingOrder, unknown>;
