import { inflateRawSync } from 'node:zlib';
import { UnconvertibleFileError } from './unconvertible-file.js';

/*
 * The records of a ZIP, as PKWARE's APPNOTE has them (4.3): a directory at its end lists the files, and each file's data
 * stand behind a local record. Where a number does not fit into its field, the field is full of ones, and the number stands
 * in the extra field or the end record of ZIP64.
 */

export const END = 0x06054b50;
export const CENTRAL = 0x02014b50;
export const LOCAL = 0x04034b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
export const END_SIZE = 22;
export const CENTRAL_SIZE = 46;
export const LOCAL_SIZE = 30;
export const LOCATOR_64_SIZE = 20;
export const END_64_SIZE = 56;
/** A comment may follow the end record; its length has 16 bits. */
export const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
/** Symbolic links among the file types of Unix, which stand in the upper half of the external attributes. */
const LINK_TYPE = 0o12;
const EXTRA_64 = 1;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** A file as the directory of a ZIP lists it. Nothing of it is true for sure. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** A symbolic link of Unix: its content is a path. */
  readonly isLink: boolean;
  readonly method: number;
  /** Bytes as packed. */
  readonly size: number;
  /** Of its local record. */
  readonly offset: number;
}

/** Where the directory of a ZIP is, and how many files it lists. */
export interface ZipDirectory {
  readonly count: number;
  readonly offset: number;
}

export function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** @returns the place of the end record in the last bytes of a ZIP. @throws UnconvertibleFileError when there is none */
export function endRecordAt(tail: Buffer): number {
  const at = tail.byteLength < END_SIZE ? -1 : tail.lastIndexOf(word(END), tail.byteLength - END_SIZE);
  if (at < Math.max(0, tail.byteLength - END_SIZE - MAX_COMMENT)) throw damaged();
  return at;
}

/** @returns null when it stands in the end record of ZIP64 */
export function directoryOf(data: Buffer, end: number): ZipDirectory | null {
  const [count, offset] = [data.readUInt16LE(end + 10), data.readUInt32LE(end + 16)];
  return count === FULL_16 || offset === FULL_32 ? null : { count, offset };
}

/** @returns the place of the end record of ZIP64 in the file; null when the locator is none */
export const endRecord64At = (locator: Buffer): number | null =>
  locator.readUInt32LE(0) === LOCATOR_64 ? number64(locator, 8) : null;

export function directory64Of(end: Buffer): ZipDirectory {
  if (end.readUInt32LE(0) !== END_64) throw damaged();
  return { count: number64(end, 32), offset: number64(end, 48) };
}

/** The record of the directory at a place, and where the next one stands. */
export function entryAt(data: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (data.readUInt32LE(at) !== CENTRAL) throw damaged();
  const nameEnd = at + CENTRAL_SIZE + data.readUInt16LE(at + 28);
  const extraEnd = nameEnd + data.readUInt16LE(at + 30);
  const next = extraEnd + data.readUInt16LE(at + 32);
  if (next > data.byteLength) throw damaged();
  const [size, offset] = sizeAndOffset(data, at, data.subarray(nameEnd, extraEnd));
  const entry = {
    name: data.toString('utf8', at + CENTRAL_SIZE, nameEnd),
    encrypted: (data.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0,
    isLink: data.readUInt16LE(at + 40) >>> 12 === LINK_TYPE,
    method: data.readUInt16LE(at + 10),
    size,
    offset,
  };
  return { entry, next };
}

/** ZIP64 has those numbers in its extra field that are too large, in this order: unpacked, packed, offset. */
function sizeAndOffset(data: Buffer, at: number, extra: Buffer): [number, number] {
  const [unpacked, packed, offset] = [at + 24, at + 20, at + 42].map((field) => data.readUInt32LE(field)) as [
    number,
    number,
    number,
  ];
  if (packed !== FULL_32 && offset !== FULL_32) return [packed, offset];
  let field = 0;
  while (extra.readUInt16LE(field) !== EXTRA_64) field += 4 + extra.readUInt16LE(field + 2);
  let value = field + 4 + (unpacked === FULL_32 ? 8 : 0);
  const large = (stated: number): number => {
    if (stated !== FULL_32) return stated;
    value += 8;
    return number64(extra, value - 8);
  };
  const size = large(packed);
  return [size, large(offset)];
}

function number64(data: Buffer, at: number): number {
  const value = Number(data.readBigUInt64LE(at));
  if (!Number.isSafeInteger(value)) throw damaged();
  return value;
}

/** Bytes of the local record of a file in front of its data. @param record its first LOCAL_SIZE bytes */
export function localRecordSize(record: Buffer): number {
  if (record.readUInt32LE(0) !== LOCAL) throw damaged();
  return LOCAL_SIZE + record.readUInt16LE(26) + record.readUInt16LE(28);
}

/** @throws UnconvertibleFileError when it cannot be unpacked, or must not: before its data are read */
export function expectUnpackable({ encrypted, method, size }: ZipEntry, limit: number): void {
  if (encrypted) {
    throw new UnconvertibleFileError('ENCRYPTED', 'is protected by a password; save it without one and try again');
  }
  if (method !== STORED && method !== DEFLATED) throw damaged();
  // Deflate adds five bytes to each 65,535 that it cannot pack (RFC 1951, 3.2.4): what is larger packed does not fit either.
  if (size > limit + Math.ceil(limit / 1_000) + 1_024 || (method === STORED && size > limit)) throw tooLarge(limit);
}

/** @param packed all data of the file. @throws UnconvertibleFileError */
export function unpacked(packed: Buffer, { method, size }: ZipEntry, limit: number): Uint8Array {
  if (packed.byteLength < size) throw damaged();
  return method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
}

/** Errors of Node, as those of a file. */
export function asOfFile(error: unknown, limit: number): unknown {
  if (error instanceof UnconvertibleFileError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(limit);
  return code.startsWith('ERR_') || code.startsWith('Z_') ? damaged(error) : error;
}

function tooLarge(limit: number): UnconvertibleFileError {
  const message = `unpacks to more than ${Math.round(limit / 1024 / 1024)} MiB; split the document`;
  return new UnconvertibleFileError('TOO_LARGE', message);
}

export function damaged(cause?: unknown): UnconvertibleFileError {
  return new UnconvertibleFileError(
    'DAMAGED',
    'is damaged, or not the kind of file that its name says; save it again',
    {
      cause,
    },
  );
}
