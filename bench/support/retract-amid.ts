import { setTimeout as sleep } from 'node:timers/promises';
import type { JobState } from '../../src/database/codes.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import type { Api } from './api.js';
import type { People, Timings } from './people.js';
import { endProcess, type Started } from './processes.js';

/** How long people work before anything is retracted, and again when all is judged, in milliseconds. */
const UNDISTURBED_MS = 20_000;
/** How far the work is when its process is killed, as a share. */
const KILLED_AT = 0.4;
/** How often it is asked how far the work is, in milliseconds. */
const LOOK_MS = 100;

/** How far the work was when it was looked at. */
export interface Look {
  /** Since the retraction, in milliseconds. */
  readonly ms: number;
  readonly state: JobState;
  readonly done: number;
}

export interface Retraction {
  /** How long its answer took, in milliseconds. */
  readonly answered: number;
  /** Steps of its job. */
  readonly steps: number | null;
  readonly looks: readonly Look[];
  /** When the worker was killed; null: it had ended before. In milliseconds since the retraction. */
  readonly killed: number | null;
  /** How long it then took until the work went on, in milliseconds. */
  readonly gap: number;
  /** Before the retraction, and again after all was judged. */
  readonly undisturbed: Timings;
  readonly during: Timings;
}

/** Retracts a source while people work, and kills the first worker when the second one is there and much is done. */
export async function retractAmid(
  api: Api,
  source: string,
  people: People,
  first: Started,
  startSecond: () => Promise<void>,
): Promise<Retraction> {
  const before = await workUndisturbed(people);
  const begun = performance.now();
  const input = { sourceId: toGlobalId('Source', source), reason: 'The figures were made up.' };
  const { data, ms: answered } = await api.change<{ job: { id: string; total: number | null } }>(
    'retractSource',
    input,
    'job { id total }',
  );
  const steps = data.job.total;
  let [killed, position, going]: [number | null, number, boolean] = [null, 0, true];
  let working: Promise<Timings> | null = null;
  const looks = await watch(api, data.job.id, begun, async ({ done }) => {
    position = done;
    if (done > 0 && !working) {
      // It takes over; its start is not to be felt.
      await startSecond();
      working = people.work(
        () => going,
        () => position,
      );
    }
    if (killed !== null || done < KILLED_AT * (steps ?? 0)) return;
    await endProcess(first, 'SIGKILL');
    killed = performance.now() - begun;
  });
  going = false;
  const during = (await working) ?? { attached: [], attachedAhead: [], paged: [] };
  const after = await workUndisturbed(people);
  const undisturbed: Timings = {
    attached: [...before.attached, ...after.attached],
    attachedAhead: [...before.attachedAhead, ...after.attachedAhead],
    paged: [...before.paged, ...after.paged],
  };
  return { answered, steps, looks, killed, gap: gapAfter(killed ?? Infinity, looks), undisturbed, during };
}

/** Looks at the job until it has ended. @param told each look but the last */
async function watch(api: Api, job: string, begun: number, told: (look: Look) => Promise<void>): Promise<Look[]> {
  const looks: Look[] = [];
  const query = 'query ($id: ID!) { node(id: $id) { ... on Job { state done } } }';
  for (;;) {
    const { data } = await api.ask<{ node: Pick<Look, 'state' | 'done'> }>(query, { id: job });
    const look = { ms: performance.now() - begun, ...data.node };
    looks.push(look);
    if (look.state === 'DONE' || look.state === 'FAILED') return looks;
    await told(look);
    await sleep(LOOK_MS);
  }
}

function gapAfter(killed: number, looks: readonly Look[]): number {
  // What was done between the last look and the kill shows at the first look after it.
  const [stood, ...later] = looks.filter(({ ms }) => ms > killed);
  const next = later.find(({ done }) => done > stood!.done);
  return next ? next.ms - killed : 0;
}

function workUndisturbed(people: People): Promise<Timings> {
  const end = performance.now() + UNDISTURBED_MS;
  return people.work(
    () => performance.now() < end,
    () => Math.floor(Math.random() * people.count),
  );
}
