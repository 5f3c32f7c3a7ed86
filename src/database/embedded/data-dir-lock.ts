import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../start-error.js';

const run = promisify(execFile);

/** Who holds a data folder: a process id alone says little, for the system gives it again. */
interface Holder {
  readonly pid: number;
  readonly started: string;
}

/**
 * Takes the data folder for this process. A file left by a process that is dead counts for nothing, so that a start
 * after `kill -9` succeeds.
 *
 * @returns gives the folder free again
 * @throws StartError DATA_DIR_IN_USE when a living process has it
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'obelus.pid');
  const started = await startOf(process.pid);
  const mine = `${JSON.stringify({ pid: process.pid, started: started ?? 'unknown', claim: randomUUID() })}\n`;
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    // Each round either takes the lock, finds a living holder, or clears a dead one away; others may do the same.
    for (let round = 0; round < 20; round++) {
      if (await linked(draft, path)) return () => unlock(path, mine);
      const theirs = await readIfThere(path);
      if (theirs === null) continue;
      const holder = parse(theirs);
      if (holder && (await isAlive(holder))) throw inUse(dataDir, holder.pid);
      await clearAway(path, theirs);
    }
    throw new StartError('DATA_DIR_IN_USE', `the data folder ${dataDir} is being taken by other processes; try again`);
  } finally {
    await rm(draft, { force: true });
  }
}

function inUse(dataDir: string, pid: number): StartError {
  const advice = 'stop it, or set OBELUS_DATA_DIR to another folder';
  return new StartError('DATA_DIR_IN_USE', `the data folder ${dataDir} is in use by process ${pid}; ${advice}`);
}

/** A hard link comes into being whole, or not at all: nobody reads half a lock file. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead holder's file, and nothing else: another process may have put its own in place meanwhile. */
async function clearAway(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await readIfThere(aside)) !== dead) await linked(aside, path);
  await rm(aside, { force: true });
}

async function unlock(path: string, mine: string): Promise<void> {
  if ((await readIfThere(path)) === mine) await rm(path, { force: true });
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parse(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    return typeof value.pid === 'number' && typeof value.started === 'string'
      ? { pid: value.pid, started: value.started }
      : null;
  } catch {
    return null;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  const started = await startOf(holder.pid);
  return started !== null && started === holder.started;
}

/**
 * When a process began, in the system's own words; null when there is none with this id. Together with the id it names
 * a process for good.
 */
async function startOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    const stat = await readIfThere(`/proc/${pid}/stat`).catch(() => null);
    // The second field is a name in brackets and may hold spaces; the 22nd is the start in clock ticks since boot.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields?.[0] === 'Z' ? null : (fields?.[19] ?? null);
  }
  try {
    const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
