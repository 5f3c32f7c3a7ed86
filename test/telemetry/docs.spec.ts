import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { TELEMETRY_VARIABLES } from '../../src/config/telemetry-settings.js';
import { REGISTRY } from '../../src/telemetry/registry.js';
import { startApi } from '../graphql/support/api.js';

jest.setTimeout(60_000);

const run = promisify(execFile);
const read = (file: string): string => readFileSync(join(process.cwd(), file), 'utf8');
const PAGE = read('docs/monitoring.md');

/** Rows of tables whose first cell is code: the cells, without what aligns them. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

interface Instrument {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
}

it('docs/monitoring.md tells of every metric as it is', () => {
  const instruments = REGISTRY.getMetricsAsArray() as unknown as Instrument[];
  const expected = instruments
    .filter(({ name }) => name.startsWith('obelus_'))
    .map(({ name, type, help, labelNames = [] }) => [
      `\`${name}\``,
      type,
      labelNames
        .filter((label) => label !== 'le')
        .map((label) => `\`${label}\``)
        .join(', ') || '–',
      help,
    ]);
  const told = rowsOf(PAGE.slice(PAGE.indexOf('## All metrics')));
  expect(told).toEqual(expected);
  expect(told.length).toBeGreaterThan(30);
});

it('and of every alert', () => {
  const alerts = [...read('examples/grafana/alerts.yaml').matchAll(/alert: (\w+)/g)].map(([, name]) => `\`${name!}\``);
  expect(
    rowsOf(PAGE)
      .map(([first]) => first)
      .filter((cell) => /^`Obelus[A-Z]/.test(cell!)),
  ).toEqual(alerts);
});

it('the README has every setting of it', () => {
  const rows = new Map(rowsOf(read('README.md')).map(([name, ...rest]) => [name, rest]));
  for (const { name, fallback, description } of Object.values(TELEMETRY_VARIABLES)) {
    expect([name, rows.get(`\`${name}\``)]).toEqual([name, [fallback === null ? '–' : `\`${fallback}\``, description]]);
  }
});

it('the commands of docs/monitoring.md do what it says', async () => {
  const api = await startApi();
  try {
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const commands = [...PAGE.matchAll(/```sh\n([^]+?)```(?:\n+```text\n([^]+?)```)?/g)];
    expect(commands.length).toBeGreaterThan(0);
    for (const [, command, output = ''] of commands) {
      const env = { PATH: process.env.PATH, OBELUS_URL: `http://127.0.0.1:${port}` };
      const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', command!], { env });
      expect(stdout).toContain(output.trim());
    }
  } finally {
    await api.close();
  }
});
