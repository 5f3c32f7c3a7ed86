import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { ENTITIES } from '../src/entities.js';
import { mutationOf } from './editing/support/newsroom.js';
import { Client } from './stress/client.js';
import { freePort } from './stress/free-port.js';
import { startScript } from './support/start-script.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from './support/test-database.js';
import { addToken } from './support/token.js';
import { until } from './support/until.js';

jest.setTimeout(180_000);

const BROKEN = `export default {
  meta: { name: 'broken', version: '1.0.0' },
  rules: [{
    scope: 'claim',
    meta: {
      id: 'always', title: 'A rule that fails', description: 'Fails.', remedy: 'Mend it.', version: 1, severity: 'ERROR',
      bearings: [], reads: ['claim'], examples: { fires: ['A.'], quiet: ['B.'] },
    },
    judge() { throw new Error('out of ink'); },
  }],
};
`;

/** A server in a process of its own. */
class Server {
  child: ChildProcess | null = null;
  said = '';

  constructor(
    private readonly db: TestDatabase,
    readonly port: number,
    private readonly folder: string,
  ) {}

  /** @returns whether it runs */
  async start(plugins: string): Promise<boolean> {
    this.said = '';
    const environment = {
      DATABASE_URL: this.db.appUrl,
      OBELUS_OWNER_URL: this.db.ownerUrl,
      OBELUS_SAMPLE: 'off',
      OBELUS_PLUGINS: plugins,
      PORT: String(this.port),
    };
    const { child } = await startScript(
      'start.mjs',
      { cwd: this.folder, environment },
      (started) => {
        this.child = started;
        for (const stream of [started.stdout!, started.stderr!])
          stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
      },
      (output) => /answers at/.test(output),
    );
    return child.exitCode === null;
  }

  async stop(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  async get(path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`);
    return { status: response.status, text: await response.text() };
  }
}

let db: TestDatabase;
let viewer: TestViewer;
let folder: string;
let server: Server;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'obelus-plugins-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(process.cwd(), join(folder, 'node_modules', 'obelus'));
  cpSync(join(process.cwd(), 'examples', 'plugin-money'), join(folder, 'node_modules', 'obelus-plugin-money'), {
    recursive: true,
  });
  writeFileSync(join(folder, 'broken.mjs'), BROKEN);
  db = await createTestDatabase({ entities: ENTITIES });
  viewer = await db.workspace();
  const token = await addToken(db, viewer);
  server = new Server(db, await freePort(), folder);
  client = new Client(`http://127.0.0.1:${server.port}/graphql`, token, () => 0);
});
afterAll(async () => {
  await server.stop();
  await db.drop();
  rmSync(folder, { recursive: true });
});

const MONEY = 'money/amount-without-currency';
const BOTH = 'obelus-plugin-money, ./broken.mjs';

interface Found {
  readonly id: string;
  readonly severity: string;
  readonly state: string;
  readonly rule: { readonly id: string; readonly title: string; readonly documentationUrl: string };
}

async function found(rule = MONEY): Promise<Found[]> {
  const { findings } = await client.ask<{ findings: { edges: { node: Found }[] } }>(
    `query ($rules: [String!]) { findings(first: 100, filter: { rules: $rules, states: [OPEN, FIXED, WAIVED] }) { edges { node {
      id severity state rule { id title documentationUrl } } } } }`,
    { rules: [rule] },
  );
  return findings.edges.map(({ node }) => node);
}

const importing = (slug: string, content: string) =>
  client.ask<{ importArticle: { userErrors: unknown[] } }>(
    mutationOf('importArticle', 'article { id } job { id } userErrors { message }'),
    { input: { slug, content, format: 'TEXT' } },
  );

const fingerprint = async (): Promise<string> =>
  (JSON.parse((await server.get('/readyz')).text) as { rules: string }).rules;

describe('a server with plugins', () => {
  let before: string;

  it('judges by their rules, and goes on when one of them fails', async () => {
    expect(await server.start(BOTH)).toBe(true);
    expect(server.said).toMatch(/2 of plugins \(money 1\.\d+\.\d+, broken 1\.0\.0\); fingerprint [0-9a-f]{8}/);
    before = await fingerprint();
    await importing('bridge', 'The bridge\n\nThe bridge cost nearly 4 million.\n\nIt is long.\n');
    const [finding] = await found();
    expect(finding).toMatchObject({
      severity: 'WARNING',
      state: 'OPEN',
      rule: { title: expect.stringContaining('currency') },
    });
    const page = await server.get(new URL(finding!.rule.documentationUrl).pathname);
    expect([page.status, page.text]).toEqual([200, expect.stringContaining(`# ${MONEY}`)]);
    const { article } = await client.ask<{ article: { claims: { edges: { node: { notAssessed: object[] } }[] } } }>(
      '{ article(slug: "bridge") { claims { edges { node { notAssessed { rule reason } } } } } }',
    );
    expect(article.claims.edges.map(({ node }) => node.notAssessed)).toEqual(
      Array.from({ length: 2 }, () => [
        expect.objectContaining({ rule: 'broken/always', reason: 'the rule failed: out of ink' }),
      ]),
    );
    expect(server.said).toContain('the rule broken/always failed 2 times: out of ink');
  });

  it('configures them, and waives what they find', async () => {
    const { configureRule } = await client.ask<{ configureRule: { rule: object; userErrors: unknown[] } }>(
      mutationOf('configureRule', 'rule { id severity enabled } userErrors { code message }'),
      { input: { ruleId: MONEY, severity: 'ERROR' } },
    );
    expect(configureRule).toEqual({ rule: { id: MONEY, severity: 'ERROR', enabled: true }, userErrors: [] });
    await until('all is judged again', async () => (await found())[0]!.severity === 'ERROR');
    const [{ id }] = (await found()) as [Found];
    await client.ask(mutationOf('waiveFinding', 'waiver { id } userErrors { message }'), {
      input: { findingId: id, reason: 'The county has one currency.' },
    });
    expect(await found()).toMatchObject([{ state: 'WAIVED' }]);
  });

  it('judges long articles by them in its threads', async () => {
    const sentences = Array.from({ length: 2_100 }, (_each, i) => `Tram ${i} carried ${i + 7} people in 2031.`);
    await importing('long', `Trams\n\nTram A cost nearly 5 million.\n\n${sentences.join(' ')}\n`);
    await until('it is there', async () => (await found()).length === 2);
    expect(await found('broken/always')).toEqual([]);
  });

  it('started without them judges all again, and forgets nothing that people said', async () => {
    await server.stop();
    expect(await server.start('')).toBe(true);
    expect(await fingerprint()).not.toBe(before);
    await until('their findings are gone', async () => (await found()).every(({ state }) => state === 'FIXED'));
    expect((await found())[0]!.rule.title).toBe('A rule of the plugin "money", which this server does not have');
    const { rules } = await client.ask<{ rules: { id: string }[] }>('{ rules { id severity enabled } }');
    expect(rules.filter(({ id }) => id.includes('/'))).toEqual([]);
    const { configureRule } = await client.ask<{ configureRule: { userErrors: object[] } }>(
      mutationOf('configureRule', 'userErrors { code field }'),
      { input: { ruleId: MONEY, severity: 'NOTE' } },
    );
    expect(configureRule.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['ruleId'] }]);
    const waivers = await db.owner('SELECT 1 FROM waiver WHERE workspace_id = $1', [viewer.workspaceId]);
    expect(waivers).toHaveLength(1);
    const history = await db.owner<{ after: object }>(
      "SELECT after FROM event WHERE workspace_id = $1 AND kind = 'rules.changed'",
      [viewer.workspaceId],
    );
    expect(history.length).toBeGreaterThan(0);
  });

  it('started with them again finds, and takes as waived, what it did', async () => {
    await server.stop();
    expect(await server.start(BOTH)).toBe(true);
    expect(await fingerprint()).toBe(before);
    await until('all is judged again', async () =>
      (await found()).some(({ state, severity }) => state === 'WAIVED' && severity === 'ERROR'),
    );
  });

  it('that are not there does not start', async () => {
    await server.stop();
    expect(await server.start('./none.mjs, obelus-plugin-money')).toBe(false);
    expect(server.said).toMatch(/^obelus: OBELUS_PLUGINS: \.\/none\.mjs: no such file: .*none\.mjs/m);
  });
});
