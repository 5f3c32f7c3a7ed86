import type { Section } from '../report/section.js';
import { median, ratioOf } from '../report/statistics.js';
import { shown } from '../report/shown.js';
import { memoryOf, startObelus, startOther, type Contestant } from '../servers/contestants.js';
import { timeInTurns, type Bench } from './bench.js';

/** How long each server takes until it listens, and what memory it takes idle and has taken at most. */
export async function startAndMemory(bench: Bench): Promise<Section> {
  const { set, options, contestants, memoryAtMost } = bench;
  const idle = new Map<string, number>();
  const starts = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  const start =
    ({ name, kind }: Contestant) =>
    async (): Promise<void> => {
      const checkout = options.checkouts.find((each) => each.name === name);
      const started = checkout
        ? await startObelus(name, checkout.path, set)
        : await startOther(name, kind as Exclude<Contestant['kind'], 'obelus'>, set);
      starts.get(name)!.push(started.startMs);
      const memory = memoryOf(started.pid);
      if (memory) idle.set(name, memory.now);
      await started.stop();
    };
  bench.say('start-up');
  await timeInTurns(bench, contestants.map(start));
  const times = contestants.map(({ name }) => starts.get(name)!);
  const told = (value: number | undefined): string => (value === undefined ? '–' : shown(value));
  return {
    id: 'start-and-memory',
    title: 'Start-up and memory',
    about:
      'From the start of the process until it says that it listens; its resident memory then, when it has answered nothing; and ' +
      'at most, right after the main query was measured: what comes later is not asked of all.',
    columns: ['server', 'start, ms', 'MiB idle', 'MiB at most'],
    rows: contestants.map(({ name }, i) => [
      name,
      shown(median(times[i]!)),
      told(idle.get(name)),
      told(memoryAtMost.get(name)),
    ]),
    comparisons: contestants.slice(1).map(({ name }, i) => ({
      what: `start, ${contestants[0]!.name} / ${name}`,
      ratio: ratioOf(times[0]!, times[i + 1]!),
      target: null,
    })),
    limits: [],
    chart: null,
    notes: memoryAtMost.size > 0 ? [] : ['Memory at most is told where the main query is measured in the same run.'],
  };
}
