import { strToU8, zipSync, type Zippable } from 'fflate';
import { inMemory } from '../converting/random-access.js';
import type { Collected } from './collected.js';
import { zipCollection, type ZipOptions } from './zip-collection.js';

const pack = (files: Zippable): Uint8Array => zipSync(files, { level: 6 });

async function read(zip: Uint8Array, options: ZipOptions = {}): Promise<Collected[]> {
  const all: Collected[] = [];
  for await (const each of zipCollection(inMemory(zip), options)) all.push(each);
  return all;
}
const told = (all: readonly Collected[]) =>
  all.map((each) =>
    each.kind === 'article'
      ? `${each.article.name} → ${each.article.slug}`
      : `${each.kind}: ${each.entry.name}: ${each.entry.why}`,
  );

const MD = strToU8('# Trams\n\nTrams carry 300 people [1].\n');

/** A field of the directory's record of a file, changed. */
function changed(zip: Uint8Array, name: string, change: (record: DataView) => void): Uint8Array {
  const bytes = zip.slice();
  const buffer = Buffer.from(bytes.buffer);
  for (
    let at = buffer.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = buffer.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    if (buffer.toString('utf8', at + 46, at + 46 + buffer.readUInt16LE(at + 28)) === name)
      change(new DataView(bytes.buffer, at));
  }
  return bytes;
}

describe('a ZIP', () => {
  it('is its articles, slugged by their paths from its one folder', async () => {
    const zip = pack({
      'site/2031/Hydrogen Buses.md': MD,
      'site/trams/index.html': strToU8('<h1>Trams</h1><p>Trams run.</p>'),
      'site/Über.txt': strToU8('Trams run.'),
      'site/a.wiki': strToU8("'''Trams''' run."),
      'site/doc.json': strToU8(
        '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Trams run."}]}]}',
      ),
    });
    const all = await read(zip, { slugPrefix: 'site-' });
    expect(told(all)).toEqual([
      '2031/Hydrogen Buses.md → site-2031-hydrogen-buses',
      'trams/index.html → site-trams',
      'Über.txt → site-uber',
      'a.wiki → site-a',
      'doc.json → site-doc',
    ]);
    expect(all[0]).toMatchObject({
      article: { format: 'MARKDOWN', content: '# Trams\n\nTrams carry 300 people [1].\n' },
    });
    expect(all[4]).toMatchObject({ article: { format: 'HTML', content: expect.stringContaining('Trams run.') } });
  });

  it('names what it leaves out, and counts the rest', async () => {
    const zip = pack({
      'a.md': MD,
      'A!.md': MD,
      'claims.csv': strToU8('a,b'),
      'inner.zip': pack({ 'b.md': MD }),
      'data.json': strToU8('{"version": 3}'),
      'feed.xml': strToU8('<rss/>'),
      '一.md': MD,
      'latin.md': new Uint8Array([0x46, 0xe4]),
      'broken.docx': strToU8('PK nothing'),
      'empty.md': strToU8(' \n'),
      'pictures/a.png': strToU8('x'),
      'pictures/b.png': strToU8('x'),
      'style.css': strToU8('x'),
      '__MACOSX/._a.md': MD,
      '.hidden/a.md': MD,
      'node_modules/x/readme.md': MD,
    });
    expect(told(await read(zip))).toEqual([
      'a.md → a',
      'unreadable: A!.md: its slug “a” is that of a.md; rename one',
      expect.stringMatching(/^skipped: claims.csv: a spreadsheet; import it by itself/),
      expect.stringMatching(/^skipped: inner.zip: an archive within the ZIP; unpack it/),
      'skipped: data.json: JSON that is no document of an editor',
      'skipped: feed.xml: XML that is no export of WordPress',
      expect.stringMatching(/^unreadable: 一.md: its path has no Latin letter/),
      expect.stringMatching(/^unreadable: latin.md: not UTF-8 at byte/),
      expect.stringMatching(/^unreadable: broken.docx: is damaged/),
      expect.stringMatching(/^unreadable: empty.md: nothing to read/),
      'skipped: 3 other files: no articles by their names (.png, .css)',
    ]);
  });

  it('reads an export of WordPress in it', async () => {
    const export_ = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Trams</title><wp:post_id>4</wp:post_id>
      <wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[Trams run.]]></content:encoded></item></channel></rss>`;
    expect(told(await read(pack({ 'site.wordpress.xml': strToU8(export_), 'trams.md': MD })))).toEqual([
      'post 4 “Trams” → trams',
      expect.stringMatching(/^unreadable: trams.md: its slug “trams” is that of post 4/),
    ]);
  });
});

describe('a hostile ZIP', () => {
  it.each(['../out.md', 'a/../../out.md', '/etc/out.md', 'C:out.md', 'a\\..\\out.md'])(
    'leads nowhere: %s',
    async (path) => {
      expect(told(await read(pack({ [path]: MD, 'b.md': MD })))).toEqual([
        expect.stringContaining('its path leads out of the ZIP'),
        'b.md → b',
      ]);
    },
  );

  it('fills no memory: a file is unpacked no further than the limit, and the others are read', async () => {
    const zip = pack({ 'bomb.md': new Uint8Array(64 * 1024 * 1024), 'b.md': MD });
    expect(zip.byteLength).toBeLessThan(100_000);
    expect(told(await read(zip))).toEqual([
      expect.stringMatching(/^unreadable: bomb.md: unpacks to more than 20 MiB/),
      'b.md → b',
    ]);
  });

  it('nor do many files', async () => {
    const zip = pack(
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, new Uint8Array(1024 * 1024).fill(97)])),
    );
    const all = await read(zip, { limit: 5 * 1024 * 1024 });
    expect(all.filter(({ kind }) => kind === 'article')).toHaveLength(5);
    expect(told(all).at(-1)).toContain('unpack to as much as is read at once');
  });

  it('may say that a file is smaller than it is', async () => {
    const zip = changed(pack({ 'bomb.md': new Uint8Array(64 * 1024 * 1024) }), 'bomb.md', (record) =>
      record.setUint32(24, 10, true),
    );
    expect(told(await read(zip))).toEqual([expect.stringContaining('more than 20 MiB')]);
  });

  it.each([
    ['is encrypted', (record: DataView) => record.setUint16(8, 1, true), 'protected by a password'],
    ['is a link', (record: DataView) => record.setUint32(38, 0o120777 * 0x10000, true), 'a link to another file'],
    ['is packed by another method', (record: DataView) => record.setUint16(10, 14, true), 'is damaged'],
    ['lies beyond the end', (record: DataView) => record.setUint32(42, 0x7fffffff, true), 'is damaged'],
    ['ends beyond the end', (record: DataView) => record.setUint32(20, 0x7fffffff, true), 'is damaged'],
  ])('a file that %s is named, and the others are read', async (_, change, why) => {
    const zip = changed(pack({ 'a.md': MD, 'b.md': MD }), 'a.md', change);
    expect(told(await read(zip))).toEqual([
      expect.stringMatching(new RegExp(`^unreadable: a.md: .*${why}`)),
      'b.md → b',
    ]);
  });

  it('names files twice', async () => {
    const zip = changed(pack({ 'a.md': MD, 'b.md': MD }), 'b.md', (record) => record.setUint8(46, 'a'.charCodeAt(0)));
    expect(told(await read(zip))).toEqual(['a.md → a', 'unreadable: a.md: a file of this name came before it']);
  });

  it.each([
    ['no ZIP', strToU8('hello')],
    ['half a ZIP', pack({ 'a.md': MD }).slice(0, 60)],
    ['nothing', new Uint8Array()],
  ])('%s is refused', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow('is damaged');
  });

  it('of too many files is refused', async () => {
    const zip = pack({ 'a.md': MD }).slice();
    new DataView(zip.buffer).setUint16(zip.byteLength - 12, 60_000, true);
    await expect(read(zip)).rejects.toThrow('holds 60000 files, at most 10000 are read');
  });

  it('cannot write on a terminal', async () => {
    expect(told(await read(pack({ 'a\u001b[2J.md': strToU8(' ') })))[0]).not.toContain('\u001b');
  });
});
