/** What sockets may take of one process. What one request may ask for stands in `limits/limits.ts`, and holds here too. */
export const SOCKET_LIMITS = {
  /** Connections of all workspaces. */
  connections: 5_000,
  /** Those of them that have not said yet whose they are: after a restart, all come back at one time. */
  strangers: 2_000,
  connectionsOfWorkspace: 2_000,
  subscriptionsOfWorkspace: 5_000,
  /** Operations of one connection at once, subscriptions among them. */
  operations: 100,
  /** How long a connection may take to say whose it is, in milliseconds. */
  initMs: 3_000,
  /** What it may send before that, in bytes. */
  strangerBytes: 16 * 1024,
  /** What may wait to be read by a client, in bytes. One answer may be larger where nothing else waits. */
  unsentBytes: 8 * 1024 * 1024,
  /** How often a client is pinged, and how long it may take to answer, in milliseconds. */
  pingMs: 15_000,
  /** How often tokens are looked at again, in milliseconds: what a token may no longer do ends so much later. */
  tokenMs: 10_000,
  /** How long what is being answered may take at the end, and how long clients to say goodbye, in milliseconds. */
  drainMs: 5_000,
  goodbyeMs: 1_000,
} as const;

/**
 * Why a connection is closed. Codes below 4000 are those of the WebSocket protocol, and clients of `graphql-ws` connect
 * again after them; the others are those of graphql-transport-ws.
 */
export const CLOSE = {
  goingAway: 1001,
  tooBig: 1009,
  fault: 1011,
  tryLater: 1013,
  forbidden: 4403,
} as const;
