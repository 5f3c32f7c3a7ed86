import { WebSocket } from 'ws';

/** Sockets that are opened at a time. */
const AT_ONCE = 50;
/** Longer than this a change is not waited for, in milliseconds. */
const LIMIT_MS = 30_000;
const SUBSCRIPTION = 'subscription { claimChanged { claim { id text } previousStanding standing } }';

/** WebSockets that listen to every claim that changes, on one server. */
export class Listeners {
  private waiting: {
    readonly claim: string;
    readonly times: Map<WebSocket, number>;
    readonly done: () => void;
  } | null = null;

  private constructor(private readonly sockets: readonly WebSocket[]) {}

  /** Opens so many, and has each subscribe. @throws Error when one is closed */
  static async open(url: string, token: string, count: number): Promise<Listeners> {
    const sockets: WebSocket[] = [];
    const listeners = new Listeners(sockets);
    while (sockets.length < count) {
      const next = Math.min(AT_ONCE, count - sockets.length);
      sockets.push(...(await Promise.all(Array.from({ length: next }, () => listeners.openOne(url, token)))));
    }
    return listeners;
  }

  /** When each socket hears of the claim, in milliseconds of this process's clock. @throws Error when not all do in time */
  hear(claim: string): Promise<number[]> {
    return new Promise((resolve, reject) => {
      const times = new Map<WebSocket, number>();
      const timer = setTimeout(() => {
        this.waiting = null;
        reject(
          new Error(`${times.size} of ${this.sockets.length} sockets heard of a change within ${LIMIT_MS / 1000} s`),
        );
      }, LIMIT_MS);
      const done = (): void => {
        clearTimeout(timer);
        this.waiting = null;
        resolve([...times.values()]);
      };
      this.waiting = { claim, times, done };
    });
  }

  close(): void {
    for (const each of this.sockets) each.terminate();
  }

  private openOne(url: string, token: string): Promise<WebSocket> {
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
          socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: SUBSCRIPTION } }));
          resolve(socket);
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
    if (waiting.times.size === this.sockets.length) waiting.done();
  }
}
