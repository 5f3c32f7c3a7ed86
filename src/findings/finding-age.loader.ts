import { Injectable } from '@nestjs/common';
import { notArchived } from '../articles/article.rows.js';
import { SEVERITY } from '../database/codes.js';
import { Database } from '../database/database.js';
import { Parameters } from '../graphql/keyset.js';
import type { RequestContext } from '../graphql/request-context.js';
import { SEVERITIES, type Severity } from '../judging/evidence.js';
import { findingConditions, rulesArgument, severitiesArgument } from './finding-filter.js';
import type { FindingAge, FindingAgeCount } from './finding-age.type.js';
import type { FindingFilter } from './finding.type.js';
import { tallyRows } from './tally-rows.js';

const DAY_MS = 86_400_000;
/** Findings of an age, or of an age and severity, that are counted to see which of these has the most. */
const SAMPLE = 5_000;

/** Ages, the youngest first, and where each of them ends, in days; the last has no end. */
const BANDS: readonly (readonly [FindingAge, number])[] = [
  ['UNDER_A_DAY', 1],
  ['UNDER_A_WEEK', 7],
  ['UNDER_A_MONTH', 30],
  ['OLDER', Infinity],
];

/** Columns of totals that count open findings by severity. */
const MEASURES: Readonly<Record<string, Severity>> = { errors: 'ERROR', warnings: 'WARNING', notes: 'NOTE' };

interface AgeRow {
  /** Its place in `BANDS`. */
  band: number;
  rule: string;
  severity: number;
  count: number;
  oldest: Date;
}

/** What is behind it in the name of a measure of totals is a rule. */
const RULE = 'rule:';

/** A row of an age, or, with a measure, of all ages: then `band` is the age that was not counted, and `oldest` its oldest. */
interface AgeOrTotalRow {
  band: number;
  rule: string | null;
  severity: number | null;
  measure: string | null;
  count: number;
  oldest: Date | null;
}

/** How many findings of one age, or of all. */
interface Counts {
  readonly rules: Map<string, number>;
  readonly severities: Map<Severity, number>;
  oldest: Date | null;
}

/** Counts findings by how long ago they were first found. */
@Injectable()
export class FindingAgeLoader {
  constructor(private readonly database: Database) {}

  /** All ages, the youngest first. One statement. */
  async counts(context: RequestContext, filter: FindingFilter): Promise<FindingAgeCount[]> {
    const bands = await this.bands(context, filter);
    return BANDS.map(([age], i) => told(age, bands[i]!));
  }

  private bands(context: RequestContext, filter: FindingFilter): Promise<Counts[]> {
    const { rules, severities, ...others } = filter;
    if (areTotalled(others)) {
      if (rules != null) return this.ofRules(context, rules, severities ?? SEVERITIES);
      if (severities == null) return this.ofAll(context);
    }
    return this.ofSome(context, filter);
  }

  /** Counts what the filter leaves. */
  private async ofSome({ viewer }: RequestContext, filter: FindingFilter): Promise<Counts[]> {
    const parameters = new Parameters();
    parameters.add(viewer.workspaceId);
    const cases = ends().map((end, i) => `WHEN f.first_seen_at > ${parameters.add(end)} THEN ${i}`);
    const where = ['f.workspace_id = $1', ...findingConditions(filter, parameters, 'shown')];
    const rows = await this.database.readWorkspace(viewer, (client) =>
      client.query<AgeRow>(
        `SELECT CASE ${cases.join(' ')} ELSE ${BANDS.length - 1} END AS band, f.rule, f.severity,
           count(*)::integer AS count, min(f.first_seen_at) AS oldest
         FROM finding f WHERE ${where.join(' AND ')} GROUP BY 1, 2, 3`,
        parameters.values,
      ),
    );
    return byBand(rows);
  }

  /** What totals say of a rule has one age and severity less to count: that which has the most. */
  private async ofRules(
    { viewer }: RequestContext,
    rules: readonly string[],
    severities: readonly Severity[],
  ): Promise<Counts[]> {
    const measures = rulesArgument(rules).map((rule) => `${RULE}${rule}`);
    const values = [viewer.workspaceId, ...ends(), measures, severitiesArgument(severities)];
    return byBand(await this.database.readWorkspace(viewer, (client) => client.query<AgeRow>(OF_RULES, values)));
  }

  /**
   * The age that has the most is what the others leave of the totals: most findings are as old as the archive, or as the
   * import that brought it, and are not looked at.
   */
  private async ofAll({ viewer }: RequestContext): Promise<Counts[]> {
    const rows = await this.database.readWorkspace(viewer, (client) =>
      client.query<AgeOrTotalRow>(ALL, [viewer.workspaceId, ...ends()]),
    );
    const counted = rows.filter((row): row is AgeOrTotalRow & AgeRow => row.measure === null);
    const totals = rows.filter(({ measure }) => measure !== null);
    const bands = byBand(counted);
    const rest = added(counted);
    for (const { measure, count, band, oldest } of totals) {
      const most = bands[band]!;
      most.oldest = oldest;
      const severity = MEASURES[measure!];
      if (severity) most.severities.set(severity, count - (rest.severities.get(severity) ?? 0));
      else {
        const rule = measure!.slice(RULE.length);
        most.rules.set(rule, count - (rest.rules.get(rule) ?? 0));
      }
    }
    return bands;
  }
}

/** Open findings of all articles that are not archived: those that totals are kept of. @param filter but rules and severities */
function areTotalled({ states, ...others }: Omit<FindingFilter, 'rules' | 'severities'>): boolean {
  const isOpen = states == null || (states.length === 1 && states[0] === 'OPEN');
  return isOpen && Object.values(others).every((value) => value == null);
}

/** Where ages end, but the last. */
const ends = (): Date[] => {
  const now = Date.now();
  return BANDS.slice(0, -1).map(([, days]) => new Date(now - days * DAY_MS));
};

const OPEN = 'f.workspace_id = $1 AND f.state = 1 AND f.first_seen_at > b.low AND f.first_seen_at <= b.high';
const SHOWN = `${OPEN} AND ${notArchived('f.article_id')}`;

// In both of these, `$1` is the workspace, and `$2` to `$4` are where ages end. One statement sees findings and totals of one moment.

const ALL_BANDS = `bands AS (
    SELECT v.band, v.low, v.high FROM (VALUES (0, $2::timestamptz, 'infinity'::timestamptz),
      (1, $3::timestamptz, $2::timestamptz), (2, $4::timestamptz, $3::timestamptz),
      (3, '-infinity'::timestamptz, $4::timestamptz)) v (band, low, high)
  )`;

const ALL = `WITH ${ALL_BANDS}, most AS MATERIALIZED (
    SELECT s.band, s.low, s.high FROM (
      SELECT b.band, b.low, b.high,
        (SELECT count(*) FROM (SELECT FROM finding f WHERE ${OPEN} LIMIT ${SAMPLE}) o) AS size
      FROM bands b) s
    ORDER BY s.size DESC, s.band DESC LIMIT 1
  ), aged AS MATERIALIZED (
    SELECT b.band, (SELECT f.first_seen_at FROM finding f WHERE ${SHOWN} ORDER BY f.first_seen_at LIMIT 1) AS oldest
    FROM most b
  ), totals AS (
    SELECT t.measure, sum(t.value)::integer AS count FROM (${tallyRows()}) t
    WHERE t.measure IN (${Object.keys(MEASURES)
      .map((measure) => `'${measure}'`)
      .join(', ')}) OR starts_with(t.measure, '${RULE}') GROUP BY t.measure
  )
  SELECT b.band, c.rule, c.severity, NULL AS measure, c.count, c.oldest
  FROM bands b CROSS JOIN LATERAL (
    SELECT f.rule, f.severity, count(*)::integer AS count, min(f.first_seen_at) AS oldest
    FROM finding f WHERE ${SHOWN} GROUP BY f.rule, f.severity) c
  WHERE b.band <> (SELECT m.band FROM most m)
  UNION ALL
  SELECT a.band, NULL, NULL, t.measure, t.count, a.oldest FROM aged a CROSS JOIN totals t`;

/** Findings of a rule, a severity and an age `b`. */
const OF_CELL = `b.rule = f.rule AND b.severity = f.severity AND ${OPEN}`;
const SHOWN_OF_CELL = `${OF_CELL} AND ${notArchived('f.article_id')}`;

/** `$5` are the measures of rules, `$6` the severities that are told. */
const OF_RULES = `WITH ${ALL_BANDS}, totals AS MATERIALIZED (
    SELECT substr(t.measure, ${RULE.length + 1}) AS rule, sum(t.value)::integer AS count FROM (${tallyRows()}) t
    WHERE t.measure = ANY ($5::text[]) GROUP BY t.measure
  ), cells AS MATERIALIZED (
    SELECT b.*, (SELECT count(*) FROM (SELECT FROM finding f WHERE ${OF_CELL} LIMIT ${SAMPLE}) o) AS size FROM (
      SELECT t.rule, s.severity, v.band, v.low, v.high
      FROM totals t CROSS JOIN unnest('{${Object.values(SEVERITY.toCode).join(',')}}'::smallint[]) AS s (severity) CROSS JOIN bands v
    ) b
  ), most AS MATERIALIZED (
    SELECT DISTINCT ON (c.rule) c.* FROM cells c ORDER BY c.rule, c.size DESC, c.band DESC, c.severity
  ), counted AS MATERIALIZED (
    SELECT b.band, b.rule, b.severity, n.count, n.oldest FROM cells b CROSS JOIN LATERAL (
      SELECT count(*)::integer AS count, min(f.first_seen_at) AS oldest FROM finding f WHERE ${SHOWN_OF_CELL}) n
    WHERE b.size > 0 AND NOT EXISTS (
      SELECT FROM most m WHERE m.rule = b.rule AND m.severity = b.severity AND m.band = b.band)
  )
  SELECT r.* FROM (
    SELECT * FROM counted
    UNION ALL
    SELECT b.band, b.rule, b.severity,
      t.count - coalesce((SELECT sum(c.count) FROM counted c WHERE c.rule = b.rule), 0)::integer,
      (SELECT f.first_seen_at FROM finding f WHERE ${SHOWN_OF_CELL} ORDER BY f.first_seen_at LIMIT 1)
    FROM most b JOIN totals t ON t.rule = b.rule
  ) r WHERE r.count > 0 AND r.severity = ANY ($6::smallint[])`;

const byBand = (rows: readonly AgeRow[]): Counts[] =>
  BANDS.map((_, band) => added(rows.filter((row) => row.band === band)));

function added(rows: readonly AgeRow[]): Counts {
  const rules = new Map<string, number>();
  const severities = new Map<Severity, number>();
  let oldest: Date | null = null;
  for (const row of rows) {
    const severity = SEVERITY.fromCode(row.severity);
    rules.set(row.rule, (rules.get(row.rule) ?? 0) + row.count);
    severities.set(severity, (severities.get(severity) ?? 0) + row.count);
    if (oldest === null || row.oldest < oldest) oldest = row.oldest;
  }
  return { rules, severities, oldest };
}

function told(age: FindingAge, { rules, severities, oldest }: Counts): FindingAgeCount {
  const bySeverity = SEVERITIES.map((severity) => ({ severity, count: severities.get(severity) ?? 0 }));
  return {
    age,
    count: bySeverity.reduce((sum, { count }) => sum + count, 0),
    bySeverity,
    byRule: [...rules]
      .filter(([, count]) => count > 0)
      .map(([ruleId, count]) => ({ ruleId, count }))
      .sort((a, b) => b.count - a.count || (a.ruleId < b.ruleId ? -1 : 1)),
    oldest,
  };
}
