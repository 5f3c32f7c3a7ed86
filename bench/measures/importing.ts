import pg from 'pg';
import { Database } from '../../src/database/database.js';
import { ENTITIES } from '../../src/entities.js';
import { CopyingConnection } from '../data/copying.js';
import { makeWorkspace } from '../data/build.js';
import { ready, writeArticle, type FilledWorkspace, type ReadyArticle } from '../data/fill.js';
import { madeUpArticle } from '../data/made-up-article.js';
import { drawerOf, logNormalSizes, zipfWeights } from '../data/skew.js';
import { median, ratioOf } from '../report/statistics.js';
import { shown } from '../report/shown.js';
import { withBars } from '../report/bars.js';
import type { Section } from '../report/section.js';
import { diceOf } from '../../test/support/random.js';
import { timeInTurns, type Bench } from './bench.js';

const ARTICLES = 40;
const CLAIMS = 2_000;
const SOURCES = 4_000;
/** Articles that `obelus import` has on their way at once. */
const AT_ONCE = 4;

/**
 * The stage of an import that writes rows: the program's, in its role and behind row-level security, beside COPY by the
 * owner of the tables, who sees no wall. Both write the same rows, made by the same code, into the same tables.
 */
export async function importing(bench: Bench): Promise<Section> {
  const { set, options } = bench;
  const owner = new pg.Client({ connectionString: set.ownerUrl });
  await owner.connect();
  const database = await Database.connect({
    url: set.appUrl,
    entities: ENTITIES,
    poolSize: AT_ONCE,
    statementTimeoutMs: 120_000,
  });
  try {
    const workspace = await makeWorkspace(owner, 1_000_000);
    const copying = new CopyingConnection(owner, database.dataSource);
    bench.say('import: reading and judging articles beforehand');
    const batches = await readyBatches(copying, workspace, 3 * options.rounds);
    await copying.send();
    let next = 0;
    // As an import does: each article is a transaction of its own.
    const write = async (articles: Iterable<ReadyArticle>): Promise<void> => {
      for (const article of articles) {
        await database.withWorkspace({ workspaceId: workspace.id }, (connection) =>
          writeArticle(connection, workspace, article),
        );
      }
    };
    const program = (): Promise<void> => write(batches[next++]!);
    const atOnce = async (): Promise<void> => {
      // They share one iterator, so each takes the next article that none has.
      const articles = batches[next++]!.values();
      await Promise.all(Array.from({ length: AT_ONCE }, () => write(articles)));
    };
    const copy = async (): Promise<void> => {
      await owner.query('BEGIN');
      for (const article of batches[next++]!) await writeArticle(copying, workspace, article);
      await copying.send();
      await owner.query('COMMIT');
    };
    bench.say('import: writing');
    const [own, four, floor] = (await timeInTurns(bench, [program, atOnce, copy])) as [number[], number[], number[]];
    const row = (name: string, times: number[]): string[] => [
      name,
      shown(CLAIMS / (median(times) / 1000)),
      shown(median(times)),
    ];
    return withBars(
      {
        id: 'import',
        title: 'Writing the rows of imports',
        about:
          `${ARTICLES} articles with ${CLAIMS.toLocaleString('en')} claims a turn, which were read and judged before: the stage that ` +
          'writes their rows, in the program’s role and behind row-level security, an article a transaction; beside it COPY by the ' +
          'owner of the tables, all articles of a turn in one transaction. Triggers, foreign keys and indexes are the same.',
        columns: ['how', 'claims/s', 'ms a turn'],
        rows: [
          row('the program, one by one', own),
          row(`the program, ${AT_ONCE} articles at once`, four),
          row('COPY without the wall', floor),
        ],
        comparisons: [
          { what: 'claims/s, the program / COPY', ratio: ratioOf(floor, own), target: { at: 'least', value: 0.75 } },
          { what: `the same, ${AT_ONCE} articles at once`, ratio: ratioOf(floor, four), target: null },
        ],
        limits: [],
        notes: [],
      },
      { title: 'Claims a second', value: 'claims/s' },
    );
  } finally {
    await database.close();
    await owner.end();
  }
}

async function readyBatches(
  connection: CopyingConnection,
  workspace: FilledWorkspace,
  count: number,
): Promise<ReadyArticle[][]> {
  const draw = diceOf(5);
  const drawSource = drawerOf(zipfWeights(SOURCES, 0.8));
  const batches: ReadyArticle[][] = [];
  for (let b = 0; b < count; b++) {
    const batch: ReadyArticle[] = [];
    for (const [i, claims] of logNormalSizes(draw, CLAIMS, ARTICLES, 0.9).entries()) {
      const number = b * ARTICLES + i;
      const { text } = madeUpArticle(draw, number, claims, drawSource);
      batch.push(await ready(connection, workspace, { slug: `import-${number}`, text, desk: 'City', at: new Date() }));
    }
    batches.push(batch);
  }
  return batches;
}
