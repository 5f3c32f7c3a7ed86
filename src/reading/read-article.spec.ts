import fc from 'fast-check';
import { ARTICLE_FORMATS, type Article } from '../judging/evidence.js';
import { formatOf, readArticle } from './read-article.js';

/** Pieces of which articles and accidents are made. */
const PIECES = [
  'Trams run every 8 minutes [1]. ',
  '\n\n',
  '\n',
  '[1, 2]',
  '[^a]',
  '[^a]: A note.\n',
  '# Trams\n',
  'References\n\n1. A list\n',
  '| a | b |\n|---|---|\n| c | d [2] |\n',
  'Item Detail\nOpened 4 May\nPrice\n',
  '<p>It rose<sup><a href="#cite_note-1">[1]</a></sup>.</p>',
  '<table><tr><th>a</th><td>b</td></tr></table>',
  '<ol class="references"><li id="cite_note-1">A</li></ol>',
  '- an item\n',
  '&amp;',
  '\\*',
  '> quoted\n',
  '[',
  '<',
  '😀',
  '\ud800',
];

const input = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((p) => p.join('')),
);

function check(article: Article, text: string): void {
  for (const [i, claim] of article.claims.entries()) {
    expect(claim.ordinal).toBe(i + 1);
    expect(claim.text).not.toBe('');
    for (const { start, end } of [
      claim.span,
      ...claim.holes.map((h) => h.span),
      ...claim.citations.flatMap((c) => c.spans),
    ]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    expect(claim.citations.map((c) => c.label)).toHaveLength(new Set(claim.citations.map((c) => c.label)).size);
  }
  const links = article.markers.reduce((sum, marker) => sum + marker.labels.length, 0);
  expect(article.references.reduce((sum, reference) => sum + reference.markerCount, 0)).toBe(links);
  expect(new Set(article.references.map((r) => r.number)).size).toBe(article.references.length);
}

describe.each(ARTICLE_FORMATS)('reading %s', (format) => {
  it('never throws, and places everything inside the input', () => {
    fc.assert(
      fc.property(input, (text) => check(readArticle(text, { format }), text)),
      { numRuns: 300 },
    );
  });

  it.each([
    ['sentences', 'Trams run every 8 minutes [1]. '.repeat(20_000)],
    ['paragraphs', 'Trams run every 8 minutes [1].\n\n'.repeat(10_000)],
    ['markers', '[1]'.repeat(20_000)],
    ['entries of one label', `References\n\n${'1. A list\n'.repeat(20_000)}`],
    ['brackets', '['.repeat(20_000)],
    ['elements', '<div>'.repeat(20_000)],
    ['stops', '. '.repeat(20_000)],
  ])('comes to an end on many %s', (_, text) => expect(() => readArticle(text, { format })).not.toThrow());
});

describe('readArticle', () => {
  const read = (text: string) => readArticle(text, { format: 'MARKDOWN' });

  it('follows a footnote to its definition', () => {
    const { claims, references } = read(
      '# Trams\n\nTrams run daily[^a].\n\n[^a]: “Timetable”, https://tram.example/times\n',
    );
    expect(claims[0]).toMatchObject({ text: 'Trams run daily.', line: 3, citations: [{ label: 'a', number: 1 }] });
    expect(references[0]!.source).toMatchObject({ title: 'Timetable', url: 'https://tram.example/times' });
  });

  it('leaves code, links and headings alone', () => {
    const { claims, markers } = read('# One [1]\n\nThe call `values[3]` and [a link [4]](https://x.example) stay.\n');
    expect(markers.map((m) => m.raw)).toEqual([]);
    expect(claims).toHaveLength(1);
  });

  it('reads no claims where other works are named, unless they are marked', () => {
    const { claims } = read(
      '# T\n\nIt runs [1].\n\n- [Trams rose in May](/a)\n- [Ten best rides](/b)\n\n## See also\n\n- The old pier\n- It is old [1].\n\n' +
        '## References\n\n1. A list\n\n[How trams work](https://tram.example)\n',
    );
    expect(claims.map((c) => c.text)).toEqual(['It runs.', 'It is old.']);
  });

  it('takes every item of a list of duties for an instruction', () => {
    const { claims } = read('# T\n\n- Represent the riders\n- Build new lines\n- Inspire, recruit and train drivers\n');
    expect(claims.map((c) => c.notCheckable)).toEqual(['instruction', 'instruction', 'instruction']);
  });

  it('makes no claim of a row that is only a marker', () => {
    const { claims } = readArticle('Item Detail\nOpened 4 May\nPrice\n# Trams\n[1, 2]', { format: 'TEXT' });
    expect(claims.map((c) => c.text)).not.toContain('');
  });

  it('takes a line that announces what follows for a heading, and numbered steps for a list', () => {
    const text =
      'Trams\n\nIt runs [1].\n\nHow a car is tested\n\nStep 1: Lift it.\nStep 2: Turn it. It weighs 9 tons.\n';
    const { claims } = readArticle(text, { format: 'TEXT' });
    expect(claims.map((c) => `${c.block} ${c.text}`)).toEqual([
      'PARAGRAPH It runs.',
      'LIST_ITEM Lift it.',
      'LIST_ITEM Turn it.',
      'LIST_ITEM It weighs 9 tons.',
    ]);
  });

  it('leaves out what is told of the author behind the article', () => {
    const { claims } = read(
      '# Trams\n\nIt runs [1].\n\nAna saw it.\n\nWritten by Ana Orr\n\nAna is a reporter in Lund.\n',
    );
    expect(claims.map((c) => c.text)).toEqual(['It runs.', 'Ana saw it.']);
  });

  it('keeps a dangling number with no source', () => {
    const { claims, hasReferenceList } = read('# T\n\nThe tram runs [7].\n');
    expect(claims[0]!.citations[0]).toMatchObject({ number: 7, source: null });
    expect(hasReferenceList).toBe(false);
  });
});

describe('formatOf', () => {
  it.each([
    ['a.txt', 'TEXT'],
    ['a/b.MD', 'MARKDOWN'],
    ['a.htm', 'HTML'],
    ['a.wiki', 'WIKITEXT'],
    ['a.wikitext', 'WIKITEXT'],
    ['a.mediawiki', 'WIKITEXT'],
    ['a.doc', null],
  ])('%s: %s', (name, format) => {
    expect(formatOf(name)).toBe(format);
  });
});
