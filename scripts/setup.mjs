// What every command of the checkout needs first: the dependencies, a build as new as the sources, and the Node that
// the project is made for. Only Node's own modules here, and nothing that Node 20 lacks: this runs before anything is
// installed. What is being done is told on standard error, for standard output belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const BUILT = join(root, 'dist');

/** The Node that the project brings, which is the one it is tested with. */
export const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The oldest Node that can run what is built. */
const OLDEST_MAJOR = 24;

/**
 * Installs and builds what is missing or out of date. When nothing is, it costs some milliseconds.
 *
 * @param withServer whether the server or the worker is to be run
 * @param withConsole whether the pages of the console are needed as well
 */
export function setUp({ withServer = false, withConsole = false } = {}) {
  const wanted = [PROGRAM, ...(withServer ? [SERVER] : []), ...(withConsole ? [CONSOLE] : [])];
  if (isInstalled() && wanted.every(isBuilt)) return;
  // Two commands at once in a fresh checkout would install over each other.
  withLock(() => {
    if (!isInstalled()) {
      tell('Installing dependencies (about a minute the first time) …');
      // The build needs the development tools, whatever NODE_ENV says.
      run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    }
    const missing = wanted.filter((each) => !isBuilt(each));
    if (missing.length > 0) tell('Building …');
    missing.forEach(build);
  });
}

/**
 * Runs a built program in place of this one: in this process when its Node will do, else in the project's own.
 *
 * @param program its path in dist/
 * @param lean for one that runs on: its process is begun with settings that take less memory, where the system can replace a process
 */
export async function handOver(program, args, { lean = false } = {}) {
  const path = join(BUILT, program);
  const flags = lean ? leanFlags() : [];
  const environment = lean ? { ...LEAN_ENVIRONMENT, ...process.env } : process.env;
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) {
    if (lean && process.platform !== 'win32') {
      process.execve(process.execPath, [process.execPath, ...process.execArgv, ...flags, path, ...args], environment);
    }
    process.argv = [process.execPath, path, ...args];
    await import(pathToFileURL(path).href);
    return;
  }
  const child = spawn(node, [...flags, path, ...args], { stdio: 'inherit', env: environment });
  // Ctrl-C in a terminal reaches both processes; a signal that is sent to this one alone is passed on.
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => fail(`${node} cannot be run: ${error.message}; remove node_modules and try again`));
  child.on('exit', (status, signal) => process.exit(status ?? 128 + (constants.signals[signal] ?? 0)));
}

/**
 * V8's young generation may grow to 128 MiB where nothing else is said, and memory that it once had stays with the process.
 * A quarter of that holds what requests leave. What is old may wait until it is four times as much as what lives; twice as
 * much is enough here: docs/decisions/0056 has the figures. Whoever gives a size of their own has it.
 */
function leanFlags() {
  const given = [process.env.NODE_OPTIONS ?? '', ...process.execArgv].join(' ').replaceAll('_', '-');
  return Object.entries(LEAN_FLAGS).flatMap(([name, flag]) => (given.includes(name) ? [] : [flag]));
}

const LEAN_FLAGS = {
  'semi-space-size': '--max-semi-space-size=16',
  'heap-growing-percent': '--heap-growing-percent=100',
};

/** The C library of most Linux systems keeps room of its own for each thread, up to eight for each processor. */
const LEAN_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };

function tell(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text, status = 1) {
  tell(`obelus: ${text}`);
  process.exit(status);
}

function run(command, args, environment = {}) {
  const windows = process.platform === 'win32';
  const env = { ...process.env, ...environment };
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: windows });
  if (error?.code === 'ENOENT') fail(`"${command}" is not there; install Node 20.19 or newer together with npm`);
  if (status !== 0) fail(`"${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ', see above'}`);
}

// --- dependencies ---

/**
 * Whether node_modules holds what package-lock.json names. npm keeps its own list of what it installed; it is compared
 * only where the lock is newer, for a checkout of another branch touches the file without changing it.
 */
function isInstalled() {
  const lock = join(root, 'package-lock.json');
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list) || !existsSync(node)) return false;
  if (statSync(list).mtimeMs >= statSync(lock).mtimeMs) return true;
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages).every(
    // An optional package can be made for another system.
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

// --- build ---

/** What is compiled, the server bundled of it, and the console. Each has beside what was built what it was made of: path → time and size. */
const PROGRAM = {
  stamp: join(BUILT, '.sources.json'),
  sources: ['src', 'migrations', 'tsconfig.json', 'tsconfig.build.json'],
  // What was made of a file that is gone would stay, and could still be loaded.
  keeps: (name) => join(BUILT, name) === LOCK || ['server', 'web'].includes(name),
  folder: BUILT,
  run: () => run(node, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']),
};
const SERVER = {
  stamp: join(BUILT, 'server', '.sources.json'),
  sources: [...PROGRAM.sources, 'package-lock.json', 'scripts/bundle.mjs'],
  // It sees to that itself.
  keeps: () => true,
  folder: join(BUILT, 'server'),
  run: () => run(node, [join(root, 'scripts', 'bundle.mjs')]),
};
const CONSOLE = {
  stamp: join(BUILT, 'web', '.sources.json'),
  sources: ['web', 'package-lock.json'],
  keeps: () => false,
  folder: join(BUILT, 'web'),
  // As for readers, whatever NODE_ENV says.
  run: () =>
    run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', 'web', '--logLevel', 'warn'], {
      NODE_ENV: 'production',
    }),
};

function isBuilt({ stamp, sources }) {
  if (!existsSync(stamp)) return false;
  const [before, now] = [JSON.parse(readFileSync(stamp, 'utf8')), stateOf(sources)];
  const paths = Object.keys(now);
  return paths.length === Object.keys(before).length && paths.every((path) => before[path] === now[path]);
}

function build({ stamp, sources, keeps, folder, run: make }) {
  const now = stateOf(sources);
  const before = existsSync(stamp) ? Object.keys(JSON.parse(readFileSync(stamp, 'utf8'))) : [];
  if (before.length === 0 || before.some((path) => !(path in now))) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (!keeps(name)) rmSync(join(folder, name), { recursive: true });
    }
  }
  rmSync(stamp, { force: true });
  make();
  writeFileSync(stamp, JSON.stringify(now));
}

function stateOf(names) {
  const found = {};
  const look = (path) => {
    const entry = statSync(path);
    if (!entry.isDirectory()) found[relative(root, path)] = `${entry.mtimeMs} ${entry.size}`;
    else for (const name of readdirSync(path)) if (!/\.spec\.tsx?$/.test(name)) look(join(path, name));
  };
  for (const name of names) look(join(root, name));
  return found;
}

// --- one at a time ---

const LOCK = join(BUILT, '.setup-lock');

function withLock(work) {
  mkdirSync(BUILT, { recursive: true });
  let waiting = false;
  while (!taken()) {
    if (!waiting) tell('Another command is installing or building here; waiting for it …');
    waiting = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  process.once('exit', release);
  work();
  process.off('exit', release);
  release();
}

function release() {
  rmSync(LOCK, { force: true });
}

/** Takes the lock; the lock of a process that is gone is taken over. */
function taken() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') fail(`cannot write to ${BUILT}: ${error.message}`);
  }
  const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : NaN;
  if (holder > 0 && !isRunning(holder)) release();
  return false;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
