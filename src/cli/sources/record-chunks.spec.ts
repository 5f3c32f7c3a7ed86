import { chunksOf } from './record-chunks.js';
import { piecesOf } from './record-pieces.js';

const NO_LIMITS = { entries: 1_000, length: 1_000_000 };
const two = { ...NO_LIMITS, entries: 2 };

const BIBTEX = `@string{sg = {The Sound Gazette}}
A comment by hand.

@book{one, title = {One {@misc{none}} "quoted"}}
@comment{ @book{hidden, title = {Hidden}} }
@article(two, title = "Two (a)", journal = sg)
@inbook{three, title = {Three},
  crossref = {one}}
@string{pg = "The Port Gazette"}
@misc{four, title = {Four}, journal = pg}
`;

describe('pieces of a file', () => {
  it('of BibTeX are its entries and definitions, with their lines', () => {
    const pieces = piecesOf(BIBTEX, 'bibtex');
    expect(pieces.map(({ entry, key, line, defines, parent }) => [entry, key, line, defines, parent])).toEqual([
      [null, null, 1, true, null],
      [1, 'one', 4, false, null],
      [2, 'two', 6, false, null],
      [3, 'three', 7, false, 'one'],
      [null, null, 9, true, null],
      [4, 'four', 10, false, null],
    ]);
    expect(pieces[2]!.text).toBe('@article(two, title = "Two (a)", journal = sg)');
  });

  it('of BibTeX go on behind an entry that does not end', () => {
    const pieces = piecesOf('@book{a, title = {Open\n@book{b, title = {B}}\n@book{c, title = {C}}\n', 'bibtex');
    expect(pieces.map(({ key, line }) => [key, line])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it('of RIS end with "ER", and what does not end is a piece', () => {
    const pieces = piecesOf('TY  - BOOK\r\nTI  - A\r\nER  - \r\n\r\nTY  - BOOK\nER  -\nTY  - BOOK\nTI  - B\n', 'ris');
    expect(pieces.map(({ entry, line }) => [entry, line])).toEqual([
      [1, 1],
      [2, 4],
      [3, 7],
    ]);
  });

  it('of CSL-JSON are items; what is no list is whole', () => {
    expect(piecesOf('[{"id":1},{"id":2}]', 'csl').map(({ text, entry }) => [text, entry])).toEqual([
      ['{"id":1}', 1],
      ['{"id":2}', 2],
    ]);
    expect(piecesOf('[{"id":1},', 'csl')).toMatchObject([{ text: '[{"id":1},', entry: null }]);
    expect(piecesOf('', 'csl')).toMatchObject([{ text: '', entry: null }]);
  });
});

describe('chunks of pieces', () => {
  it('hold what the server takes, and bring definitions and parents along', () => {
    const chunks = chunksOf(piecesOf(BIBTEX, 'bibtex'), 'bibtex', two);
    expect(chunks.map(({ entries }) => entries)).toEqual([2, 1, 1]);
    expect(chunks[0]!.content).toContain('@string{sg');
    expect(chunks[1]!.content).toMatch(/@string\{sg[^]+@book\{one[^]+@inbook\{three/);
    expect(chunks[2]!.content).toMatch(/@string\{sg[^]+@string\{pg[^]+@misc\{four/);
  });

  it('tell mistakes with the entries and lines of the file', () => {
    const chunks = chunksOf(piecesOf(BIBTEX, 'bibtex'), 'bibtex', two);
    expect(chunks[0]!.told('entry 2 (two): line 5: a comma is missing')).toBe(
      'entry 2 (two): line 6: a comma is missing',
    );
    expect(chunks[1]!.told('entry 2 (three): line 6: a comma is missing')).toBe(
      'entry 3 (three): line 8: a comma is missing',
    );
    expect(chunks[2]!.told('entry 1 (four): title: too long')).toBe('entry 4 (four): title: too long');
    expect(chunks[2]!.told('has no entries')).toBe('has no entries');
  });

  it('of RIS keep their lines', () => {
    const text = Array.from({ length: 5 }, (_each, i) => `TY  - BOOK\nTI  - ${i}\nER  - \n`).join('\n');
    const chunks = chunksOf(piecesOf(text, 'ris'), 'ris', two);
    expect(chunks.map(({ entries }) => entries)).toEqual([2, 2, 1]);
    for (const [c, chunk] of chunks.entries()) {
      const lines = chunk.content.split('\n');
      for (const [i, line] of lines.entries()) {
        if (line === '') continue;
        const [, told] = /line (\d+)/.exec(chunk.told(`line ${i + 1}: x`))!;
        expect([c, text.split('\n')[Number(told) - 1]]).toEqual([c, line]);
      }
    }
  });

  it('split by length, and leave an entry that is too long to the server', () => {
    const items = [1, 2, 3].map((id) => ({ id, title: 'x'.repeat(400) }));
    const chunks = chunksOf(piecesOf(JSON.stringify(items), 'csl'), 'csl', { entries: 1_000, length: 900 });
    expect(chunks.map(({ content }) => (JSON.parse(content) as { id: number }[]).map(({ id }) => id))).toEqual([
      [1, 2],
      [3],
    ]);
    const [long] = chunksOf(piecesOf(JSON.stringify(items), 'csl'), 'csl', { entries: 1_000, length: 100 });
    expect(long!.content.length).toBeGreaterThan(400);
  });

  it('of a file without entries are the file', () => {
    for (const format of ['csl', 'bibtex', 'ris'] as const) {
      expect(chunksOf(piecesOf('nothing\n', format), format, NO_LIMITS)[0]!.content).toContain(
        format === 'ris' ? 'nothing' : 'nothing\n',
      );
      expect(chunksOf(piecesOf('', format), format, NO_LIMITS)).toHaveLength(1);
    }
  });

  it('of entries that lead in a circle end', () => {
    const text = '@book{a, crossref = {b}}\n@book{b, crossref = {a}}\n@book{c, crossref = {c}}\n';
    expect(chunksOf(piecesOf(text, 'bibtex'), 'bibtex', { ...NO_LIMITS, entries: 1 })).toHaveLength(3);
  });
});
