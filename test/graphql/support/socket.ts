import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WebSocket } from 'ws';
import { until } from '../../support/until.js';

/** What the server sends. */
export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A result of an operation, as far as tests look at it. */
export interface Result<T = Record<string, unknown>> {
  readonly data?: T | null;
  readonly errors?: readonly { message: string; path?: unknown; extensions: { code: string } }[];
  readonly extensions?: Record<string, unknown>;
}

export interface Closed {
  /** The WebSocket's close code; of a socket that was never opened, the HTTP status. */
  readonly code: number;
  readonly reason: string;
}

export interface TestSocket {
  readonly ws: WebSocket;
  readonly messages: readonly Message[];
  readonly closed: Promise<Closed>;
  send(message: unknown): void;
  /** Sends an operation, and waits for all that it answers: results, then errors that end it. */
  ask<T>(payload: object): Promise<Result<T>>;
  /** The results of a subscription, a list that grows. */
  subscribe<T>(query: string, variables?: object): Subscribed<T>;
}

export interface Subscribed<T> {
  readonly results: readonly T[];
  /** The error that ended it. */
  readonly error: () => Result['errors'] | undefined;
  end(): void;
}

/** @returns the address of its sockets */
export async function listen(app: NestFastifyApplication): Promise<string> {
  await app.listen(0, '127.0.0.1');
  return `${(await app.getUrl()).replace('http', 'ws')}/graphql`;
}

/** A client that says no more than tests tell it to. */
export async function open(
  url: string,
  options: { headers?: Record<string, string>; protocol?: string } = {},
): Promise<TestSocket> {
  const ws = new WebSocket(url, options.protocol ?? 'graphql-transport-ws', { headers: options.headers ?? {} });
  const messages: Message[] = [];
  const waiting = new Map<string, (message: Message) => void>();
  ws.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message;
    messages.push(message);
    waiting.get(message.id ?? '')?.(message);
  });
  ws.on('error', () => undefined);
  const closed = new Promise<Closed>((resolve) => {
    ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    ws.on('unexpected-response', (_request, response) => resolve({ code: response.statusCode ?? 0, reason: '' }));
  });
  const opened = new Promise((resolve) => ws.once('open', resolve));
  await Promise.race([opened, closed]);
  const send = (message: unknown): void => ws.send(typeof message === 'string' ? message : JSON.stringify(message));
  let ids = 0;
  return {
    ws,
    messages,
    closed,
    send,
    ask: <T>(payload: object) =>
      new Promise<Result<T>>((resolve, reject) => {
        const id = `ask-${ids++}`;
        let result: Result<T> = {};
        waiting.set(id, (message) => {
          if (message.type === 'next') result = message.payload as Result<T>;
          else resolve(message.type === 'error' ? { errors: message.payload as Result['errors'] } : result);
        });
        void closed.then(({ code, reason }) => reject(new Error(`closed: ${code} ${reason}`)));
        send({ id, type: 'subscribe', payload });
      }),
    subscribe: <T>(query: string, variables: object = {}) => {
      const id = `subscription-${ids++}`;
      const results: T[] = [];
      let errors: Result['errors'];
      waiting.set(id, ({ type, payload }) => {
        if (type === 'error') errors = payload as Result['errors'];
        else if (type === 'next') results.push((payload as { data: T }).data);
      });
      send({ id, type: 'subscribe', payload: { query, variables } });
      return { results, error: () => errors, end: () => send({ id, type: 'complete' }) };
    },
  };
}

/** A client that the server has taken for the owner of a token. */
export async function connect(url: string, token: string): Promise<TestSocket> {
  const socket = await open(url);
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  await until('the connection is acknowledged', () =>
    Promise.resolve(socket.messages.some(({ type }) => type === 'connection_ack')),
  );
  return socket;
}
