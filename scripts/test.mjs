// npm test: sets up, runs all tests, and ends with "N passed, N failed, N skipped". Arguments go to Jest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, node, root } from './setup.mjs';

install();
build();

const folder = mkdtempSync(join(tmpdir(), 'obelus-test-'));
const report = join(folder, 'report.json');
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  '--json',
  `--outputFile=${report}`,
  ...process.argv.slice(2),
];
// Jest prints its JSON to standard output as well; what people read goes to standard error.
const { status } = spawnSync(node, jest, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
let failed = status ?? 1;
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  if (numPassedTests + numFailedTests === 0) failed ||= 1;
  const failures = numFailedTests || numFailedTestSuites;
  console.log(`${numPassedTests} passed, ${failures} failed, ${numPendingTests} skipped`);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed;
