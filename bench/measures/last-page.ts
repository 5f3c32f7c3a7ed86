import { ratioOf } from '../report/statistics.js';
import { withBars } from '../report/bars.js';
import type { Section } from '../report/section.js';
import type { Contestant } from '../servers/contestants.js';
import { measure, of, RATE_COLUMNS, rateRow, TOKEN, versions, type Bench } from './bench.js';
import { bodiesOf, type Place } from './pages.js';
import { answersOf } from './same-answers.js';

const CONNECTIONS = 10;

/** Whether a page costs more the deeper it lies. */
export async function lastPage(bench: Bench): Promise<Section> {
  const [{ name, url }] = versions(bench) as [Contestant];
  const places: Readonly<Record<string, readonly Place[]>> = {
    'first page': [null],
    'pages anywhere': bench.pages.random,
    'last page': [bench.pages.last],
  };
  const asked = await Promise.all(
    Object.entries(places).map(async ([page, where]) => {
      const bodies = bodiesOf(where, 'obelus', 1);
      return { name: page, url, token: TOKEN, bodies, expected: await answersOf(url, TOKEN, bodies) };
    }),
  );
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
        'The same query for the first page of unsupported claims, for pages after random places, and for the last page.',
      columns: ['page', ...RATE_COLUMNS, 'kB an answer'],
      rows: measured.servers.map((each) => [
        each.name,
        ...rateRow(CONNECTIONS, each),
        (bytes.get(each.name)! / 1000).toFixed(1),
      ]),
      comparisons: [
        {
          what: `requests/s of ${name}, last page / first page`,
          ratio: ratioOf(rates('last page'), rates('first page')),
          target: { at: 'least', value: 0.9 },
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
      notes: ['The claims of the pages differ, and so does what hangs on them: see the size of the answers.'],
    },
    { title: 'Requests a second', value: 'requests/s' },
  );
}
