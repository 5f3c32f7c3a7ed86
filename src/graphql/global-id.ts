/**
 * One opaque id for every object of the API: a byte for the type and the sixteen of the row's UUID, as base64url.
 *
 * A code is never given to another type. New types take new codes.
 */
export const NODE_CODES = {
  Workspace: 1,
  Member: 2,
  Article: 3,
  Revision: 4,
  Claim: 5,
  Citation: 6,
  Reference: 7,
  Source: 8,
  Publisher: 9,
  Snapshot: 10,
  Finding: 11,
  Waiver: 12,
  Verdict: 13,
  Job: 14,
  Comment: 15,
  Token: 16,
  Webhook: 24,
} as const;
export type NodeType = keyof typeof NODE_CODES;

export interface DecodedId {
  readonly type: NodeType;
  /** Lower case, with hyphens. */
  readonly uuid: string;
}

const TYPES: ReadonlyMap<number, NodeType> = new Map(
  Object.entries(NODE_CODES).map(([type, code]) => [code, type as NodeType]),
);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const BYTES = 17;

/** The id of a row. @throws RangeError when `uuid` is no lower-case UUID */
export function toGlobalId(type: NodeType, uuid: string): string {
  if (!UUID.test(uuid)) throw new RangeError(`not a UUID: ${uuid}`);
  return Buffer.concat([Buffer.of(NODE_CODES[type]), uuidBytes(uuid)]).toString('base64url');
}

/** The sixteen bytes of a UUID. */
const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/** What an id names; null when no object can have it. Only the one spelling that `toGlobalId` gives is taken. */
export function fromGlobalId(id: string): DecodedId | null {
  const bytes = Buffer.from(id, 'base64url');
  const type = bytes.length === BYTES ? TYPES.get(bytes[0] ?? 0) : undefined;
  if (!type || bytes.toString('base64url') !== id) return null;
  const hex = bytes.toString('hex', 1);
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return { type, uuid };
}

/** The UUID of an id that must name an object of this type; null for any other text. */
export function uuidOf(type: NodeType, id: string): string | null {
  const decoded = fromGlobalId(id);
  return decoded?.type === type ? decoded.uuid : null;
}
