import { crc32 } from 'node:zlib';
import { UnconvertibleFileError } from './unconvertible-file.js';
import {
  asOfFile,
  CENTRAL,
  directoryOf,
  END,
  END_SIZE,
  endRecordAt,
  entryAt,
  expectUnpackable,
  LOCAL,
  LOCAL_SIZE,
  localRecordSize,
  unpacked,
  word,
  type ZipEntry,
} from './zip-records.js';

/** Files in a ZIP, at most. A long Word document has some hundred. */
const MAX_ENTRIES = 10_000;

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
  const files = new Map<string, Uint8Array>();
  let left = limit;
  try {
    for (const entry of entriesOf(data)) {
      if (!wanted(entry.name) || files.has(entry.name)) continue;
      const bytes = unpack(data, entry, left);
      left -= bytes.byteLength;
      files.set(entry.name, bytes);
    }
  } catch (error) {
    throw asOfFile(error, limit);
  }
  return files;
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

const bufferOf = (zip: Uint8Array): Buffer => Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);

function* entriesOf(data: Buffer): Generator<ZipEntry> {
  const directory = directoryOf(data, endRecordAt(data));
  if (!directory || directory.count > MAX_ENTRIES) {
    const count = directory ? `${directory.count} files` : 'very many files';
    throw new UnconvertibleFileError('TOO_LARGE', `holds ${count}, at most ${MAX_ENTRIES} are read`);
  }
  for (let i = 0, at = directory.offset; i < directory.count; i++) {
    const { entry, next } = entryAt(data, at);
    yield entry;
    at = next;
  }
}

function unpack(data: Buffer, entry: ZipEntry, limit: number): Uint8Array {
  expectUnpackable(entry, limit);
  const start = entry.offset + localRecordSize(data.subarray(entry.offset, entry.offset + LOCAL_SIZE));
  return unpacked(data.subarray(start, start + entry.size), entry, limit);
}
