import type { RandomAccess } from './random-access.js';
import { UnconvertibleFileError } from './unconvertible-file.js';
import {
  asOfFile,
  CENTRAL_SIZE,
  damaged,
  directory64Of,
  directoryOf,
  END_64_SIZE,
  END_SIZE,
  endRecord64At,
  endRecordAt,
  entryAt,
  expectUnpackable,
  LOCAL_SIZE,
  localRecordSize,
  LOCATOR_64_SIZE,
  MAX_COMMENT,
  unpacked,
  type ZipDirectory,
  type ZipEntry,
} from './zip-records.js';

/** A record of the directory has a name, an extra field and a comment, whose lengths have 16 bits each. */
const LONGEST_RECORD = CENTRAL_SIZE + 3 * 0xffff;
/** Bytes of the directory that are read at a time. */
const WINDOW = 256 * 1024;

/**
 * Reads a ZIP where it lies: its directory piece by piece, and one file when it is asked for. However large the ZIP is, the
 * memory holds one file of it. Nothing is believed of the sizes that it states.
 */
export class ZipReader {
  private constructor(
    private readonly file: RandomAccess,
    private readonly directory: ZipDirectory,
  ) {}

  /**
   * @param mostFiles that it may list
   * @throws UnconvertibleFileError DAMAGED when it is no ZIP, TOO_LARGE
   */
  static async open(file: RandomAccess, mostFiles: number): Promise<ZipReader> {
    const directory = await guarded(0, () => findDirectory(file));
    if (directory.count > mostFiles) {
      throw new UnconvertibleFileError('TOO_LARGE', `holds ${directory.count} files, at most ${mostFiles} are read`);
    }
    return new ZipReader(file, directory);
  }

  /** How many files its directory is said to list. */
  get count(): number {
    return this.directory.count;
  }

  /** Its files, in the order of its directory. @throws UnconvertibleFileError DAMAGED */
  async *entries(): AsyncGenerator<ZipEntry> {
    let from = this.directory.offset;
    let window: Buffer = Buffer.alloc(0);
    let at = 0;
    for (let i = 0; i < this.count; i++) {
      if (window.byteLength - at < LONGEST_RECORD && from + window.byteLength < this.file.size) {
        from += at;
        window = await this.file.read(from, WINDOW);
        at = 0;
      }
      const { entry, next } = await guarded(0, () => entryAt(window, at));
      at = next;
      yield entry;
    }
  }

  /**
   * Unpacks one file.
   *
   * @param limit bytes that it may have
   * @throws UnconvertibleFileError DAMAGED, ENCRYPTED, TOO_LARGE
   */
  unpack(entry: ZipEntry, limit: number): Promise<Uint8Array> {
    return guarded(limit, async () => {
      if (entry.offset + entry.size > this.file.size) throw damaged();
      expectUnpackable(entry, limit);
      const start = entry.offset + localRecordSize(await this.file.read(entry.offset, LOCAL_SIZE));
      return unpacked(await this.file.read(start, entry.size), entry, limit);
    });
  }
}

async function findDirectory(file: RandomAccess): Promise<ZipDirectory> {
  const from = Math.max(0, file.size - LOCATOR_64_SIZE - END_SIZE - MAX_COMMENT);
  const tail = await file.read(from, file.size - from);
  const end = endRecordAt(tail);
  const directory = directoryOf(tail, end);
  if (directory) return directory;
  const at = end < LOCATOR_64_SIZE ? null : endRecord64At(tail.subarray(end - LOCATOR_64_SIZE, end));
  if (at === null) throw damaged();
  return directory64Of(await file.read(at, END_64_SIZE));
}

async function guarded<T>(limit: number, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asOfFile(error, limit);
  }
}
