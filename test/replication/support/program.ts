import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startScript } from '../../support/start-script.js';

export const ADMIN_TOKEN = 'an-administrator-of-tests-1';

/** An answer of the API, with what its headers say. */
export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** A server process of the program, as `npm start` makes it. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly say: () => string,
  ) {}

  static async start(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
    let said = '';
    const { child, output } = await startScript(
      'start.mjs',
      { environment: { PORT: '0', OBELUS_TOKEN: ADMIN_TOKEN, NODE_ENV: 'test', ...environment } },
      (started) => {
        started.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
        started.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
      },
      (soFar) => /answers at[^]*OBELUS_TOKEN/.test(soFar),
    );
    const url = /answers at (\S+)/.exec(output)?.[1];
    if (url === undefined) throw new Error(`the server did not start: ${output}`);
    return new ServerProcess(child, url, () => said);
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** All that it said so far. */
  get output(): string {
    return this.say();
  }

  async ask<T = Record<string, unknown>>(
    token: string,
    query: string,
    options: { readonly variables?: Record<string, unknown>; readonly headers?: Record<string, string> } = {},
  ): Promise<Reply<T>> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...options.headers },
      body: JSON.stringify({ query, variables: options.variables }),
      signal: AbortSignal.timeout(20_000),
    });
    const body = (await response.json()) as Omit<Reply<T>, 'status' | 'headers'>;
    return { status: response.status, headers: response.headers, ...body };
  }

  async get(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(new URL(path, this.url));
    return { status: response.status, text: await response.text() };
  }

  /** @returns its exit status, or the signal that ended it */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string | null> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode;
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    child.kill(signal);
    const [status, by] = await ended;
    return status ?? by;
  }
}
