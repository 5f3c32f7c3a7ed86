import { setTimeout as sleep } from 'node:timers/promises';

/** How often it is asked whether a job has ended, in milliseconds. */
const LOOK_MS = 10;
const QUERY = 'query Job($id: ID!) { node(id: $id) { ... on Job { state error } } }';

interface Answer {
  readonly node: { readonly state: string; readonly error: string | null };
}

/**
 * Waits until a job is done.
 *
 * @param ask gives an answer's data
 * @throws Error when it fails
 */
export async function jobEnded(
  ask: (query: string, variables: Record<string, unknown>) => Promise<Answer>,
  id: string,
): Promise<void> {
  for (;;) {
    const { node } = await ask(QUERY, { id });
    if (node.state === 'DONE') return;
    if (node.state === 'FAILED') throw new Error(`a job failed: ${node.error}`);
    await sleep(LOOK_MS);
  }
}
