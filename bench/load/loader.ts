/** Asks a server on many connections at once, in a process of its own, so that it shares no thread with what it times. */
import { Connection, requestBytes } from './client.js';

export interface LoadTask {
  readonly url: string;
  readonly token: string;
  /** Bodies of requests, asked in turn. */
  readonly bodies: readonly string[];
  /** What each must be answered with; null: only the status is looked at. */
  readonly expected: readonly string[] | null;
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
  const from = performance.now() + task.warmUpMs;
  const until = from + task.durationMs;
  const work = async (connection: Connection): Promise<void> => {
    for (;;) {
      const begun = performance.now();
      if (begun >= until) return;
      const i = next++ % requests.length;
      const { status, body } = await connection.ask(requests[i]!);
      const ended = performance.now();
      if (status !== 200 || (expected && !body.equals(expected[i]!))) {
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
  return { times: Float64Array.from(times), durationMs: task.durationMs, wrong, firstWrong };
}

process.on('message', (task: LoadTask) => {
  load(task).then(
    (result) => process.send!({ result: { ...result, times: [...result.times] } }),
    (error: unknown) => process.send!({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
