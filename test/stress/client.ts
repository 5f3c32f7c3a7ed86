import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

interface Reply<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Answers that say nothing about what became of the request, or that it is being done: it is sent again. */
const AGAIN = new Set([409, 500, 502, 503, 504]);
const TRY_MS = 20_000;
const PAUSE_MS = 50;

/** A client as docs/changes.md advises: it sends a mutation under one key until it is answered. */
export class Client {
  /** How often something was sent again. */
  retries = 0;

  constructor(
    private readonly url: string,
    private readonly token: string,
    /** No longer is anything tried, in milliseconds since the epoch. */
    private readonly deadline: () => number,
  ) {}

  /** @throws Error for an answer with errors at the top, or when the time is over */
  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const key = randomUUID();
    for (;;) {
      const answer = await this.send(query, variables, key);
      if (answer && !AGAIN.has(answer.status)) {
        const { data, errors } = answer.body as Reply<T>;
        if (errors || !data) throw new Error(`${answer.status}: ${errors?.map(({ message }) => message).join('; ')}`);
        return data;
      }
      if (Date.now() > this.deadline()) throw new Error('no answer, and the time is over');
      this.retries++;
      await sleep(PAUSE_MS);
    }
  }

  private async send(
    query: string,
    variables: Record<string, unknown>,
    key: string,
  ): Promise<{ status: number; body: unknown } | null> {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: `Bearer ${this.token}`,
          'idempotency-key': key,
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(TRY_MS),
      });
      return { status: response.status, body: await response.json() };
    } catch {
      // The server died, or is not there yet.
      return null;
    }
  }
}
