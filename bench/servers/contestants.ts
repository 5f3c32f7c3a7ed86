import { readFileSync } from 'node:fs';
import type { DataSet } from '../data/data-set.js';
import { built } from './build.js';
import { endProcess, startNode, startProcess, type Started } from '../support/processes.js';

/** A server that is measured. */
export interface Contestant {
  readonly name: string;
  readonly kind: 'obelus' | keyof typeof FILES;
  readonly url: string;
  readonly pid: number;
  /** From the start of its process until it said that it listens. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Connections to PostgreSQL, of each. */
const POOL = 20;

/**
 * @param checkout of the program, built or not
 * @param more settings, over those that all measurements have
 */
export function startObelus(
  name: string,
  checkout: string,
  set: DataSet,
  more: Readonly<Record<string, string>> = {},
): Promise<Contestant> {
  const environment = {
    DATABASE_URL: set.appUrl,
    OBELUS_OWNER_URL: set.ownerUrl,
    PORT: '0',
    NODE_ENV: 'production',
    OBELUS_SAMPLE: 'off',
    OBELUS_JOBS: 'off',
    OBELUS_LOG_LEVEL: 'warn',
    OBELUS_POOL_SIZE: String(POOL),
    OBELUS_RATE_LIMIT_TOKEN: '0',
    OBELUS_RATE_LIMIT_ADDRESS: '0',
    ...more,
  };
  return contestant(name, 'obelus', startProcess('start.mjs', environment, 'Every call needs a token', checkout));
}

const FILES = {
  floor: 'bench/servers/floor.ts',
  sockets: 'bench/servers/floor-sockets.ts',
  nest: 'bench/peers/nest/main.ts',
  postgraphile: 'bench/peers/postgraphile.ts',
} as const;

export function startOther(name: string, kind: keyof typeof FILES, set: DataSet): Promise<Contestant> {
  const environment = {
    DATABASE_URL: set.appUrl,
    PORT: '0',
    POOL: String(POOL),
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
  };
  return contestant(name, kind, startNode([built(FILES[kind])], environment, '/graphql'));
}

async function contestant(name: string, kind: Contestant['kind'], starting: Promise<Started>): Promise<Contestant> {
  const begun = performance.now();
  const started = await starting;
  const startMs = performance.now() - begun;
  const [url] = /http:\S+/.exec(started.output) ?? [];
  if (url === undefined) throw new Error(`${name} does not say where it listens: ${started.output}`);
  return { name, kind, url, pid: started.child.pid!, startMs, stop: () => endProcess(started, 'SIGTERM') };
}

/** Resident memory of a process in MiB, now and at most so far; null where the system does not tell. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)![1]) / 1024;
    return { now: of('VmRSS'), most: of('VmHWM') };
  } catch {
    return null;
  }
}
