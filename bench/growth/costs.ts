import { Database } from '../../src/database/database.js';
import { ENTITIES } from '../../src/entities.js';
import type { DataSet } from '../data/data-set.js';
import { Listeners, toEverything } from '../load/listeners.js';
import { spinMs } from '../load/spin.js';
import { TOKEN, type Checkout } from '../measures/bench.js';
import type { Options } from '../options.js';
import { findPages } from '../measures/pages.js';
import { median } from '../report/statistics.js';
import { startObelus } from '../servers/contestants.js';
import { bulk, changes } from './changes.js';
import { Asker, type Group, type Operation } from './operation.js';
import { findPlaces } from './places.js';
import { reads } from './reads.js';

/** Places of the main query. */
const PAGES = 20;

/** What an operation takes. */
export interface Cost {
  readonly name: string;
  readonly group: Group;
  /** In the middle, in milliseconds. */
  readonly ms: number;
}

/**
 * What each operation costs one who asks alone, on one set.
 *
 * @param spins is told how long a fixed work of the processor took
 * @throws Error when something is answered as it should not be, naming the operation
 */
export async function costsOf(
  set: DataSet,
  { name, path }: Checkout,
  { rounds, operations }: Pick<Options, 'rounds' | 'operations'>,
  spins: number[],
): Promise<Cost[]> {
  const asked = (all: readonly Operation[]): readonly Operation[] =>
    operations.length === 0 ? all : all.filter((each) => operations.some((word) => each.name.includes(word)));
  const pages = await findPages(set, PAGES);
  const places = await findPlaces(set, pages.workspaceId);
  const server = await startObelus(name, path, set, { OBELUS_JOBS: 'on' });
  const settings = { url: set.appUrl, entities: ENTITIES, poolSize: 1, statementTimeoutMs: 120_000 };
  const database = await Database.connect(settings);
  const listeners = await Listeners.open(server, [toEverything(TOKEN)]);
  const ask = await Asker.open(server, TOKEN);
  try {
    return [
      // What is read is the same each time only as long as nothing is changed.
      ...(await timed(asked(reads(ask, places, pages)), rounds, spins)),
      ...(await timed(asked(changes(ask, places, listeners, rounds)), rounds, spins)),
      ...(await timed(asked(bulk(ask, places, database, pages.workspaceId, rounds)), rounds, spins)),
    ];
  } finally {
    ask.close();
    listeners.close();
    await database.close();
    await server.stop();
  }
}

/** Times operations in turns. */
async function timed(operations: readonly Operation[], rounds: number, spins: number[]): Promise<Cost[]> {
  const times = operations.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, operation] of operations.entries()) {
      spins.push(spinMs());
      const { steps, once } = operation;
      const each = Math.floor(steps.length / rounds);
      // What is asked for the first time is slower once only.
      if (round === 0 && !once) await made(operation, steps);
      times[i]!.push(...(await made(operation, once ? steps.slice(round * each, (round + 1) * each) : steps)));
    }
  }
  return operations.map(({ name, group }, i) => ({ name, group, ms: median(times[i]!) }));
}

async function made({ name }: Operation, steps: Operation['steps']): Promise<number[]> {
  const times: number[] = [];
  for (const step of steps) {
    const begun = performance.now();
    try {
      times.push((await step()) ?? performance.now() - begun);
    } catch (error) {
      throw new Error(`growth, ${name}: ${(error as Error).message}`, { cause: error });
    }
  }
  return times;
}
