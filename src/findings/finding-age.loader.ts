import { Injectable } from '@nestjs/common';
import { SEVERITY } from '../database/codes.js';
import { Database } from '../database/database.js';
import { Parameters } from '../graphql/keyset.js';
import type { RequestContext } from '../graphql/request-context.js';
import { SEVERITIES } from '../judging/evidence.js';
import { findingConditions } from './finding-filter.js';
import type { FindingAge, FindingAgeCount } from './finding-age.type.js';
import type { FindingFilter } from './finding.type.js';

const DAY_MS = 86_400_000;

/** Ages, the youngest first, and where each of them ends, in days; the last has no end. */
const BANDS: readonly (readonly [FindingAge, number])[] = [
  ['UNDER_A_DAY', 1],
  ['UNDER_A_WEEK', 7],
  ['UNDER_A_MONTH', 30],
  ['OLDER', Infinity],
];

interface AgeRow {
  /** Its place in `BANDS`. */
  band: number;
  rule: string;
  severity: number;
  count: number;
  oldest: Date;
}

/** Counts findings by how long ago they were first found. */
@Injectable()
export class FindingAgeLoader {
  constructor(private readonly database: Database) {}

  /** All ages, the youngest first. One statement, which reads nothing but an index for open findings of all articles. */
  async counts({ viewer }: RequestContext, filter: FindingFilter): Promise<FindingAgeCount[]> {
    const now = Date.now();
    const parameters = new Parameters();
    parameters.add(viewer.workspaceId);
    const cases = BANDS.flatMap(([, days], i) =>
      days === Infinity ? [] : [`WHEN f.first_seen_at > ${parameters.add(new Date(now - days * DAY_MS))} THEN ${i}`],
    );
    const where = ['f.workspace_id = $1', ...findingConditions(filter, parameters, 'shown')];
    const rows = await this.database.readWorkspace(viewer, (client) =>
      client.query<AgeRow>(
        `SELECT CASE ${cases.join(' ')} ELSE ${BANDS.length - 1} END AS band, f.rule, f.severity,
           count(*)::integer AS count, min(f.first_seen_at) AS oldest
         FROM finding f WHERE ${where.join(' AND ')} GROUP BY 1, 2, 3`,
        parameters.values,
      ),
    );
    return BANDS.map(([age], i) =>
      countOf(
        age,
        rows.filter(({ band }) => band === i),
      ),
    );
  }
}

function countOf(age: FindingAge, rows: readonly AgeRow[]): FindingAgeCount {
  const sum = (some: readonly AgeRow[]): number => some.reduce((total, { count }) => total + count, 0);
  return {
    age,
    count: sum(rows),
    bySeverity: SEVERITIES.map((severity) => ({
      severity,
      count: sum(rows.filter((row) => row.severity === SEVERITY.toCode[severity])),
    })),
    byRule: [...Map.groupBy(rows, ({ rule }) => rule)]
      .map(([ruleId, own]) => ({ ruleId, count: sum(own) }))
      .sort((a, b) => b.count - a.count || (a.ruleId < b.ruleId ? -1 : 1)),
    oldest: rows.map(({ oldest }) => oldest).sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
  };
}
