/** The number that PostgreSQL has for a type (pg_type.oid; they are the same in all versions), and how it takes a value of it. */
interface Element {
  readonly oid: number;
  /** Bytes that any value takes at most. */
  room(value: unknown): number;
  /** Writes the value at a place of the buffer. @returns bytes that were written; @throws RangeError */
  write(to: Buffer, value: unknown, at: number): number;
}

/** Milliseconds from the Unix epoch to that of PostgreSQL, 2000-01-01. */
const EPOCH_MS = 946_684_800_000;
/** What begins each jsonb that is received in binary form: the version of that form. */
const JSONB_VERSION = 1;

const fixed = (oid: number, bytes: number, write: (to: Buffer, value: unknown, at: number) => void): Element => ({
  oid,
  room: () => bytes,
  write(to, value, at) {
    write(to, value, at);
    return bytes;
  },
});

const text = (oid: number): Element => ({
  oid,
  // Of UTF-16 no unit takes more than three bytes of UTF-8.
  room: (value) => 3 * String(value).length,
  write: (to, value, at) => to.write(String(value), at, 'utf8'),
});

const ELEMENTS: Readonly<Record<string, Element>> = {
  boolean: fixed(16, 1, (to, value, at) => to.writeUInt8(value === true ? 1 : 0, at)),
  bytea: {
    oid: 17,
    room: (value) => (value as Buffer).length,
    write: (to, value, at) => (value as Buffer).copy(to, at),
  },
  bigint: fixed(20, 8, (to, value, at) => to.writeBigInt64BE(BigInt(value as number), at)),
  smallint: fixed(21, 2, (to, value, at) => to.writeInt16BE(whole(value), at)),
  integer: fixed(23, 4, (to, value, at) => to.writeInt32BE(whole(value), at)),
  text: text(25),
  json: text(114),
  real: fixed(700, 4, (to, value, at) => to.writeFloatBE(Number(value), at)),
  'double precision': fixed(701, 8, (to, value, at) => to.writeDoubleBE(Number(value), at)),
  timestamptz: fixed(1184, 8, writeTime),
  uuid: fixed(2950, 16, writeUuid),
  jsonb: {
    oid: 3802,
    room: (value) => 1 + 3 * String(value).length,
    write(to, value, at) {
      to.writeUInt8(JSONB_VERSION, at);
      return 1 + to.write(String(value), at + 1, 'utf8');
    },
  },
};

/** Before the elements: dimensions, whether one is null, the elements' type, how many there are, the first one's index. */
const HEAD_BYTES = 20;
/** Of an element that is null, in place of its length. */
const NULL = -1;

/**
 * The values of one column, as one parameter of a statement that makes rows of it by `unnest`. It is sent in PostgreSQL's
 * binary form (array_send): in text, each value would be quoted here, and read there letter by letter.
 */
export class ColumnArray {
  /** @param type of the values, as PostgreSQL calls it: one of those above */
  constructor(
    readonly type: string,
    readonly values: readonly unknown[],
  ) {}

  /**
   * What is sent: to `pg`, a parameter of bytes is one in binary form.
   *
   * @throws RangeError for a value that is none of the type
   */
  encoded(): Buffer {
    const { values } = this;
    const element = ELEMENTS[this.type];
    if (!element) throw new RangeError(`values of type ${this.type} cannot be sent in an array`);
    let room = HEAD_BYTES;
    for (const value of values) room += 4 + (isNull(value) ? 0 : element.room(value));
    const bytes = Buffer.allocUnsafe(room);
    let at = bytes.writeInt32BE(1, 0);
    at = bytes.writeInt32BE(values.some(isNull) ? 1 : 0, at);
    at = bytes.writeInt32BE(element.oid, at);
    at = bytes.writeInt32BE(values.length, at);
    at = bytes.writeInt32BE(1, at);
    for (const value of values) {
      const length = isNull(value) ? NULL : element.write(bytes, value, at + 4);
      bytes.writeInt32BE(length, at);
      at += 4 + Math.max(0, length);
    }
    return bytes.subarray(0, at);
  }
}

const isNull = (value: unknown): boolean => value === null || value === undefined;

function whole(value: unknown): number {
  if (Number.isInteger(value)) return value as number;
  throw new RangeError(`${String(value)} is no whole number`);
}

function writeTime(to: Buffer, value: unknown, at: number): void {
  const ms = (value as Date).getTime();
  if (Number.isNaN(ms)) throw new RangeError('a date that is none cannot be stored');
  to.writeBigInt64BE(BigInt(ms - EPOCH_MS) * 1000n, at);
}

/** Values of hexadecimal digits by their character codes; 255 for all else. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? 255 : digit;
});

function writeUuid(to: Buffer, value: unknown, at: number): void {
  const uuid = String(value);
  let end = at;
  let i = 0;
  for (; i < uuid.length && end < at + 16; i += 2) {
    if (uuid.charCodeAt(i) === 0x2d) i++;
    const high = DIGITS[uuid.charCodeAt(i)] ?? 255;
    const low = DIGITS[uuid.charCodeAt(i + 1)] ?? 255;
    if ((high | low) > 15) break;
    to[end++] = (high << 4) | low;
  }
  if (end < at + 16 || i < uuid.length) throw new RangeError(`“${uuid}” is no UUID`);
}
