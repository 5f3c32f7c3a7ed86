import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { strToU8, zipSync } from 'fflate';
import pg from 'pg';
import { diceOf } from '../../test/support/random.js';
import { makeWorkspace, tokenOf } from '../data/build.js';
import { madeUpArticle } from '../data/made-up-article.js';
import { drawerOf, zipfWeights } from '../data/skew.js';
import { shown } from '../report/shown.js';
import { ratioOf } from '../report/statistics.js';
import { withBars } from '../report/bars.js';
import type { Section } from '../report/section.js';
import { memoryOf, startObelus } from '../servers/contestants.js';
import type { Bench } from './bench.js';

const FEW = 200;
const MANY = 10 * FEW;
const CLAIMS = 20;
const SOURCES = 2_000;
/** How often the memory of the command is looked at, in milliseconds. */
const LOOK_MS = 20;
/** Behind the numbers of all workspaces that a set has. */
const FIRST_WORKSPACE = 2_000_000;

/** Writes a collection of so many articles into a folder, and says where it is. */
type Pack = (folder: string, articles: number) => Promise<string>;

const PACKS: readonly (readonly [kind: string, pack: Pack])[] = [
  ['ZIP', packZip],
  ['CSV', packTable],
];

interface Memory {
  /** In MiB, at most. */
  readonly command: number;
  readonly server: number;
}

/**
 * What `obelus import` and its server take at most, where a collection is ten times as large. Each import has a server that
 * was started for it, in a workspace of its own.
 */
export async function importMemory(bench: Bench): Promise<Section> {
  const [version] = bench.options.checkouts;
  const folder = mkdtempSync(join(tmpdir(), 'obelus-bench-import-'));
  const owner = new pg.Client({ connectionString: bench.set.ownerUrl });
  await owner.connect();
  const measured: { readonly kind: string; readonly few: Memory; readonly many: Memory }[] = [];
  let workspace = FIRST_WORKSPACE;
  try {
    for (const [kind, pack] of PACKS) {
      const importOf = async (articles: number): Promise<Memory> => {
        bench.say(`import: memory for a ${kind} of ${articles.toLocaleString('en')} articles`);
        const path = await pack(folder, articles);
        const server = await startObelus(version!.name, version!.path, bench.set);
        try {
          await makeWorkspace(owner, ++workspace);
          const command = await memoryOfImport(version!.path, path, server.url, tokenOf(workspace));
          return { command, server: memoryOf(server.pid)?.most ?? NaN };
        } finally {
          await server.stop();
        }
      };
      measured.push({ kind, few: await importOf(FEW), many: await importOf(MANY) });
    }
  } finally {
    await owner.end();
    rmSync(folder, { recursive: true });
  }
  const sizes = `${FEW} and ${MANY.toLocaleString('en')}`;
  return withBars(
    {
      id: 'import-memory',
      title: 'Memory of imports',
      about:
        `What obelus import and its server hold at most while a collection of ${sizes} articles of ${CLAIMS} claims is imported: ` +
        'a ZIP with a file for each, and a table with a row for each claim. Each import has a server of its own.',
      columns: ['collection', 'articles', 'command, MiB at most', 'server, MiB at most'],
      rows: measured.flatMap(({ kind, few, many }) => [
        [kind, shown(FEW), shown(few.command), shown(few.server)],
        [kind, shown(MANY), shown(many.command), shown(many.server)],
      ]),
      comparisons: measured.flatMap(({ kind, few, many }) =>
        (['command', 'server'] as const).map((who) => ({
          what: `${kind}, memory of the ${who}, ten times the articles / as many`,
          ratio: ratioOf([many[who]], [few[who]]),
          target: { at: 'most' as const, value: 1.5 },
        })),
      ),
      limits: [],
      notes: ['One import each: what the system and the collector of garbage do differs from one to the next.'],
    },
    { title: 'MiB of the server at most', value: 'server, MiB at most', groups: 'articles' },
  );
}

/** @returns MiB that the command had taken at most. @throws Error when it did not import all */
async function memoryOfImport(checkout: string, path: string, url: string, token: string): Promise<number> {
  const args = ['import', path, '--server', new URL(url).origin, '--token', token, '--quiet'];
  const child = spawn(process.execPath, [join(checkout, 'bin/obelus.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let most = NaN;
  const looking = setInterval(() => (most = memoryOf(child.pid!)?.most ?? most), LOOK_MS);
  try {
    const [[status], errors] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
    if (status !== 0) throw new Error(`the import of ${path} ended with ${status}: ${errors}`);
    return most;
  } finally {
    clearInterval(looking);
    child.kill('SIGKILL');
  }
}

function* madeUpTexts(articles: number): Generator<string> {
  const draw = diceOf(articles);
  const drawSource = drawerOf(zipfWeights(SOURCES, 0.8));
  for (let number = 0; number < articles; number++) yield madeUpArticle(draw, number, CLAIMS, drawSource).text;
}

function packZip(folder: string, articles: number): Promise<string> {
  const path = join(folder, `articles-${articles}.zip`);
  const files = [...madeUpTexts(articles)].map((each, i) => [`article-${i}.txt`, strToU8(each)] as const);
  writeFileSync(path, zipSync(Object.fromEntries(files)));
  return Promise.resolve(path);
}

async function packTable(folder: string, articles: number): Promise<string> {
  const path = join(folder, `claims-${articles}.csv`);
  function* rows(): Generator<string> {
    yield 'article,claim,sources\n';
    for (let i = 0; i < articles; i++) {
      for (let j = 0; j < CLAIMS; j++) {
        const source = (i * CLAIMS + j) % SOURCES;
        yield `article-${i},The ferry ${i} carried ${100 + j} people in 2031,https://port.example/ferries/${source}\n`;
      }
    }
  }
  await pipeline(Readable.from(rows()), createWriteStream(path));
  return path;
}
