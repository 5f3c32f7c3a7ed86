import { diceOf } from '../../test/support/random.js';
import { madeUpArticle } from '../data/made-up-article.js';
import {
  BUSY,
  capacityOf,
  CHANGES_A_MILLION,
  DISK_RESERVE,
  HOT_SHARE,
  MACHINE,
  PAGES_A_MILLION,
  type UnitCosts,
} from '../report/capacity.js';
import { shown } from '../report/shown.js';
import type { Section } from '../report/section.js';
import type { Contestant } from '../servers/contestants.js';
import { parentOf, processorMs } from '../support/processor-time.js';
import { attachBodies } from './attach.js';
import { TOKEN, versions, type Bench } from './bench.js';
import { bodiesOf } from './pages.js';
import { answersOf } from './same-answers.js';

const CLAIMS = [1e6, 1e7, 1e8, 1e9, 1e10];
const CHANGES = 200;
const IMPORTS = 20;
const CLAIMS_OF_IMPORT = 50;
/** Read by pages of claims, articles and totals. */
const HOT = ['claim', 'claim_text', 'citation', 'reference', 'source', 'finding', 'article', 'article_tally'];
const IMPORT = `mutation Import($input: ImportArticleInput!) {
  importArticle(input: $input) { article { id } userErrors { message } }
}`;

/** What so many claims ask for, worked out from what they cost here. */
export async function capacity(bench: Bench): Promise<Section> {
  const costs = await unitCosts(bench);
  const giga = (bytes: number): string => `${shown(bytes / 1e9)} GB`;
  const pair = (of: { server: number; database: number }): string => `${shown(of.server)}, ${shown(of.database)}`;
  return {
    id: 'capacity',
    title: 'Capacity',
    about:
      `Worked out, and tried at ${costs.claims.toLocaleString('en')} claims alone: each page and change is taken to cost what it costs there. ` +
      `Taken are ${PAGES_A_MILLION} pages and ${CHANGES_A_MILLION} changes a second for each million claims, processors that are ${BUSY * 100} % busy then, ` +
      `${HOT_SHARE * 100} % of what pages read in memory, and ${DISK_RESERVE} times the data on disk. A machine for a database is one of ` +
      `${MACHINE.processors} processors, ${MACHINE.memoryBytes / 1e9} GB of memory and ${MACHINE.diskBytes / 1e12} TB of disk.`,
    columns: [
      'claims',
      'disk',
      'memory',
      'pages, changes a second',
      'processors: servers',
      'databases',
      'of these, for changes',
      'importing all, processor hours',
      'steps',
    ],
    rows: CLAIMS.map((claims) => {
      const of = capacityOf(costs, claims);
      return [
        claims.toLocaleString('en'),
        giga(of.diskBytes),
        giga(of.memoryBytes),
        `${shown(of.pages)}, ${shown(of.changes)}`,
        shown(of.servers),
        shown(of.databases),
        shown(of.primary),
        shown(of.importHours),
        of.step,
      ];
    }),
    comparisons: [],
    limits: [],
    chart: null,
    notes: [
      `Measured on a set of ${costs.claims.toLocaleString('en')} claims: ${shown(costs.bytesAClaim / 1000)} kB a claim with all that belongs to it, ${shown(costs.hotBytesAClaim / 1000)} kB of that read by pages; ` +
        `milliseconds of the processor, server and database: a page ${pair(costs.page)}, a change (attaching a source) ${pair(costs.change)}; ` +
        `importing a claim ${shown(costs.importedClaim)} ms of both.`,
      'Where Citus is named, databases are taken to need 1.8 of that for a page and 4.2 for a change, as measured beside one PostgreSQL; nothing of that size was tried.',
    ],
  };
}

async function unitCosts(bench: Bench): Promise<UnitCosts> {
  const { set, pages } = bench;
  const [server] = versions(bench) as [Contestant];
  const [{ pid, size, hot, claims }] = (await set.rows<Record<'pid' | 'size' | 'hot' | 'claims', string>>(
    `SELECT pg_backend_pid() AS pid, pg_database_size(current_database()) AS size, (SELECT count(*) FROM claim) AS claims,
       (SELECT sum(pg_total_relation_size(t::regclass)) FROM unnest($1::text[]) t) AS hot`,
    [HOT],
  )) as [Record<'pid' | 'size' | 'hot' | 'claims', string>];
  const postgres = parentOf(Number(pid));
  const cost = async (bodies: readonly string[]): Promise<{ server: number; database: number }> => {
    const before = [processorMs(server.pid), processorMs(postgres)] as const;
    const answers = await answersOf(server.url, TOKEN, bodies);
    const wrong = answers.find((each) => each.includes('"errors":') || /"userErrors":\[\{/.test(each));
    if (wrong) throw new Error(`the server answered ${wrong.slice(0, 400)}`);
    return {
      server: (processorMs(server.pid) - before[0]) / bodies.length,
      database: (processorMs(postgres) - before[1]) / bodies.length,
    };
  };
  bench.say('capacity');
  const asked = bodiesOf(pages.random, 'obelus', 1);
  await cost(asked);
  const page = await cost(asked);
  const changes = await attachBodies(bench, 2 * CHANGES);
  await cost(changes.slice(0, CHANGES));
  const change = await cost(changes.slice(CHANGES));
  const imported = await cost(imports());
  return {
    claims: Number(claims),
    bytesAClaim: Number(size) / Number(claims),
    hotBytesAClaim: Number(hot) / Number(claims),
    page,
    change,
    importedClaim: (imported.server + imported.database) / CLAIMS_OF_IMPORT,
  };
}

function imports(): string[] {
  const draw = diceOf(CLAIMS_OF_IMPORT);
  return Array.from({ length: IMPORTS }, (_, i) => {
    const { text } = madeUpArticle(draw, 8_000_000 + i, CLAIMS_OF_IMPORT, () => draw(500));
    const input = { slug: `capacity-${i}`, format: 'TEXT', content: text };
    return JSON.stringify({ operationName: 'Import', query: IMPORT, variables: { input } });
  });
}
