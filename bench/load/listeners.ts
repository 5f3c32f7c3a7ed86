import { WebSocket } from 'ws';
import type { Contestant } from '../servers/contestants.js';

/** Sockets that are opened at a time. */
const AT_ONCE = 50;
/** Longer than this a change is not waited for, in milliseconds. */
const LIMIT_MS = 30_000;

/** One who listens. */
export interface Listener {
  readonly token: string;
  /** What they subscribe with. */
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Whether they are told of a change in an article. */
  readonly hears: (article: string) => boolean;
}

const FIELDS = '{ claim { id text } previousStanding standing }';

/** Somebody who listens to all changes of a workspace. */
export const toEverything = (token: string): Listener => ({
  ...{ token, query: `subscription { claimChanged ${FIELDS} }`, hears: () => true },
});

/** Somebody who listens to the changes of one article, of all where it is null. */
export const toArticle = (token: string, articleId: string | null, hears: Listener['hears']): Listener => ({
  query: `subscription ($article: ID) { claimChanged(articleId: $article) ${FIELDS} }`,
  variables: { article: articleId },
  ...{ token, hears },
});

interface Open {
  readonly socket: WebSocket;
  readonly listener: Listener;
}

/** Sockets that listen to one server. */
export class Listeners {
  private waiting: {
    readonly claim: string;
    readonly times: Map<WebSocket, number>;
    readonly of: number;
    readonly done: () => void;
  } | null = null;

  private constructor(private readonly open: readonly Open[]) {}

  static async open({ url }: Contestant, listeners: readonly Listener[]): Promise<Listeners> {
    const open: Open[] = [];
    const all = new Listeners(open);
    for (let from = 0; from < listeners.length; from += AT_ONCE) {
      const some = listeners.slice(from, from + AT_ONCE);
      open.push(...(await Promise.all(some.map((listener) => all.openOne(url, listener)))));
    }
    return all;
  }

  /** When each socket that is to hear of the claim does, in milliseconds of this process's clock. @throws Error when not all do in time */
  hear(claim: string, article: string): Promise<number[]> {
    const of = this.open.filter(({ listener }) => listener.hears(article)).length;
    return new Promise((resolve, reject) => {
      const times = new Map<WebSocket, number>();
      const timer = setTimeout(() => {
        this.waiting = null;
        reject(new Error(`${times.size} of ${of} sockets heard of a change within ${LIMIT_MS / 1000} s`));
      }, LIMIT_MS);
      const done = (): void => {
        clearTimeout(timer);
        this.waiting = null;
        resolve([...times.values()]);
      };
      this.waiting = { claim, times, of, done };
    });
  }

  close(): void {
    for (const { socket } of this.open) socket.terminate();
  }

  private openOne(url: string, listener: Listener): Promise<Open> {
    const { token, query, variables } = listener;
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws');
      socket.once('error', reject);
      socket.once('close', (code, reason) => reject(new Error(`a socket was closed: ${code} ${reason.toString()}`)));
      socket.once('open', () =>
        socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
      );
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text.includes('"connection_ack"')) {
          socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
          resolve({ socket, listener });
        } else if (text.includes('"ping"')) socket.send('{"type":"pong"}');
        else this.take(socket, text);
      });
    });
  }

  private take(socket: WebSocket, text: string): void {
    const { waiting } = this;
    // One change of a claim can be told in several messages to each: the first counts.
    if (!waiting || waiting.times.has(socket) || !text.includes(waiting.claim)) return;
    waiting.times.set(socket, performance.now());
    if (waiting.times.size === waiting.of) waiting.done();
  }
}
