import { jest } from '@jest/globals';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(60_000);

let room: Newsroom;
let ferry: string;

interface Age {
  readonly age: string;
  readonly count: number;
  readonly oldest: string | null;
  readonly bySeverity: readonly { severity: string; count: number }[];
  readonly byRule: readonly { rule: { id: string }; count: number }[];
}
interface Found {
  readonly id: string;
  readonly firstSeenAt: string;
}

interface Answered {
  readonly findings: {
    readonly edges: readonly { readonly node: Found }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const AGES = `query ($filter: FindingFilter) { findingsByAge(filter: $filter) {
  age count oldest bySeverity { severity count } byRule { rule { id } count } } }`;
const FINDINGS = `query ($first: Int, $after: String, $filter: FindingFilter, $orderBy: FindingOrder) {
  findings(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges { node { id firstSeenAt } } pageInfo { hasNextPage endCursor } } }`;

const ages = async (filter: object = {}): Promise<Age[]> =>
  (await room.ask<{ findingsByAge: Age[] }>(AGES, { filter })).findingsByAge;

async function findings(variables: object): Promise<Found[]> {
  const found: Found[] = [];
  for (let after: string | null = null; ;) {
    const { findings: page }: Answered = await room.ask<Answered>(FINDINGS, { first: 3, after, ...variables });
    found.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const TIMES = [1, 23, 25, 24 * 6, 24 * 8, 24 * 29, 24 * 31, 24 * 400];

const SEVERITIES = ['ERROR', 'WARNING', 'NOTE'];
/** The hours after which each age begins, the youngest first. */
const AGE_HOURS = [0, 24, 24 * 7, 24 * 30];
const isOfAge =
  (age: number) =>
  ({ first }: { first: Date }): boolean => {
    const hours = (Date.now() - first.getTime()) / 3_600_000;
    return hours >= AGE_HOURS[age]! && hours < (AGE_HOURS[age + 1] ?? Infinity);
  };

const setTimes = (times: readonly string[]): Promise<unknown> =>
  room.api.db.owner(
    `UPDATE finding f SET first_seen_at = n.at FROM (
       SELECT id, ($1::timestamptz[])[1 + (row_number() OVER (ORDER BY id) - 1) % $2] AS at FROM finding) n
     WHERE n.id = f.id`,
    [times, times.length],
  );

beforeAll(async () => {
  room = await openNewsroom();
  ferry = await room.import('ferry');
  await room.import('night-ferry');
  // In turn an hour old, nearly a day, a little more than a day …; several have the very same time.
  await setTimes(TIMES.map(hoursAgo));
});
afterAll(() => room.close());

describe('findings by age', () => {
  it('are counted in every age, by severity and rule, as the rows themselves say', async () => {
    const told = await ages();
    expect(told.map(({ age }) => age)).toEqual(['UNDER_A_DAY', 'UNDER_A_WEEK', 'UNDER_A_MONTH', 'OLDER']);
    const bounds = [0, 24, 24 * 7, 24 * 30, Infinity];
    for (const [i, { count, oldest, bySeverity, byRule }] of told.entries()) {
      const rows = await room.rows<{ rule: string; first: Date }>(
        'SELECT rule, first_seen_at AS first FROM finding WHERE state = 1 AND first_seen_at <= $1 AND first_seen_at > $2',
        [hoursAgo(bounds[i]!), bounds[i + 1] === Infinity ? '-infinity' : hoursAgo(bounds[i + 1]!)],
      );
      expect([i, count]).toEqual([i, rows.length]);
      expect(count).toBeGreaterThan(1);
      expect(oldest).toBe(new Date(Math.min(...rows.map(({ first }) => first.getTime()))).toISOString());
      expect(bySeverity.map(({ severity }) => severity)).toEqual(['ERROR', 'WARNING', 'NOTE']);
      expect(bySeverity.reduce((sum, each) => sum + each.count, 0)).toBe(count);
      const rules = new Map(byRule.map(({ rule, count: own }) => [rule.id, own]));
      expect(rules.get(rows[0]!.rule)).toBe(rows.filter(({ rule }) => rule === rows[0]!.rule).length);
      const counts = byRule.map((each) => each.count);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }
  });

  it('are those of a filter, and none are seen from elsewhere', async () => {
    const total = (told: Age[]): number => told.reduce((sum, { count }) => sum + count, 0);
    expect(total(await ages({ articleId: id('Article', ferry) }))).toBe(total(await ages()) / 2);
    const since = await ages({ firstSeenSince: hoursAgo(24 * 7) });
    expect(since.map(({ count }) => count > 0)).toEqual([true, true, false, false]);
    expect(since[3]).toMatchObject({ count: 0, oldest: null, byRule: [] });
    expect(total(await ages({ rules: ['no-such-rule'] }))).toBe(0);
    const stranger = await room.api.token(await room.api.db.workspace());
    for (const filter of [{}, { articleId: id('Article', ferry) }]) {
      const { data } = await room.api.ask<{ findingsByAge: Age[] }>(stranger, AGES, { filter });
      expect(total(data!.findingsByAge)).toBe(0);
    }
  });

  it.each([0, 1, 2, 3])('are exact whichever age has the most: %i', async (most) => {
    const kept = await room.rows<{ id: string; at: string }>('SELECT id, first_seen_at::text AS at FROM finding');
    // Two thirds and more are of one age.
    const hours = [2, 24 * 3, 24 * 20, 24 * 90];
    const times = Array.from({ length: 12 }, (_, i) => hoursAgo(hours[i < 4 ? i : most]! + i));
    await setTimes(times);
    const told = await ages();
    const bounds = [0, 24, 24 * 7, 24 * 30, Infinity];
    const all = await room.rows<{ rule: string; severity: number; first: Date }>(
      'SELECT rule, severity, first_seen_at AS first FROM finding WHERE state = 1',
    );
    for (const [i, { count, oldest, bySeverity, byRule }] of told.entries()) {
      const [young, old] = [hoursAgo(bounds[i]!), bounds[i + 1] === Infinity ? '' : hoursAgo(bounds[i + 1]!)];
      const rows = all.filter(({ first }) => first.toISOString() <= young && first.toISOString() > old);
      const rules = [...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, own]) => ({ rule, count: own.length }));
      expect(byRule.map(({ rule, count: own }) => ({ rule: rule.id, count: own }))).toEqual(
        rules.sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
      );
      expect(bySeverity).toEqual(
        ['ERROR', 'WARNING', 'NOTE'].map((severity, n) => ({
          severity,
          count: rows.filter((row) => row.severity === n + 1).length,
        })),
      );
      expect(count).toBe(rows.length);
      const times = rows.map(({ first }) => first.toISOString()).sort();
      expect(oldest).toBe(times[0] ?? null);
    }
    await room.api.db.owner(
      'UPDATE finding f SET first_seen_at = k.at FROM unnest($1::uuid[], $2::timestamptz[]) k (id, at) WHERE f.id = k.id',
      [kept.map((each) => each.id), kept.map((each) => each.at)],
    );
  });

  it.each([0, 1, 2, 3])('of rules are exact whichever age and severity has the most: %i', async (most) => {
    const kept = await room.rows<{ id: string; at: string; severity: number }>(
      'SELECT id, first_seen_at::text AS at, severity FROM finding',
    );
    const archived = await room.import(`archived-${most}`);
    await room.change('archiveArticle', { articleId: id('Article', archived) }, 'userErrors { message }');
    // Of each rule two in three are of one age and severity; totals of severities are not read.
    const hours = [2, 24 * 3, 24 * 20, 24 * 90];
    await setTimes(Array.from({ length: 12 }, (_, i) => hoursAgo(hours[i < 4 ? i : most]! + i)));
    await room.api.db.owner(
      `UPDATE finding f SET severity = CASE WHEN n.n % 5 < 3 THEN 1 + $1 % 3 ELSE 1 + n.n % 3 END FROM (
         SELECT id, (row_number() OVER (PARTITION BY rule ORDER BY id))::integer AS n FROM finding) n WHERE n.id = f.id`,
      [most],
    );
    const all = await room.rows<{ rule: string; severity: number; first: Date }>(
      `SELECT f.rule, f.severity, f.first_seen_at AS first FROM finding f JOIN article a ON a.id = f.article_id
       WHERE f.state = 1 AND a.archived_at IS NULL`,
    );
    const [first, second, third] = [...new Set(all.map(({ rule }) => rule))].sort() as [string, string, string];
    for (const [rules, severities] of [
      [[first], null],
      [[second], ['ERROR', 'NOTE']],
      [[first, first, third, 'no-such-rule'], null],
      [[first, second, third], ['WARNING']],
    ] as const) {
      const fits = all.filter(
        ({ rule, severity }) =>
          (rules as readonly string[]).includes(rule) &&
          (severities === null || (severities as readonly string[]).includes(SEVERITIES[severity - 1]!)),
      );
      const told = await ages({ rules, severities, states: ['OPEN'] });
      expect(told.map(({ count }) => count)).toEqual(AGE_HOURS.map((_, i) => fits.filter(isOfAge(i)).length));
      for (const [i, { oldest, bySeverity, byRule }] of told.entries()) {
        const own = fits.filter(isOfAge(i));
        expect(oldest).toBe(own.map((each) => each.first.toISOString()).sort()[0] ?? null);
        expect(bySeverity.map(({ count }) => count)).toEqual(
          SEVERITIES.map((_, n) => own.filter(({ severity }) => severity === n + 1).length),
        );
        expect(Object.fromEntries(byRule.map(({ rule, count }) => [rule.id, count]))).toEqual(
          Object.fromEntries([...Map.groupBy(own, ({ rule }) => rule)].map(([rule, { length }]) => [rule, length])),
        );
      }
    }
    await room.api.db.owner(
      `UPDATE finding f SET first_seen_at = k.at, severity = k.severity
       FROM unnest($1::uuid[], $2::timestamptz[], $3::smallint[]) k (id, at, severity) WHERE f.id = k.id`,
      [kept.map((each) => each.id), kept.map((each) => each.at), kept.map((each) => each.severity)],
    );
  });

  it('take one statement', async () => {
    expect(await room.api.statements(() => ages())).toHaveLength(1);
    expect(await room.api.statements(() => ages({ states: ['OPEN'], rules: ['uncited-claim'] }))).toHaveLength(1);
  });

  it('do not count those of archived articles, unless asked for', async () => {
    const before = await ages();
    const articleId = id('Article', await room.import('late-ferry'));
    const young = async (filter: object = {}): Promise<number> => (await ages(filter))[0]!.count;
    expect(await young()).toBeGreaterThan(before[0]!.count);
    await room.change('archiveArticle', { articleId }, 'userErrors { message }');
    expect(await ages()).toEqual(before);
    expect(await young({ articleId })).toBeGreaterThan(0);
  });
});

describe('findings in the order of their age', () => {
  it.each([
    ['OLDEST', 1],
    ['NEWEST', -1],
  ])('%s come first, each once, page by page', async (orderBy, sign) => {
    const found = await findings({ orderBy });
    const all = await findings({});
    expect(new Set(found.map((each) => each.id))).toEqual(new Set(all.map((each) => each.id)));
    expect(found).toHaveLength(all.length);
    const times = found.map(({ firstSeenAt }) => sign * Date.parse(firstSeenAt));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const { article } = await room.ask<{ article: { findings: { edges: { node: Found }[] } } }>(
      `query ($id: ID!) { article(id: $id) { findings(first: 100, orderBy: ${orderBy}) { edges { node { id firstSeenAt } } } } }`,
      { id: id('Article', ferry) },
    );
    const own = new Set(article.findings.edges.map(({ node }) => node.id));
    expect(article.findings.edges.map(({ node }) => node)).toEqual(found.filter((each) => own.has(each.id)));
  });

  it('are those of a time', async () => {
    const [since, before] = [hoursAgo(24 * 29.5), hoursAgo(24)];
    const found = await findings({ orderBy: 'OLDEST', filter: { firstSeenSince: since, firstSeenBefore: before } });
    const all = await findings({ orderBy: 'OLDEST' });
    expect(found).toEqual(all.filter(({ firstSeenAt }) => firstSeenAt >= since && firstSeenAt < before));
    const { errors } = await room.api.ask(room.token, FINDINGS, {
      filter: { firstSeenSince: before, firstSeenBefore: since },
    });
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^filter.firstSeenBefore: is not after/) }]);
  });

  it('have cursors of their own', async () => {
    const { findings: page } = await room.ask<{ findings: { pageInfo: { endCursor: string } } }>(FINDINGS, {
      first: 1,
    });
    const { errors } = await room.api.ask(room.token, FINDINGS, { after: page.pageInfo.endCursor, orderBy: 'OLDEST' });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('not a cursor of this connection in this order') },
    ]);
  });
});
