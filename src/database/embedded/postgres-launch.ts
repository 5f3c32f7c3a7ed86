import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../start-error.js';

const run = promisify(execFile);

/** The user without rights that nearly every system has ("nobody"). */
const NOBODY = 65534;

/** How PostgreSQL's programs are started, and who owns their files then. */
export interface Launch {
  readonly name: string;
  /** Goes before the program: it must end by becoming the program, so that signals reach it. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  /** The owner that the data must have, as this process sees it; null: leave it. */
  readonly owner: number | null;
}

const AS_WE_ARE: Launch = { name: 'as the current user', prefix: [], owner: null };

/**
 * PostgreSQL refuses to run as root. Ways around it, the first that works is taken:
 *
 * 1. a user namespace in which root is nobody: the files stay root's, and folders that only root may enter stay open;
 * 2. nobody with the one capability to pass through folders: where a container forbids namespaces. The programs must
 *    lie in folders open to others even so: they look for themselves by access(2), which heeds no capability;
 * 3. plainly as nobody: needs no tool, but every folder on the way must be open to others.
 */
export const LAUNCHES_FOR_ROOT: readonly Launch[] = [
  { name: 'unshare', prefix: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`], owner: 0 },
  {
    name: 'setpriv',
    prefix: [
      'setpriv',
      `--reuid=${NOBODY}`,
      `--regid=${NOBODY}`,
      '--clear-groups',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
    ],
    owner: NOBODY,
  },
  { name: `user ${NOBODY}`, prefix: [], uid: NOBODY, gid: NOBODY, owner: NOBODY },
];

/**
 * How to start `program` so that it can use `dataDir`.
 *
 * @param candidates tried in order when this process is root
 * @throws StartError EMBEDDED_FAILED when none works, or the program does not run at all
 */
export async function chooseLaunch(
  program: string,
  dataDir: string,
  candidates: readonly Launch[] = LAUNCHES_FOR_ROOT,
): Promise<Launch> {
  if (process.getuid?.() !== 0) {
    const problem = await tryProgram(program, AS_WE_ARE, null);
    if (problem === null) return AS_WE_ARE;
    const advice = 'run `npm rebuild`, or set DATABASE_URL to a PostgreSQL of your own';
    throw new StartError('EMBEDDED_FAILED', `the embedded PostgreSQL does not run here (${problem}); ${advice}`);
  }
  const problems: string[] = [];
  for (const launch of candidates) {
    const problem = await tryProgram(program, launch, dataDir);
    if (problem === null) return launch;
    problems.push(`${launch.name}: ${problem}`);
  }
  const advice = 'start Obelus as a normal user, or set DATABASE_URL to a PostgreSQL of your own';
  const message = `PostgreSQL does not run as root, and no other user works here (${problems.join('; ')}); ${advice}`;
  throw new StartError('EMBEDDED_FAILED', message);
}

/** Runs `program --version` from inside the folder. @returns what went wrong, in a few words; null when nothing did */
async function tryProgram(program: string, launch: Launch, folder: string | null): Promise<string | null> {
  const closed = launch.owner === NOBODY ? await closedFolder(program) : null;
  if (closed !== null) return `the folder ${closed} is closed to other users`;
  const inFolder = folder === null ? [] : ['/bin/sh', '-c', 'cd "$0" && exec "$@"', folder];
  const [command = program, ...args] = [...launch.prefix, ...inFolder, program, '--version'];
  try {
    await run(command, args, { uid: launch.uid, gid: launch.gid, env: postgresEnvironment(), cwd: '/' });
    return null;
  } catch (error) {
    const { code, stderr = '' } = error as { code?: string | number; stderr?: string };
    const lines = stderr.trim().split('\n');
    return code === 'ENOENT' ? 'not installed' : (lines.at(-1) || `exit ${code ?? 'by a signal'}`).slice(0, 200);
  }
}

/** @returns the innermost folder above the path that others may not pass; null when there is none */
async function closedFolder(path: string): Promise<string | null> {
  const folder = dirname(path);
  if (folder === path) return null;
  return ((await stat(folder)).mode & 0o001) === 0 ? folder : closedFolder(folder);
}

/** Nothing of the caller's environment but the search path: PG* variables would speak to the server too. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
