import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { ImportArticle } from '../../src/importing/import-article.js';
import { importSample } from '../../src/importing/import-sample.js';
import { startApi, type TestApi } from '../graphql/support/api.js';

// The first command may have to build.
jest.setTimeout(180_000);

const run = promisify(execFile);
const read = (file: string): string => readFileSync(join(process.cwd(), file), 'utf8');

/** The commands of the page in their order, each with what it prints, as far as that is said. */
const COMMANDS = [...read('docs/exports.md').matchAll(/```sh\n([^]+?)```(?:\n+```text\n([^]+?)```)?/g)].map(
  ([, command, output = '']) => ({ command: command!, output: output.trim() }),
);

describe('docs/exports.md', () => {
  let api: TestApi;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'obelus-exports-'));
    mkdirSync(join(folder, 'bin'));
    const program = `#!/bin/sh\nexec "${process.execPath}" "${join(process.cwd(), 'bin', 'obelus.mjs')}" "$@"\n`;
    writeFileSync(join(folder, 'bin', 'obelus'), program, { mode: 0o755 });
    api = await startApi({}, { entities: ENTITIES, poolSize: 8 });
    await api.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  it('can be done as it is written', async () => {
    const viewer = await api.db.workspace();
    const importer = api.app.get(ImportArticle, { strict: false });
    expect(await importSample(api.db.database, importer, viewer, read('samples/hydrogen-buses.md'))).toBe(true);
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const env = {
      PATH: [join(folder, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
      OBELUS_URL: `http://127.0.0.1:${port}`,
      OBELUS_TOKEN: await api.token(viewer),
    };
    expect(COMMANDS.length).toBeGreaterThan(6);
    for (const { command, output } of COMMANDS) {
      const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', command], { cwd: folder, env });
      expect({ command, stdout }).toEqual({ command, stdout: expect.stringContaining(output) as string });
      for (const [, file] of command.matchAll(/ -o (\S+)/g)) {
        expect({ file, size: statSync(join(folder, file!)).size }).toEqual({
          file,
          size: expect.any(Number) as number,
        });
        expect(statSync(join(folder, file!)).size).toBeGreaterThan(40);
      }
    }
    expect(readFileSync(join(folder, 'article.md'), 'utf8')).toContain('## References');
  });

  it('names every export that there is', () => {
    const controller = read('src/exporting/export.controller.ts');
    const routes = [...controller.matchAll(/@Get\('([^']+)'\)/g)].map(([, route]) => `/export/${route!}`);
    const named = [...read('docs/exports.md').matchAll(/^\| `(\/export\/[^`]+)`/gm)].map(([, route]) => route!);
    expect(named.sort()).toEqual(routes.sort());
  });
});
