import { createClient as createSocket } from 'graphql-ws/client';
import { Client, fetchExchange, makeOperation, mapExchange, subscriptionExchange, type CombinedError } from 'urql';
import { ActiveQueries } from './active-queries.js';
import { normalisedCache } from './cache.js';
import { connection, liveConnection } from './connection.js';
import { GRAPHQL } from './early.js';
import { lastData } from './last-data.js';
import { lasting } from './lasting.js';
import { newId } from './new-id.js';
import { newerOnly } from './newer-only.js';
import { ownChanges } from './own-changes.js';
import { positionedFetch } from './positioned-fetch.js';
import { problemOf } from './problem.js';
import { whileLost } from './while-lost.js';

/** Closed by the server for a token that is not valid, or not any more. */
const FORBIDDEN_CLOSE = 4403;
/** What happened was taken more slowly than it happened. */
const TOO_SLOW = 'SUBSCRIBER_TOO_SLOW';
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Events come in bursts; they are asked after once. */
const GATHERED_MS = 500;

export interface Api {
  readonly client: Client;
  /** Closes the socket; the client answers no more subscriptions. */
  close(): void;
}

/** Speaks to the server that this page came from, as whoever its cookie names. @param onSignedOut nobody is signed in any more */
export function createApi(onSignedOut: () => void): Api {
  const queries = new ActiveQueries();
  const ask = positionedFetch();
  let wasThere = false;
  let subscriptions = 0;
  let reading: ReturnType<typeof setTimeout> | undefined;
  const readSoon = (): void => {
    reading ??= setTimeout(() => {
      reading = undefined;
      queries.refresh(client);
    }, GATHERED_MS);
  };
  const socket = createSocket({
    url: `${location.origin.replace(/^http/, 'ws')}${GRAPHQL}`,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (closed) => (closed as { code?: number }).code !== FORBIDDEN_CLOSE,
    retryWait: (retries) => pause(waitMs(retries)),
    keepAlive: 10_000,
    on: {
      connected: () => {
        // What happened meanwhile was told to nobody here.
        if (wasThere || !liveConnection.isThere()) queries.refresh(client);
        wasThere = true;
        liveConnection.found();
      },
      closed: (event) => {
        const { code, wasClean } = event as CloseEvent;
        if (code === FORBIDDEN_CLOSE) onSignedOut();
        else if (!wasClean || code !== 1000) liveConnection.lost();
      },
    },
  });
  const client: Client = new Client({
    url: GRAPHQL,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: ask,
    exchanges: [
      mapExchange({
        onOperation: (operation) => {
          if (operation.kind !== 'mutation') return operation;
          ownChanges.happened();
          const fetchOptions = operation.context.fetchOptions ?? newKey();
          return makeOperation(operation.kind, operation, { ...operation.context, fetchOptions });
        },
        onResult: ({ operation }) => {
          if (operation.kind === 'mutation') ownChanges.happened();
        },
        onError: (error: CombinedError) => {
          const { kind } = problemOf(error);
          if (kind === 'signed-out') onSignedOut();
        },
      }),
      lastData(),
      queries.exchange,
      normalisedCache(),
      newerOnly(readSoon),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => {
            subscriptions++;
            const end = lasting((each) => socket.subscribe({ query: query ?? '', variables }, each), sink, {
              isPassing,
              onAgain: readSoon,
              waitMs,
            });
            return {
              unsubscribe: () => {
                end();
                // Where nothing is live, nobody tries to reach the socket, and nobody misses it.
                if (--subscriptions === 0) liveConnection.found();
              },
            };
          },
        }),
      }),
    ],
  });
  const back = (): void => void probe(ask);
  const endTrying = whileLost(connection, { tryIt: () => probe(ask), onBack: () => queries.refresh(client), waitMs });
  addEventListener('offline', connection.lost);
  addEventListener('online', back);
  return {
    client,
    close() {
      removeEventListener('offline', connection.lost);
      removeEventListener('online', back);
      clearTimeout(reading);
      endTrying();
      void socket.dispose();
    },
  };
}

/** A mutation goes with a key of its own, unless its caller has one for it: sent again, it is not done twice. */
const newKey = (): RequestInit => ({ headers: { 'idempotency-key': newId() } });

/** The least that can be asked; whether it is answered is seen by who sends it. */
const probe = (ask: typeof fetch): Promise<unknown> =>
  ask(GRAPHQL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  }).catch(() => undefined);

/** Longer each time, and not for all pages at the same moment. */
const waitMs = (attempts: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS) * (1 + Math.random() / 4);

/** What ended a subscription that may go on: the socket was closed, if not for who is asking, or we were too slow. */
function isPassing(error: unknown): boolean {
  if (Array.isArray(error)) {
    return (error as { extensions?: { code?: string } }[]).some(({ extensions }) => extensions?.code === TOO_SLOW);
  }
  const { code } = error as { code?: unknown };
  return typeof code === 'number' && code !== FORBIDDEN_CLOSE;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
