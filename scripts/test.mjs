// npm test: installs and builds what is missing, runs all tests, and ends with "N passed, N failed, N skipped".
// Arguments go to Jest: `npm test -- src/reading`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node, root, setUp } from './setup.mjs';

setUp({ withServer: true, withConsole: true });

const folder = mkdtempSync(join(tmpdir(), 'obelus-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const report = join(folder, 'report.json');
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  '--json',
  `--outputFile=${report}`,
  ...process.argv.slice(2),
];
// Jest writes its JSON to standard output as well; what people read goes to standard error. Tests are run as tests,
// whatever NODE_ENV this was called with.
const env = { ...process.env, NODE_ENV: 'test' };
const { status, error } = spawnSync(node, jest, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
if (error) console.error(`Jest cannot be run: ${error.message}`);

let passed = 0;
let failed = 0;
let skipped = 0;
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed = result.numPassedTests;
  // A file that cannot even be loaded has no failed test of its own.
  failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  skipped = result.numPendingTests + result.numTodoTests;
}
if (passed + failed === 0) console.error('No test was run.');
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = status || (passed === 0 || failed > 0 ? 1 : 0);
