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
const BYTES = 17;

/**
 * The id of a row. Answers hold hundreds of them, so this is written out: four bits come in with each hexadecimal digit,
 * and six go out with each character.
 *
 * @throws RangeError when `uuid` is no lower-case UUID
 */
export function toGlobalId(type: NodeType, uuid: string): string {
  let bits: number = NODE_CODES[type];
  let waiting = 8;
  let written = 0;
  let wrong = uuid.length === 36 ? 0 : -1;
  for (let at = 0; at < 36; at++) {
    const code = uuid.charCodeAt(at);
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (code !== HYPHEN) wrong = -1;
      continue;
    }
    const digit = DIGITS[code & 127]!;
    wrong |= digit | -(code >> 7);
    bits = (bits << 4) | (digit & 15);
    waiting += 4;
    if (waiting < 6) continue;
    waiting -= 6;
    characters[written++] = ALPHABET[bits >> waiting]!;
    bits &= (1 << waiting) - 1;
  }
  if (wrong < 0) throw new RangeError(`not a UUID: ${uuid}`);
  characters[written] = ALPHABET[bits << (6 - waiting)]!;
  return characters.toString('latin1');
}

const HYPHEN = 0x2d;
/** By character code; -1: none. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => '0123456789abcdef'.indexOf(String.fromCharCode(code)));
/** Of base64url, as character codes. */
const ALPHABET = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', 'latin1');
/** Those of one id: 136 bits. Filled anew for each. */
const characters = Buffer.alloc(23);

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
