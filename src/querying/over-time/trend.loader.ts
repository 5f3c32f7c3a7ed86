import { Injectable } from '@nestjs/common';
import { PERIOD } from '../../database/codes.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { toSummary } from '../summary.js';
import { totalsOf, type Measures } from '../tallies.js';
import { intervalsBetween, type Interval, type TimeSpan } from './intervals.js';
import type { EvidenceTrendPoint } from './trend.type.js';

/** Of what a trend is: an article (its UUID), a desk, or the workspace when both are null. */
export interface TrendSubject {
  readonly articleUuid: string | null;
  readonly desk: string | null;
}

interface Flow {
  /** When its interval begins; null: all that was before the first one. */
  readonly bucket: Date | null;
  readonly opened: number;
  readonly fixed: number;
}

interface TrendRow extends Flow {
  /** Of an article how its tally stood at the end, else by how much the totals changed. */
  readonly measures: Measures;
}

/** By how much totals changed: the names of measures, and as many numbers. Both null: by nothing. */
interface SumsRow extends Flow {
  readonly names: readonly string[] | null;
  readonly sums: readonly number[] | null;
}

/**
 * `$1` the workspace, `$2` and `$3` the boundaries of the time, `$4` the unit of its intervals, `$5` the desk or null.
 * What was before is read by months, then by the days of the last of them, then by hours: as few rows as there can be.
 * Sums come as arrays: of thousands, an object of PostgreSQL's takes as long to make as they take to add up. They are whole numbers, which
 * are exact as these are up to 2^53.
 */
const ofTotals = (period: number): string => {
  const { HOUR, DAY, MONTH } = PERIOD.toCode;
  const kept = (length: number, from: string | null, to: string): string =>
    `SELECT p.begins_at, p.changes, p.opened, p.fixed FROM tally_period p
     WHERE p.workspace_id = $1 AND p.length = ${length} AND p.begins_at < ${to}
       ${from === null ? '' : `AND p.begins_at >= ${from}`} AND ($5::text IS NULL OR p.desk = $5::text)`;
  const [month, day] = ['month', 'day'].map((unit) => `date_trunc('${unit}', $2::timestamptz, 'UTC')`) as [
    string,
    string,
  ];
  const rows = [
    kept(MONTH, null, month),
    kept(DAY, month, day),
    kept(HOUR, day, '$2::timestamptz'),
    kept(period, '$2::timestamptz', '$3::timestamptz'),
    `SELECT d.hour, d.changes, d.opened, d.fixed FROM tally_delta d
     WHERE d.workspace_id = $1 AND d.hour < $3::timestamptz AND ($5::text IS NULL OR d.desk = $5::text)`,
  ].join(' UNION ALL ');
  return `WITH r AS MATERIALIZED (
      SELECT CASE WHEN k.begins_at >= $2 THEN date_trunc($4, k.begins_at, 'UTC') ELSE '-infinity' END AS bucket,
        k.changes, k.opened, k.fixed
      FROM (${rows}) k
    ), summed AS (
      SELECT s.bucket, array_agg(s.name) AS names, array_agg(s.value) AS sums FROM (
        SELECT r.bucket, m.key AS name, sum(m.value::double precision) AS value
        FROM r CROSS JOIN jsonb_each_text(r.changes) m GROUP BY 1, 2
      ) s GROUP BY 1
    ), flow AS (
      SELECT r.bucket, sum(r.opened)::bigint AS opened, sum(r.fixed)::bigint AS fixed FROM r GROUP BY 1
    )
    SELECT nullif(f.bucket, '-infinity') AS bucket, s.names, s.sums, f.opened, f.fixed FROM flow f LEFT JOIN summed s USING (bucket)`;
};

/** `$5` the article. */
const OF_ARTICLE = `SELECT date_trunc($4, h.hour, 'UTC') AS bucket,
      (array_agg(h.measures ORDER BY h.hour DESC))[1] AS measures,
      sum(h.opened)::bigint AS opened, sum(h.fixed)::bigint AS fixed
    FROM tally_hour h WHERE h.workspace_id = $1 AND h.article_id = $5 AND h.hour >= $2 AND h.hour < $3 GROUP BY 1
  UNION ALL
  (SELECT NULL, h.measures, 0, 0 FROM tally_hour h
    WHERE h.workspace_id = $1 AND h.article_id = $5 AND h.hour < $2 ORDER BY h.hour DESC LIMIT 1)`;

/** Adds up how totals stood over time. */
@Injectable()
export class TrendLoader {
  constructor(private readonly database: Database) {}

  /**
   * A point an interval, from the first of which something is known. One statement, whatever the number of articles.
   *
   * @throws RequestError BAD_USER_INPUT, see `intervalsBetween`
   */
  async trend(
    { viewer }: RequestContext,
    interval: Interval,
    time: TimeSpan,
    { articleUuid, desk }: TrendSubject,
  ): Promise<EvidenceTrendPoint[]> {
    const now = new Date();
    const spans = intervalsBetween(interval, time, now);
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) return [];
    const values = [viewer.workspaceId, first.from, last.to, interval.toLowerCase(), articleUuid ?? desk];
    const read = <R>(statement: string): Promise<R[]> =>
      this.database.readWorkspace(viewer, (client) => client.query<R>(statement, values));
    if (articleUuid !== null) return pointsOf(spans, await read<TrendRow>(OF_ARTICLE), replaced, now);
    const sums = await read<SumsRow>(ofTotals(periodOf(interval)));
    return pointsOf(spans, sums.map(named), added, now);
  }
}

const named = ({ names, sums, ...flow }: SumsRow): TrendRow => ({
  ...flow,
  measures: Object.fromEntries(names?.map((name, i) => [name, sums![i]!]) ?? []),
});

/** The longest period that intervals are made of. */
const periodOf = (interval: Interval): number => PERIOD.toCode[interval === 'WEEK' ? 'DAY' : interval];

/** How a row follows on from how things stood. */
type Step = (before: Measures, row: Measures) => Measures;

const replaced: Step = (_before, row) => row;

const added: Step = (before, row) => {
  const sums = { ...before };
  for (const [measure, change] of Object.entries(row)) sums[measure] = (sums[measure] ?? 0) + change;
  return sums;
};

function pointsOf(spans: readonly TimeSpan[], rows: readonly TrendRow[], step: Step, now: Date): EvidenceTrendPoint[] {
  const byStart = new Map(rows.map((row) => [row.bucket?.getTime() ?? null, row]));
  let stood: Measures | null = byStart.get(null)?.measures ?? null;
  const points: EvidenceTrendPoint[] = [];
  for (const { from, to } of spans) {
    const row = byStart.get(from.getTime());
    if (row) stood = step(stood ?? {}, row.measures);
    // Nothing is known yet: that is not the same as nothing.
    if (stood === null) continue;
    const { opened, fixed } = row ?? { opened: 0, fixed: 0 };
    points.push({ ...toSummary(totalsOf(stood)), from, to, complete: to <= now, opened, fixed });
  }
  return points;
}
