import { jest } from '@jest/globals';
import { TallyFolding } from '../../src/findings/tally-folding.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { makeItHour } from '../support/hours.js';

jest.setTimeout(60_000);

let room: Newsroom;
let folding: TallyFolding;
let ferry: string;

/** Two articles over some days of 2020, and what evidenceSummary said at the end of each hour in which they changed. */
const known = new Map<string, Summary>();

interface Summary {
  readonly claims: number;
  readonly checkable: number;
  readonly score: number | null;
  readonly checkedShare: number | null;
  readonly notAssessed: number;
  readonly byStanding: readonly { standing: string; count: number }[];
  readonly bySeverity: readonly { severity: string; count: number }[];
  readonly byRule: readonly { rule: { id: string }; count: number }[];
}
interface Point extends Summary {
  readonly from: string;
  readonly to: string;
  readonly complete: boolean;
  readonly opened: number;
  readonly fixed: number;
}

const SUMMARY = `claims checkable score checkedShare notAssessed byStanding { standing count } bySeverity { severity count }
  byRule { rule { id } count }`;
const TREND = `query ($from: DateTime!, $to: DateTime!, $interval: TrendInterval!, $articleId: ID, $desk: String) {
  evidenceTrend(from: $from, to: $to, interval: $interval, articleId: $articleId, desk: $desk) {
    from to complete opened fixed ${SUMMARY} } }`;

async function trend(
  interval: string,
  from: string,
  to: string,
  of: { articleId?: string; desk?: string } = {},
): Promise<Point[]> {
  const { evidenceTrend } = await room.ask<{ evidenceTrend: Point[] }>(TREND, { interval, from, to, ...of });
  return evidenceTrend;
}

const summaryOf = async (filter: object = {}): Promise<Summary> =>
  (
    await room.ask<{ evidenceSummary: Summary }>(
      `query ($filter: SummaryFilter) { evidenceSummary(filter: $filter) { ${SUMMARY} } }`,
      { filter },
    )
  ).evidenceSummary;

const totalsOf = ({
  from: _from,
  to: _to,
  complete: _complete,
  opened: _opened,
  fixed: _fixed,
  ...totals
}: Point): Summary => totals;
const openIn = ({ bySeverity }: Summary): number => bySeverity.reduce((sum, { count }) => sum + count, 0);

async function at(hour: string, work: () => Promise<unknown>): Promise<void> {
  await makeItHour(room.api.db, hour);
  await work();
  known.set(hour, await summaryOf());
}

const attach = async (words: string, url: string): Promise<unknown> =>
  room.change(
    'attachSource',
    { claimId: (await room.claim(words, ferry)).id, source: { title: 'Harbour log', url } },
    'userErrors { message }',
  );

beforeAll(async () => {
  room = await openNewsroom();
  folding = new TallyFolding(room.api.db.database, {} as Jobs);
  await at('2020-02-27T10:00Z', async () => (ferry = await room.import('ferry')));
  await at('2020-02-28T23:00Z', () => attach('Nobody was hurt', 'https://example.org/log'));
  while ((await folding.round()) !== 'later');
  await at('2020-02-29T00:00Z', () => room.import('night-ferry'));
  await at('2020-03-02T09:00Z', () => attach('The county pays', 'https://example.org/county'));
  await at('2020-03-02T12:00Z', async () => {
    const [{ id: uuid }] = (await room.rows(`SELECT id FROM article WHERE slug = 'night-ferry'`)) as [{ id: string }];
    await room.change('archiveArticle', { articleId: id('Article', uuid) }, 'userErrors { message }');
  });
  // Some of it is folded into the changes of hours, days and months, and some is not.
});
afterAll(() => room.close());

describe('a trend of the workspace', () => {
  it('shows at the end of each interval what evidenceSummary said then, and carries it on', async () => {
    const points = await trend('DAY', '2020-02-26T00:00Z', '2020-03-04T00:00Z');
    expect(points.map(({ from }) => from.slice(5, 10))).toEqual(['02-27', '02-28', '02-29', '03-01', '03-02', '03-03']);
    const said = ['02-27T10', '02-28T23', '02-29T00', '02-29T00', '03-02T12', '03-02T12'];
    expect(points.map(totalsOf)).toEqual(said.map((hour) => known.get(`2020-${hour}:00Z`)));
    expect(points.every(({ complete }) => complete)).toBe(true);
    expect(points[3]).toMatchObject({ opened: 0, fixed: 0 });
  });

  it('is the same by the hour, and of any length at the same boundary', async () => {
    const hours = await trend('HOUR', '2020-02-27T10:00Z', '2020-03-03T00:00Z');
    expect(hours).toHaveLength(14 + 4 * 24);
    for (const [hour, summary] of known) {
      const point = hours.find(({ from }) => from.startsWith(hour.slice(0, 13)))!;
      expect([hour, totalsOf(point)]).toEqual([hour, summary]);
    }
    const days = await trend('DAY', '2020-02-27T10:00Z', '2020-03-03T00:00Z');
    const sum = (points: readonly Point[], name: 'opened' | 'fixed'): number =>
      points.reduce((total, point) => total + point[name], 0);
    expect([sum(days, 'opened'), sum(days, 'fixed')]).toEqual([sum(hours, 'opened'), sum(hours, 'fixed')]);
    expect(sum(hours, 'fixed')).toBeGreaterThan(0);
    for (const interval of ['WEEK', 'MONTH']) {
      const coarse = await trend(interval, '2020-02-27T10:00Z', '2020-03-03T00:00Z');
      for (const point of coarse) {
        const same = hours.find(({ to }) => to === point.to);
        if (same) expect([point.to, totalsOf(point)]).toEqual([point.to, totalsOf(same)]);
      }
      expect(totalsOf(coarse.at(-1)!)).toEqual(await summaryOf());
    }
    const weeks = await trend('WEEK', '2020-02-27T10:00Z', '2020-03-03T00:00Z');
    expect(weeks.map(({ from, to }) => [from.slice(5, 10), to.slice(5, 10)])).toEqual([
      ['02-24', '03-02'],
      ['03-02', '03-09'],
    ]);
  });

  it('counts what came and went: the open ones are those before, with them', async () => {
    const points = await trend('HOUR', '2020-02-27T10:00Z', '2020-03-02T10:00Z');
    for (const [i, point] of points.entries()) {
      const before = points[i - 1] ? openIn(points[i - 1]!) : 0;
      expect(openIn(point)).toBe(before + point.opened - point.fixed);
    }
  });

  it('begins where something is known, whatever was asked', async () => {
    expect(await trend('DAY', '2019-01-01T00:00Z', '2020-02-27T00:00Z')).toEqual([]);
    const [first, ...more] = await trend('MONTH', '2019-01-01T00:00Z', '2020-03-01T00:00Z');
    expect([first!.from, more]).toEqual(['2020-02-01T00:00:00.000Z', []]);
    expect(await trend('DAY', '2098-01-01T00:00Z', '2099-01-01T00:00Z')).toEqual([]);
    expect(await trend('DAY', '0000-01-01T00:00Z', '0000-02-01T00:00Z')).toEqual([]);
  });

  it('takes one statement, however long it is', async () => {
    const seen = await room.api.statements(() => trend('HOUR', '2020-02-27T00:00Z', '2020-04-01T00:00Z'));
    expect(seen).toHaveLength(1);
    const ofArticle = await room.api.statements(() =>
      trend('DAY', '2020-02-27T00:00Z', '2020-04-01T00:00Z', { articleId: id('Article', ferry) }),
    );
    expect(ofArticle).toHaveLength(1);
  });

  it('shows the interval that it is now as it stands now', async () => {
    const now = new Date();
    const hour = `${now.toISOString().slice(0, 13)}:00Z`;
    await makeItHour(room.api.db, hour);
    const source = { title: 'Dredging the harbour', url: 'https://example.org/dredging' };
    const input = { articleId: id('Article', ferry), number: 7, source };
    await room.change('defineReference', input, 'userErrors { message }');
    const points = await trend('DAY', hour, new Date(now.getTime() + 90 * 86_400_000).toISOString());
    expect(points.filter(({ complete }) => !complete)).toHaveLength(1);
    expect(totalsOf(points.at(-1)!)).toEqual(await summaryOf());
    expect(points.at(-1)!.fixed).toBeGreaterThan(0);
    const before = await trend('DAY', '2020-03-02T00:00Z', '2020-03-03T00:00Z');
    expect(before.map(totalsOf)).toEqual([known.get('2020-03-02T12:00Z')]);
  });
});

describe('a trend of a part', () => {
  it('is that of an article, archived or not', async () => {
    const articleId = id('Article', ferry);
    const points = await trend('DAY', '2020-02-26T00:00Z', '2020-03-02T00:00Z', { articleId });
    expect(points.map(({ from }) => from.slice(5, 10))).toEqual(['02-27', '02-28', '02-29', '03-01']);
    expect(totalsOf(points[1]!)).toEqual(known.get('2020-02-28T23:00Z'));
    expect(points[3]).toEqual({ ...points[1], from: points[3]!.from, to: points[3]!.to, opened: 0, fixed: 0 });
    const [last] = await trend('DAY', new Date().toISOString(), new Date(Date.now() + 1000).toISOString(), {
      articleId,
    });
    expect(totalsOf(last!)).toEqual(await summaryOf({ articleId }));
    const [{ id: archived }] = (await room.rows(`SELECT id FROM article WHERE slug = 'night-ferry'`)) as [
      { id: string },
    ];
    const [point] = await trend('DAY', '2020-03-03T00:00Z', '2020-03-04T00:00Z', {
      articleId: id('Article', archived),
    });
    expect(point!.claims).toBeGreaterThan(0);
  });

  it('is that of a desk', async () => {
    const none = await trend('DAY', '2020-02-26T00:00Z', '2020-03-02T00:00Z', { desk: '' });
    expect(none).toEqual(await trend('DAY', '2020-02-26T00:00Z', '2020-03-02T00:00Z'));
    expect(await trend('DAY', '2020-02-26T00:00Z', '2020-03-02T00:00Z', { desk: 'City' })).toEqual([]);
  });

  it('of another workspace is as that of none', async () => {
    const stranger = await room.api.token(await room.api.db.workspace());
    const range = { from: '2020-02-26T00:00Z', to: '2020-03-02T00:00Z', interval: 'DAY' };
    for (const more of [{}, { articleId: id('Article', ferry) }, { articleId: id('Article', crypto.randomUUID()) }]) {
      expect((await room.api.ask(stranger, TREND, { ...range, ...more })).data).toEqual({ evidenceTrend: [] });
    }
  });
});

it.each([
  [{ from: '2020-03-01T00:00Z', to: '2020-03-01T00:00Z' }, /^from: is not before/],
  [{ from: '2020-01-01T00:00Z', to: '2020-03-01T00:00Z', interval: 'HOUR' }, /^interval: .*1,000 intervals/],
  [{ articleId: 'nonsense' }, /^articleId: not the id/],
  [{ articleId: id('Article', crypto.randomUUID()), desk: 'City' }, /^desk: name an article or a desk/],
  [{ desk: 'a\0b' }, /^desk: holds a NUL/],
])('what cannot be asked is refused: %j', async (variables, message) => {
  const all = { from: '2020-02-26T00:00Z', to: '2020-03-02T00:00Z', interval: 'DAY', ...variables };
  const { errors } = await room.api.ask(room.token, TREND, all);
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
});
