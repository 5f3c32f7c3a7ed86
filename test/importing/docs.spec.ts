import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { TABLE_ROLES } from '../../src/collections/column-roles.js';
import { ENTITIES } from '../../src/entities.js';
import { startApi, type TestApi } from '../graphql/support/api.js';

// Commands are processes of their own, and the first may have to build.
jest.setTimeout(240_000);

const run = promisify(execFile);
const page = readFileSync(join(process.cwd(), 'docs', 'collections.md'), 'utf8');
/** The commands of the page in their order, each with what it prints. */
const COMMANDS = [...page.matchAll(/```sh\n([^]+?)```(?:\n+```text\n([^]+?)```)?/g)].map(
  ([, command, output = '']) => ({
    command: command!,
    output: output.trim(),
  }),
);

describe('docs/collections.md', () => {
  let api: TestApi;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'obelus-collections-'));
    mkdirSync(join(folder, 'bin'));
    const shim = join(folder, 'bin', 'obelus');
    writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${join(process.cwd(), 'bin', 'obelus.mjs')}" "$@"\n`);
    chmodSync(shim, 0o755);
    api = await startApi({}, { entities: ENTITIES, poolSize: 8 });
    await api.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  it('can be done as it is written', async () => {
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const env = {
      PATH: [join(folder, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
      OBELUS_URL: `http://127.0.0.1:${port}`,
      OBELUS_TOKEN: await api.token(await api.db.workspace()),
    };
    expect(COMMANDS.length).toBeGreaterThan(5);
    for (const { command, output } of COMMANDS) {
      const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', command], { cwd: folder, env });
      expect({ command, stdout }).toEqual({ command, stdout: expect.stringContaining(output) as string });
    }
  });

  it('tells every role of a column', () => {
    const told = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, role]) => role!.toUpperCase());
    expect(told.sort()).toEqual([...TABLE_ROLES].sort());
  });
});
