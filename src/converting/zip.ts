import { crc32, inflateRawSync } from 'node:zlib';
import { UnconvertibleFileError } from './unconvertible-file.js';

/** Files in a ZIP, at most. A long Word document has some hundred. */
const MAX_ENTRIES = 10_000;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
/** A comment may follow the end record; its length has 16 bits. */
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

/**
 * Unpacks what is wanted of a ZIP. Nothing is believed of the sizes that it states: unpacking ends where the limit is
 * reached, so that a small file cannot fill the memory.
 *
 * @param wanted by the name in the ZIP; all else stays packed
 * @param limit bytes that the wanted files may have together
 * @throws UnconvertibleFileError DAMAGED, ENCRYPTED, TOO_LARGE
 */
export function unzip(zip: Uint8Array, wanted: (name: string) => boolean, limit: number): Map<string, Uint8Array> {
  const data = bufferOf(zip);
  return guarded(limit, () => {
    const files = new Map<string, Uint8Array>();
    let left = limit;
    for (const entry of entriesOf(data)) {
      if (!wanted(entry.name) || files.has(entry.name)) continue;
      const unpacked = unpack(data, entry, left);
      left -= unpacked.byteLength;
      files.set(entry.name, unpacked);
    }
    return files;
  });
}

/** A ZIP with the same files, unpacked: what a reader of ZIPs takes from it has the sizes that were counted here. */
export function zipped(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const path = Buffer.from(name);
    // From "version needed" to "extra length", as both records have it: 2.0, names in UTF-8, stored, no date.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.byteLength, 14);
    shared.writeUInt32LE(bytes.byteLength, 18);
    shared.writeUInt16LE(path.byteLength, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    locals.push(word(LOCAL), shared, path, bytes);
    centrals.push(word(CENTRAL), Buffer.from([20, 0]), shared, place, path);
    offset += LOCAL_SIZE + path.byteLength + bytes.byteLength;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

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

/**
 * The files of a ZIP, in the order of its directory.
 *
 * @throws UnconvertibleFileError DAMAGED, TOO_LARGE
 */
export function zipEntries(zip: Uint8Array): ZipEntry[] {
  return guarded(zip.byteLength, () => [...entriesOf(bufferOf(zip))]);
}

/**
 * Unpacks one file of a ZIP.
 *
 * @param limit bytes that it may have
 * @throws UnconvertibleFileError DAMAGED, ENCRYPTED, TOO_LARGE
 */
export function unzipEntry(zip: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  return guarded(limit, () => unpack(bufferOf(zip), entry, limit));
}

const bufferOf = (zip: Uint8Array): Buffer => Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);

/** Errors of Node, as those of a file. */
function guarded<T>(limit: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnconvertibleFileError) throw error;
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw damaged(error);
  }
}

/** Symbolic links among the file types of Unix, which stand in the upper half of the external attributes. */
const LINK_TYPE = 0o12;

function* entriesOf(data: Buffer): Generator<ZipEntry> {
  const end = endRecord(data);
  const count = data.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) {
    throw new UnconvertibleFileError('TOO_LARGE', `holds ${count} files, at most ${MAX_ENTRIES} are read`);
  }
  let at = data.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (data.readUInt32LE(at) !== CENTRAL) throw damaged();
    const nameEnd = at + CENTRAL_SIZE + data.readUInt16LE(at + 28);
    yield {
      name: data.toString('utf8', at + CENTRAL_SIZE, nameEnd),
      encrypted: (data.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0,
      isLink: data.readUInt16LE(at + 40) >>> 12 === LINK_TYPE,
      method: data.readUInt16LE(at + 10),
      size: data.readUInt32LE(at + 20),
      offset: data.readUInt32LE(at + 42),
    };
    at = nameEnd + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
}

function endRecord(data: Buffer): number {
  const first = Math.max(0, data.byteLength - END_SIZE - MAX_COMMENT);
  const at = data.lastIndexOf(word(END), data.byteLength - END_SIZE);
  if (at < first || data.byteLength < END_SIZE) throw damaged();
  return at;
}

function unpack(data: Buffer, { encrypted, method, size, offset }: ZipEntry, limit: number): Uint8Array {
  if (encrypted) {
    throw new UnconvertibleFileError('ENCRYPTED', 'is protected by a password; save it without one and try again');
  }
  if (data.readUInt32LE(offset) !== LOCAL) throw damaged();
  const start = offset + LOCAL_SIZE + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28);
  const packed = data.subarray(start, start + size);
  if (packed.byteLength < size) throw damaged();
  if (method === STORED) {
    if (size > limit) throw tooLarge(limit);
    return packed;
  }
  if (method !== DEFLATED) throw damaged();
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
}

function tooLarge(limit: number): UnconvertibleFileError {
  const message = `unpacks to more than ${Math.round(limit / 1024 / 1024)} MiB; split the document`;
  return new UnconvertibleFileError('TOO_LARGE', message);
}

function damaged(cause?: unknown): UnconvertibleFileError {
  return new UnconvertibleFileError(
    'DAMAGED',
    'is damaged, or not the kind of file that its name says; save it again',
    {
      cause,
    },
  );
}
