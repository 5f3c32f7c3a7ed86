import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import { Piscina } from 'piscina';
import { paragraph, run, writeDocx } from '../src/converting/testing/docx-writer.js';
import { lines, writePdf } from '../src/converting/testing/pdf-writer.js';
import { startScript } from './support/start-script.js';

/** The first start may have to build. */
const PATIENCE_MS = 180_000;
/** Far more than there are, far less than the sources of the server and of its packages. */
const FILES_AT_MOST = 120;

/** What only some requests, some settings or other programs need: it has to be loaded then. */
const NOT_AT_START = [
  '@graphql-yoga/render-graphiql',
  '@modelcontextprotocol/server',
  '@mozilla/readability',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/sdk-trace',
  'commander',
  'jszip',
  'libphonenumber-js',
  'linkedom',
  'mammoth',
  'pdfjs-dist',
  'typescript',
];

/** Both builds of the thread that reads articles: bundled, and as it was compiled. */
const [BUNDLED, COMPILED] = ['dist/server/reading.worker.js', 'dist/src/importing/reading.worker.js'];

const PAGE = `<!doctype html><title>Locks</title><article><h1>Locks</h1><p>${'The lock’s gates hold 40 m³ — “no more”. '.repeat(20)}</p></article>`;

/** What each function of the thread is asked, by the name of the function: letters of many scripts, and each parser of files. */
const TASKS: readonly (readonly [name: string, task: unknown])[] = [
  ['read', { content: readFileSync('samples/hydrogen-buses.md', 'utf8'), format: 'MARKDOWN', title: null }],
  [
    'read',
    { content: 'Der Fluß\n\nÉtienne’s “lock” — 3 m³ 🚢 [1].\n\n[1] Müller, J. (1998). Schleusen.', format: 'TEXT' },
  ],
  ['blocks', { content: PAGE, format: 'HTML', title: 'Locks' }],
  ['convert', { kind: 'PDF', bytes: writePdf([{ texts: lines(50, 700, ['The lock was filled', 'in 1998.']) }]) }],
  ['convert', { kind: 'DOCX', bytes: writeDocx({ body: [paragraph(run('L’écluse — “1998” 🚢'))] }) }],
  ['extract', { kind: 'HTML', text: PAGE }],
];

async function answersOf(filename: string): Promise<unknown[]> {
  const pool = new Piscina({ filename: `${process.cwd()}/${filename}`, maxThreads: 1 });
  try {
    const answers: unknown[] = [];
    for (const [name, task] of TASKS) answers.push(await pool.run(structuredClone(task), { name }));
    return answers;
  } finally {
    await pool.destroy();
  }
}

let folder: string;
let server: ChildProcess;
let loaded: string[];
/** The introspection that it answers with. */
let described: IntrospectionQuery;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'obelus-bundle-'));
  const list = join(folder, 'loaded');
  const hook = pathToFileURL(join(import.meta.dirname, 'support/loaded-files.mjs')).href;
  const { output } = await startScript(
    'start.mjs',
    { cwd: folder, environment: { PORT: '0', NODE_OPTIONS: `--import=${hook}`, LOADED_FILES: list } },
    (child) => (server = child),
    (said) => said.includes('#token='),
  );
  const [, url, token] = /(http:\S+)#token=(obl_[\w-]+)/.exec(output)!;
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: getIntrospectionQuery({ specifiedByUrl: true }) }),
  });
  ({ data: described } = (await response.json()) as { data: IntrospectionQuery });
  server.kill('SIGTERM');
  await once(server, 'close');
  loaded = [...new Set(readFileSync(list, 'utf8').split('\n'))].filter((each) => each.startsWith('file:'));
}, PATIENCE_MS);
afterAll(() => {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** The sources that each file of the bundle was made of, by its name. */
function contents(): Readonly<Record<string, readonly string[]>> {
  const path = join(process.cwd(), 'dist/server/contents.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string[]>;
}

const packageOf = (path: string): string | null =>
  /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1]?.replace('\\', '/') ?? null;

const packagesOf = (paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.map(packageOf).filter((name) => name !== null));

describe('the server that is started', () => {
  it('is a few files', () => {
    expect(loaded.map((each) => basename(fileURLToPath(each)))).toContain('main.js');
    expect(loaded.length).toBeLessThan(FILES_AT_MOST);
  });

  it('loads nothing at its start that it may not need, and no package twice', () => {
    const bundled = contents();
    const inBundle = packagesOf(loaded.flatMap((each) => bundled[basename(fileURLToPath(each))] ?? []));
    const beside = packagesOf(loaded);
    expect([...inBundle]).toEqual(expect.arrayContaining(['@nestjs/core', 'graphql', 'typeorm']));
    expect([...beside]).toContain('pg');
    expect(NOT_AT_START.filter((name) => inBundle.has(name) || beside.has(name))).toEqual([]);
    expect([...beside].filter((name) => inBundle.has(name))).toEqual([]);
  });

  it('runs none of the files that it was made of', () => {
    const compiled = pathToFileURL(join(process.cwd(), 'dist/src/')).href;
    expect(loaded.filter((each) => each.startsWith(compiled))).toEqual([]);
  });

  it('has the schema of the sources, each word of it', () => {
    const sources = buildSchema(readFileSync('src/graphql/schema.graphql', 'utf8'));
    const printed = (schema: typeof sources): string => printSchema(lexicographicSortSchema(schema));
    expect(printed(buildClientSchema(described))).toBe(printed(sources));
  });

  it(
    'reads in a thread as what it was made of does',
    async () => {
      const [bundled, compiled] = [await answersOf(BUNDLED), await answersOf(COMPILED)];
      expect(bundled).toEqual(compiled);
      const [, , , pdf, docx, page] = bundled.map((each) => JSON.stringify(each));
      expect(pdf).toContain('The lock was filled');
      expect(docx).toContain('L’écluse — “1998” 🚢');
      expect(page).toContain('gates hold 40 m³ — “no more”');
    },
    PATIENCE_MS,
  );
});
