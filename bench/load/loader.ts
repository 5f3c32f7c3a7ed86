/** Asks a server on many connections at once, in a process of its own, so that it shares no thread with what it times. */
import { Connection, requestBytes } from './client.js';

export interface LoadTask {
  readonly url: string;
  readonly token: string;
  /** Bodies of requests, asked in turn. */
  readonly bodies: readonly string[];
  /** What each must be answered with; null: only the status and what it holds are looked at. */
  readonly expected: readonly string[] | null;
  /** What each answer must hold. */
  readonly holds?: string;
  /** Each body is asked once, from the first on, and then it is over: for changes that cannot be made twice. */
  readonly once?: boolean;
  readonly connections: number;
  /** Asked and not counted, in milliseconds. */
  readonly warmUpMs: number;
  readonly durationMs: number;
}

export interface LoadResult {
  /** Milliseconds of each request that ended in time. */
  readonly times: Float64Array;
  readonly durationMs: number;
  /** Answers of another status or body than they should be, and what the first of them said. */
  readonly wrong: number;
  readonly firstWrong: string | null;
}

export async function load(task: LoadTask): Promise<LoadResult> {
  const requests = task.bodies.map((body) => requestBytes(task.url, task.token, body));
  const expected = task.expected?.map((text) => Buffer.from(text)) ?? null;
  const connections = await Promise.all(Array.from({ length: task.connections }, () => Connection.open(task.url)));
  const times: number[] = [];
  let [next, wrong] = [0, 0];
  let firstWrong: string | null = null;
  const start = performance.now();
  const from = task.once ? start : start + task.warmUpMs;
  const until = task.once ? Infinity : from + task.durationMs;
  const work = async (connection: Connection): Promise<void> => {
    for (;;) {
      const begun = performance.now();
      if (begun >= until) return;
      if (task.once && next >= requests.length) return;
      const i = next++ % requests.length;
      const { status, body } = await connection.ask(requests[i]!);
      const ended = performance.now();
      const isRight =
        status === 200 &&
        (!expected || body.equals(expected[i]!)) &&
        (task.holds === undefined || body.includes(task.holds));
      if (!isRight) {
        wrong++;
        firstWrong ??= `${status} ${body.toString('utf8').slice(0, 400)}`;
      }
      // However long it was under way: a slow server's requests would else never count.
      if (ended >= from && ended <= until) times.push(ended - begun);
    }
  };
  try {
    await Promise.all(connections.map(work));
  } finally {
    for (const each of connections) each.close();
  }
  const durationMs = task.once ? performance.now() - start : task.durationMs;
  return { times: Float64Array.from(times), durationMs, wrong, firstWrong };
}

process.on('message', (task: LoadTask) => {
  load(task).then(
    (result) => process.send!({ result: { ...result, times: [...result.times] } }),
    (error: unknown) => process.send!({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
