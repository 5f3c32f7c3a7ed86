import { strToU8, zipSync } from 'fflate';
import { inMemory } from './random-access.js';
import { UnconvertibleFileError } from './unconvertible-file.js';
import { ZipReader } from './zip-reader.js';
import type { ZipEntry } from './zip-records.js';

const MIB = 1024 * 1024;
const MD = strToU8('# Trams\n\nTrams carry 300 people.\n');

async function entriesOf(zip: ZipReader): Promise<ZipEntry[]> {
  const all: ZipEntry[] = [];
  for await (const entry of zip.entries()) all.push(entry);
  return all;
}

/** The ZIP of one file, with its numbers where ZIP64 has them: in the extra field, and in an end record of its own. */
function asZip64(name: string, content: Uint8Array): Buffer {
  const zip = Buffer.from(zipSync({ [name]: content }));
  const end = zip.length - 22;
  const directory = zip.readUInt32LE(end + 16);
  const record = Buffer.from(zip.subarray(directory, end));
  const extra = Buffer.alloc(4 + 12 + 24);
  // Another extra field stands before it.
  extra.writeUInt16LE(0x5455, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeUInt16LE(1, 12);
  extra.writeUInt16LE(24, 14);
  for (const [i, field] of [24, 20, 42].entries()) {
    extra.writeBigUInt64LE(BigInt(record.readUInt32LE(field)), 16 + 8 * i);
    record.writeUInt32LE(0xffffffff, field);
  }
  record.writeUInt16LE(extra.length, 30);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(directory), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directory + record.length + extra.length), 8);
  const last = Buffer.from(zip.subarray(end));
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([zip.subarray(0, directory), record, extra, end64, locator, last]);
}

const withoutLocator = (zip: Buffer): Buffer => zip.fill(0, zip.length - 42, zip.length - 22);

describe('a ZIP that is read where it lies', () => {
  it('is read a piece at a time, however long its directory is, and a file when it is wanted', async () => {
    const names = Array.from({ length: 5_000 }, (_, i) => `${'long/'.repeat(30)}${i}.md`);
    const whole = inMemory(zipSync(Object.fromEntries(names.map((name) => [name, MD]))));
    const lengths: number[] = [];
    const zip = await ZipReader.open(
      {
        size: whole.size,
        read: async (at, length) => {
          lengths.push(length);
          return await whole.read(at, length);
        },
      },
      5_000,
    );
    const entries = await entriesOf(zip);
    expect(entries.map(({ name }) => name)).toEqual(names);
    expect(whole.size).toBeGreaterThan(MIB);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(MIB / 4);
    expect(Buffer.from(await zip.unpack(entries[4_999]!, MIB))).toEqual(Buffer.from(MD));
  });

  it('may be a ZIP64', async () => {
    const zip = await ZipReader.open(inMemory(asZip64('trams.md', MD)), 10);
    const [entry] = await entriesOf(zip);
    expect(entry!.name).toBe('trams.md');
    expect(Buffer.from(await zip.unpack(entry!, MIB))).toEqual(Buffer.from(MD));
  });

  it('is not read beyond the files that it may list', async () => {
    const zip = inMemory(zipSync({ 'a.md': MD, 'b.md': MD }));
    await expect(ZipReader.open(zip, 1)).rejects.toThrow('holds 2 files, at most 1 are read');
  });

  it.each([
    ['states a huge size', (zip: Buffer, at: number) => zip.writeUInt32LE(0xfffffff0, at + 20), 'is damaged'],
    ['lies elsewhere', (zip: Buffer, at: number) => zip.writeUInt32LE(0xfffffff0, at + 42), 'is damaged'],
    ['is packed otherwise', (zip: Buffer, at: number) => zip.writeUInt16LE(12, at + 10), 'is damaged'],
    ['promises a number of ZIP64', (zip: Buffer, at: number) => zip.writeUInt32LE(0xffffffff, at + 42), 'is damaged'],
  ])('whose file %s is refused, and nothing is reserved for it', async (_what, change, why) => {
    const bytes = Buffer.from(zipSync({ 'a.md': MD }));
    change(bytes, bytes.indexOf('PK\u0001\u0002', 0, 'latin1'));
    const refused = ZipReader.open(inMemory(bytes), 10).then(async (zip) =>
      zip.unpack((await entriesOf(zip))[0]!, MIB),
    );
    await expect(refused).rejects.toThrow(UnconvertibleFileError);
    await expect(refused).rejects.toThrow(why);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no ZIP', Buffer.from('trams'.repeat(100))],
    ['its end alone', Buffer.from(zipSync({ 'a.md': MD })).subarray(-22)],
    ['a ZIP64 without its end record', withoutLocator(asZip64('a.md', MD))],
  ])('that is %s is refused', async (_what, bytes) => {
    const read = ZipReader.open(inMemory(bytes), 10).then(entriesOf);
    await expect(read).rejects.toThrow('is damaged');
  });
});
