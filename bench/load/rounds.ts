import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { spinMs } from './spin.js';
import type { LoadResult, LoadTask } from './loader.js';

export interface Asked {
  readonly name: string;
  readonly url: string;
  readonly token: string;
  readonly bodies: readonly string[];
  readonly expected: readonly string[] | null;
  readonly holds?: string;
  /** The bodies are changes: each round makes its share of them, once. */
  readonly once?: boolean;
}

/** What rounds of asking one server came to. */
export interface Rounds {
  readonly name: string;
  /** Requests a second, by round. */
  readonly rates: readonly number[];
  /** Milliseconds, by round. */
  readonly p50: readonly number[];
  readonly p99: readonly number[];
}

export interface RoundsOptions {
  readonly connections: number;
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly durationMs: number;
}

export interface Measured {
  readonly servers: readonly Rounds[];
  /** How long a fixed work of the processor took before each turn, in milliseconds. */
  readonly spins: readonly number[];
}

/**
 * Asks several servers in turns (A B C A B C …), so that what disturbs the machine for a while disturbs all.
 *
 * @throws Error when an answer is not what it should be: then there is nothing to compare
 */
export async function askInRounds(asked: readonly Asked[], options: RoundsOptions): Promise<Measured> {
  const turns = new Map(asked.map(({ name }) => [name, { rates: [], p50: [], p99: [] } as Collected]));
  const spins: number[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const { name, ...rest } of asked) {
      spins.push(spinMs());
      const bodies = rest.once ? shareOf(rest.bodies, round, options.rounds) : rest.bodies;
      const { times, durationMs, wrong, firstWrong } = await loadOnce({ ...rest, bodies, ...options });
      if (wrong > 0) throw new Error(`${name} gave ${wrong} wrong answers, the first: ${firstWrong}`);
      if (times.length === 0) throw new Error(`${name} answered nothing in ${durationMs} ms`);
      const sorted = [...times].sort((a, b) => a - b);
      const turn = turns.get(name)!;
      turn.rates.push((times.length / durationMs) * 1000);
      turn.p50.push(at(sorted, 0.5));
      turn.p99.push(at(sorted, 0.99));
    }
  }
  return { servers: [...turns].map(([name, turn]) => ({ name, ...turn })), spins };
}

/** The part of a list that is a round's. */
function shareOf<T>(list: readonly T[], round: number, rounds: number): readonly T[] {
  const size = Math.floor(list.length / rounds);
  return list.slice(round * size, (round + 1) * size);
}

interface Collected {
  rates: number[];
  p50: number[];
  p99: number[];
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;

/** In a process of its own, a new one each time: none has more to clean up than another. */
async function loadOnce(task: LoadTask): Promise<LoadResult> {
  const child = fork(join(import.meta.dirname, 'loader.ts'), {
    execArgv: ['--import', join(import.meta.dirname, '../../test/support/typescript.mjs')],
  });
  try {
    child.send(task);
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`the loader ended with ${code}`))),
    ])) as [{ result: LoadResult } | { error: string }];
    if ('error' in message) throw new Error(message.error);
    return message.result;
  } finally {
    if (child.connected) child.disconnect();
  }
}
