import type { DataSet } from '../data/data-set.js';
import { tokenOf } from '../data/build.js';
import { askInRounds, type Asked, type Measured, type RoundsOptions } from '../load/rounds.js';
import { spinMs } from '../load/spin.js';
import type { Rounds } from '../load/rounds.js';
import { median } from '../report/statistics.js';
import { shown } from '../report/shown.js';
import type { Contestant } from '../servers/contestants.js';
import type { Pages } from './pages.js';

/** A version of the program: its name and the folder of its checkout. */
export interface Checkout {
  readonly name: string;
  readonly path: string;
}

export interface BenchOptions {
  readonly checkouts: readonly Checkout[];
  readonly peers: boolean;
  readonly rounds: number;
  readonly durationMs: number;
  readonly warmUpMs: number;
}

/** What measurements work with. */
export interface Bench {
  readonly options: BenchOptions;
  readonly set: DataSet;
  readonly pages: Pages;
  /** All run at once, each idle while it is not asked; the program's versions first, then the floor, then peers. */
  readonly contestants: readonly Contestant[];
  /** Memory that each server had taken at most when the main query, which all are asked, had been measured; in MiB, by name. */
  readonly memoryAtMost: Map<string, number>;
  /** Of the fixed work of the processor, between all measurements. */
  readonly spins: number[];
  readonly say: (line: string) => void;
}

/** Of the set's large workspace. */
export const TOKEN = tokenOf(0);

/** Versions of the program that are measured, the first one being what targets are for. */
export const versions = ({ contestants }: Bench): Contestant[] => contestants.filter(({ kind }) => kind === 'obelus');

/** @throws Error when it was not started */
export function theOne({ contestants }: Bench, kind: Contestant['kind']): Contestant {
  const found = contestants.find((each) => each.kind === kind);
  if (!found) throw new Error(`${kind} was not started`);
  return found;
}

/** Asks in rounds as the options say, and keeps what it tells of the machine. */
export async function measure(
  bench: Bench,
  asked: readonly Asked[],
  connections: number,
  more: Partial<RoundsOptions> = {},
): Promise<Measured> {
  const { rounds, warmUpMs, durationMs } = bench.options;
  const measured = await askInRounds(asked, { connections, rounds, warmUpMs, durationMs, ...more });
  bench.spins.push(...measured.spins);
  return measured;
}

/** Times some work over and over, by turns. @returns milliseconds by work, round by round */
export async function timeInTurns(
  bench: Bench,
  works: readonly (() => Promise<unknown>)[],
  rounds = bench.options.rounds,
): Promise<number[][]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, work] of works.entries()) {
      bench.spins.push(spinMs());
      const begun = performance.now();
      await work();
      times[i]!.push(performance.now() - begun);
    }
  }
  return times;
}

export const of = ({ servers }: Measured, name: string): Rounds => servers.find((each) => each.name === name)!;

export const RATE_COLUMNS = ['connections', 'requests/s', 'median ms', '99 of 100 within ms'];

/** A row of the middle of all rounds. */
export const rateRow = (connections: number, { rates, p50, p99 }: Rounds): string[] => [
  String(connections),
  ...[rates, p50, p99].map((each) => shown(median(each))),
];
