import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { run } from '../src/cli/testing/run.js';

interface Asked {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
type Answer = { readonly status?: number; readonly body: string };

/** A server that answers what it is told to, so that each of its troubles can be tried. */
class Answering {
  readonly asked: Asked[] = [];
  private readonly server: Server;

  constructor(private readonly answers: Answer[]) {
    this.server = createServer((request, response) => {
      void json(request).then((body) => {
        const { url: path, headers } = request;
        this.asked.push({
          path,
          authorization: headers.authorization,
          ...(body as Pick<Asked, 'query' | 'variables'>),
        });
        const { status = 200, body: answer } = this.answers.shift() ?? { status: 500, body: '' };
        response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
      });
    });
  }

  async url(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const article = {
  slug: 'trams',
  title: 'Trams',
  version: 2,
  summary: {
    claims: 3,
    checkable: 3,
    score: 1 / 3,
    byStanding: [
      { standing: 'MISSING', count: 1 },
      { standing: 'WEAK', count: 1 },
      { standing: 'CITED', count: 1 },
      { standing: 'NOT_CHECKABLE', count: 0 },
    ],
  },
};
const data = (payload: object): Answer => ({ body: JSON.stringify({ data: payload }) });
const imported = data({ importArticle: { article, job: null, userErrors: [] } });

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'obelus-import-'));
  path = join(folder, 'trams.md');
  writeFileSync(path, '# Trams\n\nTrams run daily.\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

let server: Answering;
afterEach(() => server.close());

async function importing(answers: Answer[], ...args: string[]) {
  server = new Answering(answers);
  const [url, paths] = [await server.url(), args.some((arg) => /\.md$|^https?:/.test(arg)) ? [] : [path]];
  return run('import', ...paths, '--server', url, '--token', 'a-token', ...args);
}

describe('obelus import', () => {
  it('sends the text, and tells what was found', async () => {
    const { status, out } = await importing([imported], '--desk', 'city');
    expect(status).toBe(0);
    expect(out).toBe(
      [
        `${path} → trams (version 2): Trams`,
        '  3 claims, 3 checkable, 2 unsupported; score 33 %',
        '  ▢ 1 MISSING  △ 1 WEAK  ○ 1 CITED',
      ].join('\n'),
    );
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({
      path: '/graphql',
      authorization: 'Bearer a-token',
      variables: {
        input: { slug: 'trams', content: '# Trams\n\nTrams run daily.\n', format: 'MARKDOWN', desk: 'city' },
      },
    });
  });

  it('waits for the job of a long one', async () => {
    const job = data({ importArticle: { article: null, job: { id: 'job-1' }, userErrors: [] } });
    const progress = (state: string): Answer => data({ node: { state, done: 1, total: 2, error: null } });
    const { status, out } = await importing([job, progress('RUNNING'), progress('DONE'), data({ article })]);
    expect([status, out]).toEqual([0, expect.stringContaining('3 claims')]);
    expect(server.asked.map(({ variables }) => variables)).toMatchObject([
      {},
      { id: 'job-1' },
      { id: 'job-1' },
      { slug: 'trams' },
    ]);
  });

  it('tells why a job failed', async () => {
    const job = data({ importArticle: { article: null, job: { id: 'job-1' }, userErrors: [] } });
    const failed = data({ node: { state: 'FAILED', done: 0, total: null, error: 'the disk is full' } });
    const { status, errors } = await importing([job, failed]);
    expect([status, errors]).toEqual([2, [`${path}: the import failed: the disk is full`]]);
  });

  it('tells why the server refuses one, and sends the next', async () => {
    const userErrors = [{ code: 'INVALID_SLUG', message: 'a slug has no slash', field: ['input', 'slug'] }];
    const refused = data({ importArticle: { article: null, job: null, userErrors } });
    const { status, out, errors } = await importing([refused, imported], path, path);
    expect([status, errors]).toEqual([1, [`${path}: INVALID_SLUG (input.slug): a slug has no slash`]]);
    expect(out).toContain('3 claims');
  });

  it.each([
    ['an unknown token', { status: 401, body: '{"errors":[{"message":"?"}]}' }, 'check --token or OBELUS_TOKEN'],
    ['something else', { status: 404, body: '<html>' }, 'answers 404 without GraphQL; is it an Obelus server?'],
    ['a fault', { body: '{"data":null,"errors":[{"message":"Internal error"}]}' }, 'answers: Internal error'],
  ])('%s: one line, status 2', async (_, answer, says) => {
    const { status, errors } = await importing([answer]);
    expect([status, errors]).toEqual([2, [expect.stringContaining(says)]]);
  });

  it('tells that nobody answers', async () => {
    server = new Answering([]);
    const url = await server.url();
    server.close();
    const { status, errors } = await run('import', path, '--server', url);
    expect(status).toBe(2);
    expect(errors).toEqual([`${path}: ${url}/graphql cannot be reached (ECONNREFUSED); start it with "npm start"`]);
  });

  it('has the server fetch what stands at an address', async () => {
    const { status, out } = await importing([imported], 'https://trams.example/2031/Trams.html?id=7', '--desk', 'city');
    expect([status, out]).toEqual([0, expect.stringContaining('→ trams (version 2)')]);
    expect(server.asked.map(({ variables }) => variables)).toEqual([
      { input: { slug: 'trams-id-7', url: 'https://trams.example/2031/Trams.html?id=7', desk: 'city' } },
    ]);
  });

  it('says in which format it is, and how it is to be called', async () => {
    const given = ['--slug', 'trams', '--input-format', 'markdown'];
    await importing([imported], 'https://trams.example/raw', ...given);
    expect(server.asked[0]?.variables).toEqual({
      input: { slug: 'trams', url: 'https://trams.example/raw', format: 'MARKDOWN' },
    });
  });

  it('sends nothing when two addresses would be one article', async () => {
    const { status, errors } = await importing([], 'https://a.example/trams', 'https://b.example/trams.html');
    expect([status, errors]).toEqual([
      2,
      [expect.stringContaining('would both be called "trams"; import them one by one')],
    ]);
    expect(server.asked).toEqual([]);
  });

  it('sends nothing when the file cannot be read', async () => {
    const { status, errors } = await importing([], join(folder, 'none.md'));
    expect([status, errors]).toEqual([2, [`${join(folder, 'none.md')}: no such file; check the path`]]);
    expect(server.asked).toEqual([]);
  });
});
