import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import type { WebSocket as ServerSocket } from 'ws';
import { mayDo } from '../../auth/roles.js';
import { authorizationOf } from '../../auth/session-cookie.js';
import type { Viewer } from '../../auth/viewer.js';
import { sockets } from '../../telemetry/instruments.js';
import { LIMITS } from '../limits/limits.js';
import { CLOSE, SOCKET_LIMITS } from './socket-limits.js';

/** Who a client is. */
export interface Identity {
  readonly viewer: Viewer;
  /** What it showed for that, to be looked at again. */
  readonly authorization: string | undefined;
}

/**
 * One connection: what it may send before it is known and after, what may wait for it to read, whether it is still
 * there, and its end.
 */
export class ClientSocket {
  /** Null until it has said who it is. */
  identity: Identity | null = null;
  /** What is being answered; of subscriptions, their beginning. */
  readonly answering = new Set<Promise<unknown>>();
  /** The token that came with the request for the socket: programs can send one there, and pages of ours a session. */
  readonly authorization: string | undefined;
  private readonly log = new Logger('Socket');
  private readonly pinging: NodeJS.Timeout;
  private isAlive = true;
  /** How many bytes had come when the last whole message had. */
  private readUpTo: number;

  constructor(
    private readonly ws: ServerSocket,
    socket: Socket,
    { headers }: IncomingMessage,
    /** Where the client is. */
    readonly address: string,
    /** Where it reached this server, without a slash at the end. */
    readonly baseUrl: string,
  ) {
    this.authorization = authorizationOf(headers);
    this.readUpTo = socket.bytesRead;
    // A message is kept until it is whole, so what has come of it is looked at piece by piece. These listeners come
    // after those of `ws`, which has handed on by then what is whole.
    socket.on('data', () => this.checkSize(socket.bytesRead - this.readUpTo));
    ws.on('message', () => (this.readUpTo = socket.bytesRead));
    ws.on('pong', () => (this.isAlive = true));
    ws.on('ping', (data: Buffer) => {
      if (this.hasRoom()) ws.pong(data);
    });
    // What is wrong with a frame closes the connection; `ws` has seen to that.
    ws.on('error', (error) => this.log.debug(error.message));
    this.pinging = setInterval(() => this.ping(), SOCKET_LIMITS.pingMs).unref();
    ws.once('close', () => clearInterval(this.pinging));
  }

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** Sends a text, and waits until the network has it. A client that leaves too much unread is closed instead. */
  async send(text: string): Promise<void> {
    if (!this.isOpen || !this.hasRoom()) return;
    await new Promise<void>((resolve) => this.ws.send(text, () => resolve()));
  }

  close(code: number, reason: string): void {
    this.ws.close(code, reason);
    setTimeout(() => this.ws.terminate(), SOCKET_LIMITS.goodbyeMs).unref();
  }

  /** @returns when it is closed */
  async end(code: number, reason: string): Promise<void> {
    if (this.ws.readyState === this.ws.CLOSED) return;
    const closed = new Promise((resolve) => this.ws.once('close', resolve));
    this.close(code, reason);
    await closed;
  }

  /** @returns false when it is closed already, and then calls at once */
  onClose(listener: () => void): boolean {
    if (this.isOpen) this.ws.once('close', listener);
    else listener();
    return this.isOpen;
  }

  fail(error: unknown): void {
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    this.close(CLOSE.fault, 'Something went wrong on our side');
  }

  private hasRoom(): boolean {
    if (this.ws.bufferedAmount <= SOCKET_LIMITS.unsentBytes) return true;
    if (this.isOpen) sockets.slow.inc({ reason: 'unread' });
    this.close(CLOSE.tryLater, 'Too slow: answers wait to be read');
    return false;
  }

  private checkSize(unread: number): void {
    const { identity } = this;
    if (!identity && unread > SOCKET_LIMITS.strangerBytes) return this.close(CLOSE.tooBig, 'Too large before the ack');
    if (unread <= LIMITS.readerBodyBytes || !identity || mayDo(identity.viewer, 'importArticle')) return undefined;
    return this.close(CLOSE.tooBig, 'Larger than 1 MiB, which only an import may be');
  }

  private ping(): void {
    if (!this.isAlive) return this.ws.terminate();
    this.isAlive = false;
    if (this.isOpen) this.ws.ping();
    return undefined;
  }
}
