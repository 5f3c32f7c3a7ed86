import type { FastifyReply, FastifyRequest } from 'fastify';
import { atLeast } from '../auth/roles.js';
import type { Viewer } from '../auth/viewer.js';
import type { Database } from '../database/database.js';
import { readPosition, writePosition, type Position } from '../database/replication/position.js';
import { bad } from './graphql-request.js';

/** How far the log of changes is that an answer has seen. Who sends it back is shown nothing older. */
export const POSITION_HEADER = 'obelus-position';
/** Up to which moment all that was changed is in an answer that a replica gave. */
const AS_OF_HEADER = 'obelus-as-of';

/** Told what the caller is to send with the next request, as text. */
export type TellPosition = (position: string) => void;

/** Who is asking, and how far: whatever a transaction of theirs does or sees is told. Without replicas, as they are. */
export function following(
  database: Database,
  viewer: Viewer,
  tell: TellPosition,
  from: Position | null = null,
): Viewer {
  if (!database.hasReplicas) return viewer;
  let last = from;
  const seen = (position: Position): void => {
    if (last !== null && position <= last) return;
    last = position;
    tell(writePosition(position));
  };
  return { ...viewer, seen };
}

/**
 * Decides where a query reads. Who may only read is shown what any replica in use has. Who may write could miss what
 * they wrote a moment ago, by whichever process: they are shown what a replica has only when they say how far they are,
 * and it is at least as far; else the primary answers.
 *
 * @param given the position that the caller sent; null: none
 * @param tell called with what they are to send next, when they sent one
 */
function placedQuery(database: Database, viewer: Viewer, given: Position | null, tell: TellPosition): Viewer {
  if (!database.hasReplicas) return viewer;
  const isFresh = atLeast(viewer.role, 'CHECKER');
  const placed = database.placed(viewer, { position: given, isFresh });
  if (given === null) return placed;
  tell(writePosition(given));
  return following(database, placed, tell, given);
}

/** What an operation is run with, over HTTP or a socket, as far as it is of use here. */
interface PlacedContext {
  viewer: Viewer;
  readonly reply?: FastifyReply;
  /** Over a socket: told with the answer. */
  position?: string;
}

/**
 * Decides where an operation reads, before it is run: the context's viewer carries that to whatever loads.
 *
 * @param given what the caller sent as `extensions.position`
 * @throws RequestError BAD_REQUEST for what is no position
 */
export function placeOperation(
  database: Database,
  operation: 'query' | 'mutation',
  context: PlacedContext,
  given: unknown,
): void {
  if (!database.hasReplicas) return;
  const { reply } = context;
  const tell = (position: string): void => {
    if (reply) void reply.header(POSITION_HEADER, position);
    else context.position = position;
  };
  if (operation === 'mutation') {
    context.viewer = following(database, context.viewer, tell);
    return;
  }
  const position = positionOf(reply?.request, given);
  context.viewer = placedQuery(database, context.viewer, position, tell);
  if (reply) tellMoment(reply, context.viewer);
}

/** Where an export reads, which is a query: all of it on one server. @throws RequestError BAD_REQUEST */
export function placedExport(database: Database, request: FastifyRequest, viewer: Viewer): Viewer {
  const isFresh = atLeast(viewer.role, 'CHECKER');
  return database.placed(viewer, { position: positionOf(request, undefined), isFresh });
}

function tellMoment(reply: FastifyReply, { placement }: Viewer): void {
  const moment = placement?.moment ?? null;
  if (moment !== null) void reply.header(AS_OF_HEADER, new Date(moment).toISOString());
}

function positionOf(request: FastifyRequest | undefined, extension: unknown): Position | null {
  const given = request?.headers[POSITION_HEADER] ?? extension;
  if (given === undefined || given === null) return null;
  const position = typeof given === 'string' ? readPosition(given) : null;
  if (position !== null) return position;
  throw bad(`${POSITION_HEADER} must be as an answer of this server had it, such as "16/B374D848"`);
}
