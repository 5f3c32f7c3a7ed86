import { isDeepStrictEqual } from 'node:util';
import { ratioOf } from '../report/statistics.js';
import { withBars } from '../report/bars.js';
import type { Section } from '../report/section.js';
import type { Contestant } from '../servers/contestants.js';
import { measure, of, RATE_COLUMNS, rateRow, TOKEN, versions, type Bench } from './bench.js';
import { bodiesOf, PAGE } from './pages.js';
import { NODE, PAGE_INFO } from './queries.js';
import { answersOf } from './same-answers.js';

const CONNECTIONS = 10;

/** The main query from the end of the list: what is its last page otherwise is the first one here. */
const FROM_THE_END = {
  operationName: 'FromTheEnd',
  query: `query FromTheEnd($last: Int!) { unsupportedClaims(last: $last) { edges { node { ${NODE} } } ${PAGE_INFO} } }`,
  variables: { last: PAGE },
};

/** Whether a page costs more the deeper it lies. */
export async function lastPage(bench: Bench): Promise<Section> {
  const [{ name, url }] = versions(bench) as [Contestant];
  const pages: Readonly<Record<string, readonly string[]>> = {
    'first page': bodiesOf([null], 'obelus', 1),
    'pages anywhere': bodiesOf(bench.pages.random, 'obelus', 1),
    'last page': bodiesOf([bench.pages.last], 'obelus', 1),
    'the same, from the end': [JSON.stringify(FROM_THE_END)],
  };
  const asked = await Promise.all(
    Object.entries(pages).map(async ([page, bodies]) => ({
      ...{ name: page, url, token: TOKEN, bodies },
      expected: await answersOf(url, TOKEN, bodies),
    })),
  );
  const [deep, fromTheEnd] = asked.slice(2).map(({ expected: [answer] }) => claimsOf(answer!));
  if (!isDeepStrictEqual(deep, fromTheEnd)) throw new Error(`${name} has another last page from the end of the list`);
  const bytes = new Map(
    asked.map((each) => [each.name, each.expected.reduce((sum, text) => sum + text.length, 0) / each.expected.length]),
  );
  bench.say('first and last page');
  const measured = await measure(bench, asked, CONNECTIONS);
  const rates = (page: string): readonly number[] => of(measured, page).rates;
  const bytesPerSecond = (page: string): number[] => rates(page).map((rate) => rate * bytes.get(page)!);
  return withBars(
    {
      id: 'last-page',
      title: 'The last page and the first',
      about:
        'The same query for the first page of unsupported claims, for pages after random places, and for the last page: after all the others, ' +
        'and as the first page of the list from its end, which has the same claims.',
      columns: ['page', ...RATE_COLUMNS, 'kB an answer'],
      rows: measured.servers.map((each) => [
        each.name,
        ...rateRow(CONNECTIONS, each),
        (bytes.get(each.name)! / 1000).toFixed(1),
      ]),
      comparisons: [
        {
          what: `requests/s of ${name}, last page / the same claims as a first page`,
          ratio: ratioOf(rates('last page'), rates('the same, from the end')),
          target: { at: 'least', value: 0.9 },
        },
        {
          what: `requests/s of ${name}, last page / first page`,
          ratio: ratioOf(rates('last page'), rates('first page')),
          target: null,
        },
        {
          what: `bytes/s of ${name}, last page / first page`,
          ratio: ratioOf(bytesPerSecond('last page'), bytesPerSecond('first page')),
          target: null,
        },
        {
          what: `requests/s of ${name}, last page / pages anywhere`,
          ratio: ratioOf(rates('last page'), rates('pages anywhere')),
          target: null,
        },
      ],
      limits: [],
      notes: [
        'The worst come first: claims that cite nothing stand on the first page, claims with citations and sources on the last, whose answer ' +
          'is the longer. What depth costs is told by pages of the same claims.',
      ],
    },
    { title: 'Requests a second', value: 'requests/s' },
  );
}

/** What an answer says of claims, without the places around them. */
const claimsOf = (answer: string): unknown =>
  (JSON.parse(answer) as { data: { unsupportedClaims: { edges: unknown } } }).data.unsupportedClaims.edges;
