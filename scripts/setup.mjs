// What npm scripts need before they can do anything: the dependencies, and a build that is newer than the sources.
// Only Node's own modules here: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The Node that the project brings. */
export const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

const newest = (folder) =>
  Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error(`"${command} ${args.join(' ')}" failed${done.error ? `: ${done.error.message}` : ''}; see above`);
    process.exit(done.status ?? 1);
  }
}

/** Installs what package-lock.json names, development tools included: the build needs them. */
export function install() {
  const mark = join(root, 'node_modules', '.package-lock.json');
  if (
    existsSync(mark) &&
    existsSync(node) &&
    statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  )
    return;
  console.error('Installing dependencies …');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Compiles src/ and migrations/ to dist/ when they changed. */
export function build() {
  const built = join(root, 'dist', 'src', 'cli.js');
  const sources = Math.max(
    newest(join(root, 'src')),
    newest(join(root, 'migrations')),
    statSync(join(root, 'tsconfig.json')).mtimeMs,
  );
  const stamp = join(root, 'dist', '.tsbuildinfo');
  if (existsSync(built) && existsSync(stamp) && statSync(stamp).mtimeMs >= sources) return;
  console.error('Building …');
  run(node, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
}
