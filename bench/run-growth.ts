import { openSet, type DataSet } from './data/data-set.js';
import type { SetSize } from './data/build.js';
import { attachBodies } from './measures/attach.js';
import { measure, of, TOKEN, type Bench } from './measures/bench.js';
import { SUMMARY_BODY } from './measures/dashboard.js';
import { bodiesOf, findPages } from './measures/pages.js';
import { answersOf } from './measures/same-answers.js';
import type { Options } from './options.js';
import type { Section } from './report/section.js';
import { shown } from './report/shown.js';
import { median } from './report/statistics.js';
import { startObelus } from './servers/contestants.js';

/** Of the sets whose workspaces grow in number. */
const CLAIMS = 100_000;
const WORKSPACES = [1, 100, 10_000];
/** Of the sets whose claims grow in number. */
const USUAL_WORKSPACES = 20;
const PLACES = 100;
/** Changes of a round. */
const CHANGES = 60;

/** What an operation takes, in milliseconds, by its name. */
type Costs = Readonly<Record<string, number>>;

/**
 * What operations cost one who asks alone, on sets that grow: by claims, and by workspaces. Each set is built where it is
 * not yet.
 *
 * @param spins is told how long a fixed work of the processor took
 * @param add is given each section as soon as it is there
 */
export async function runGrowth(
  options: Options,
  say: (line: string) => void,
  spins: number[],
  add: (section: Section) => Promise<void>,
): Promise<void> {
  const cost = async (size: SetSize): Promise<Costs> => {
    say(`growth: ${size.claims.toLocaleString('en')} claims in ${size.workspaces.toLocaleString('en')} workspaces`);
    const set = await openSet(options.folder, size, say);
    try {
      return await costsOf(options, set, say, spins);
    } finally {
      await set.close();
    }
  };
  const sizes = [...options.growth].sort((a, b) => a - b);
  const byClaims: Costs[] = [];
  for (const claims of sizes) byClaims.push(await cost({ claims, workspaces: USUAL_WORKSPACES }));
  await add(
    sectionOf(
      'growth-by-claims',
      'Growth with claims',
      `Sets of more and more claims, in ${USUAL_WORKSPACES} workspaces, six in ten claims in the one that is asked.`,
      'claims',
      sizes,
      byClaims,
    ),
  );
  const byWorkspaces: Costs[] = [];
  for (const workspaces of WORKSPACES) byWorkspaces.push(await cost({ claims: CLAIMS, workspaces }));
  await add(
    sectionOf(
      'growth-by-workspaces',
      'Growth with workspaces',
      `Sets of ${CLAIMS.toLocaleString('en')} claims in more and more workspaces; where there are several, six in ten claims are in the one that is asked.`,
      'workspaces',
      WORKSPACES,
      byWorkspaces,
    ),
  );
}

async function costsOf(options: Options, set: DataSet, say: (line: string) => void, spins: number[]): Promise<Costs> {
  const [{ name, path }] = options.checkouts as [(typeof options.checkouts)[number]];
  const server = await startObelus(name, path, set);
  try {
    const pages = await findPages(set, PLACES);
    const bench: Bench = {
      options: { ...options, durationMs: options.seconds * 1000, warmUpMs: 1000 },
      set,
      pages,
      contestants: [server],
      memoryAtMost: new Map(),
      spins,
      say,
    };
    const read = async (what: string, bodies: readonly string[]) => ({
      name: what,
      url: server.url,
      token: TOKEN,
      bodies,
      expected: await answersOf(server.url, TOKEN, bodies),
    });
    const reads = await measure(
      bench,
      [
        await read('main query', bodiesOf(pages.random, 'obelus', 1)),
        await read('last page', bodiesOf([pages.last], 'obelus', 1)),
        await read('dashboard', [SUMMARY_BODY]),
      ],
      1,
    );
    const writes = await measure(
      bench,
      [
        {
          name: 'attachSource',
          url: server.url,
          token: TOKEN,
          bodies: await attachBodies(bench, CHANGES * options.rounds),
          expected: null,
          holds: '"userErrors":[]',
          once: true,
        },
      ],
      1,
    );
    const all = { servers: [...reads.servers, ...writes.servers], spins: [] };
    return Object.fromEntries(all.servers.map((each) => [each.name, median(of(all, each.name).p50)]));
  } finally {
    await server.stop();
  }
}

function sectionOf(
  id: string,
  title: string,
  about: string,
  along: string,
  steps: readonly number[],
  costs: readonly Costs[],
): Section {
  const operations = Object.keys(costs[0] ?? {});
  const values = (operation: string): number[] => costs.map((each) => each[operation]!);
  return {
    id,
    title,
    about: `${about} Milliseconds until the answer, in the middle, for one who asks alone.`,
    columns: ['operation', ...steps.map((step) => `${step.toLocaleString('en')} ${along}, ms`)],
    rows: operations.map((operation) => [operation, ...values(operation).map(shown)]),
    comparisons: operations.map((operation) => {
      const own = values(operation);
      const value = own.at(-1)! / own[0]!;
      const what = `${operation}, ${steps.at(-1)!.toLocaleString('en')} / ${steps[0]!.toLocaleString('en')} ${along}`;
      return { what, ratio: { value, low: value, high: value }, target: null };
    }),
    limits: [],
    chart: {
      kind: 'lines',
      title: `Milliseconds, by ${along}`,
      along: steps,
      series: operations.map((operation) => ({ name: operation, values: values(operation) })),
    },
    notes: [],
  };
}
