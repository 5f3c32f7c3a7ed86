import fc from 'fast-check';
import type { Bibliography } from '../csl.js';
import { NOTHING_KNOWN } from '../../reading/described-work.js';
import { RECORD_FORMATS, UnreadableRecordsError, type RecordFormat } from './record-format.js';
import { keyOfRecord, readRecords, WRITTEN } from './records.js';

/** Words in one line, as they are stored: folded, composed. CSL alone takes some tags out of titles. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          'é',
          ' ',
          '\\',
          '{',
          '}',
          '"',
          '&',
          '%',
          '$',
          '#',
          '_',
          '~',
          '^',
          '-',
          '`',
          "'",
          '?',
          '!',
          ',',
          '@',
          '=',
          ' and ',
          '  - ',
          'TY',
          '“x”',
          '东',
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((list) => list.join('')),
  )
  .map((text) =>
    text
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '' && !/[<>]/.test(text) && !/^others$/i.test(text));
const date = fc.oneof(
  fc.integer({ min: 1000, max: 9999 }).map(String),
  fc.integer({ min: 10, max: 12 }).map((month) => `2031-${month}`),
  fc.integer({ min: 10, max: 28 }).map((day) => `2031-04-${day}`),
  fc.constantFrom('c. 2031', 'Spring 2031', 'n.d.'),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const bibliography: fc.Arbitrary<Bibliography> = fc.record({
  title: maybe(words),
  authors: fc.array(words, { maxLength: 3 }),
  publisher: maybe(words),
  container: maybe(words),
  issued: maybe(date),
  url: maybe(fc.webUrl({ withQueryParameters: true, withFragments: true })),
  accessed: maybe(date),
  archiveUrl: maybe(fc.webUrl().map((url) => `https://web.archive.org/web/20310402/${url}`)),
  archivedAt: maybe(date),
  doi: maybe(fc.constantFrom('10.1000/182', '10.5555/a_b(c)<1:2>;x')),
  isbn: maybe(fc.constant('978-3-16-148410-0')),
  pmid: maybe(fc.constant('12345678')),
  arxiv: maybe(fc.constantFrom('2101.00001', 'math.GT/0309136')),
  docket: maybe(fc.constantFrom('12-345', 'HRB 1234 & 5')),
  locator: fc.constant(null),
});

const write = (records: readonly Bibliography[], format: RecordFormat): string => {
  const { head, write: one, foot } = WRITTEN[format];
  return head + records.map((each, i) => one(each, `k${i}`, i === 0)).join('') + foot;
};

const recordsIn = (content: string, format: RecordFormat) =>
  readRecords(content, format).map((entry) => ('record' in entry ? entry.record : entry.mistake));

describe.each(RECORD_FORMATS)('records as %s', (format) => {
  it('are the same when they are read again', () => {
    fc.assert(
      fc.property(fc.array(bibliography, { minLength: 1, maxLength: 4 }), (records) => {
        expect(recordsIn(write(records, format), format)).toEqual(records);
      }),
    );
  });

  it('are written the same again', () => {
    fc.assert(
      fc.property(bibliography, (record) => {
        const [again] = recordsIn(write([record], format), format) as Bibliography[];
        expect(write([again!], format)).toBe(write([record], format));
      }),
    );
  });
});

describe('BibTeX', () => {
  const read = (text: string) => readRecords(text, 'BIBTEX');

  it('is read as people write it', () => {
    const entries = read(String.raw`% comment
      @string{gaz = "The Sound " # {Gazette}}
      @comment{@article{x, title={no}}}
      @Article{okoro2031, title = {The {Sandvik} Ferry \& its \"Ubersee}, journal = gaz,
        author = "Okoro, Ada and {Port {and} Harbour} and Bj{\o}rn \r{A}berg and others", year = 2031, month = apr,
        doi={https://doi.org/10.1000/182}, url = {https://example.org/a\_b?c=1&d=50%25}, pages={1--3},}
      @misc(x, howpublished = {\url{https://example.org/x}}, title="A -- B~C ''d''", note={see})
      @inproceedings{p, title={In it}, crossref={q}, eprint={2101.00001}, archivePrefix={arXiv}}
      @proceedings{q, title={The Whole}, publisher={P}, year={2030}}`);
    expect(entries.map(({ key }) => key)).toEqual(['okoro2031', 'x', 'p', 'q']);
    expect(entries.map((entry) => 'record' in entry && entry.record)).toEqual([
      {
        ...NOTHING_KNOWN,
        title: 'The Sandvik Ferry & its Übersee',
        container: 'The Sound Gazette',
        authors: ['Okoro, Ada', 'Port and Harbour', 'Bjørn Åberg'],
        issued: '2031-04',
        doi: 'https://doi.org/10.1000/182',
        url: 'https://example.org/a_b?c=1&d=50%25',
      },
      { ...NOTHING_KNOWN, title: 'A – B C ”d”', url: 'https://example.org/x' },
      { ...NOTHING_KNOWN, title: 'In it', container: 'The Whole', publisher: 'P', issued: '2030', arxiv: '2101.00001' },
      { ...NOTHING_KNOWN, title: 'The Whole', publisher: 'P', issued: '2030' },
    ]);
  });

  it.each([
    ['@article{a, title={x}\n@book{b, title={y}}', 'a', 'line 1: a comma is missing behind the field "title"'],
    [
      '@article{a, title={x\n@book{b, title={y}}',
      'a',
      'line 1: the field "title" does not end: a brace or quotation mark is missing',
    ],
    ['@article{a, title=}\n@book{b, title={y}}', 'a', 'line 1: the field "title" has no value'],
    [
      '@article{a, journal=xyz}\n@book{b, title={y}}',
      'a',
      'line 1: nothing is called xyz; give it with @string, or quote it',
    ],
    ['@article{title={x}}\n@book{b, title={y}}', null, 'line 1: has no key: write "@article{key,"'],
  ])('a mistake is told with its entry, and the next one is read: %s', (text, key, mistake) => {
    const [first, second] = read(text);
    expect(first).toEqual({ place: 1, key, mistake });
    expect(second).toMatchObject({ place: 2, key: 'b' });
  });

  it('without an entry is told', () => {
    expect(() => read('Dear reader')).toThrow(UnreadableRecordsError);
  });

  it.each([
    ['{', (n: number) => `@article{k, title={${'{'.repeat(n)}}}`],
    ['@a{', (n: number) => '@a{'.repeat(n)],
    ['accents', (n: number) => `@article{k, title={${'\\"'.repeat(n)}}}`],
    ['names', (n: number) => `@article{k, author={${'A and '.repeat(n)}B}}`],
    ['strings', (n: number) => '@string{a = "x"}'.repeat(n) + '@misc{k, title={x}}'],
    ['mistakes', (n: number) => '@misc{k title}\n'.repeat(n)],
  ])('takes no longer than its length: %s', (_what, make) => {
    const started = performance.now();
    try {
      read(make(20_000));
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableRecordsError);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('RIS', () => {
  it('is read as programs write it', () => {
    const text =
      '\uFEFFTY  - JOUR\nA1  - Okoro, Ada\nAU  - Per Lund\nT1  - Who sails\n  to Sandvik\nJO  - Gazette\nY1  - 2031/4/02/\nN1  - PMID: 7\nSN  - 1234-5678\nER  - \n\n' +
      'TY  - ELEC\r\nTI  - Rules\r\nUR  - https://example.org/rules\r\nY2  - 2031/05/02\r\nAB  - \r\nER  -\r\n';
    expect(recordsIn(text, 'RIS')).toEqual([
      {
        ...NOTHING_KNOWN,
        title: 'Who sails to Sandvik',
        authors: ['Okoro, Ada', 'Per Lund'],
        container: 'Gazette',
        issued: '2031-04-02',
        pmid: '7',
      },
      { ...NOTHING_KNOWN, title: 'Rules', url: 'https://example.org/rules', accessed: '2031-05-02' },
    ]);
  });

  it.each([
    ['TI  - x', 'line 1: "TI" stands outside of any entry'],
    ['TY  - JOUR\nTI  - x', 'entry 1 has no end'],
    ['TY  - JOUR\nTY  - BOOK', 'line 2: an entry begins before the last one ended'],
    ['hello', 'line 1: is no line of RIS'],
    ['', 'has no entry of RIS'],
  ])('says what is wrong: %j', (text, message) => {
    expect(() => readRecords(text, 'RIS')).toThrow(message);
  });
});

describe('CSL-JSON', () => {
  it('is read as other programs write it', () => {
    const item = {
      id: 7,
      type: 'article-journal',
      title: 'On <i>Ferries</i>',
      author: [{ family: 'Cruz', given: 'Juan', 'non-dropping-particle': 'de la' }, { literal: 'Port office' }],
      issued: { 'date-parts': [['2031', '4']] },
      accessed: { raw: '2 May 2031' },
      volume: '3',
      PMID: 12,
    };
    expect(readRecords(JSON.stringify(item), 'CSL_JSON')).toEqual([
      {
        place: 1,
        key: '7',
        record: {
          ...NOTHING_KNOWN,
          title: 'On Ferries',
          authors: ['Juan de la Cruz', 'Port office'],
          issued: '2031-04',
          accessed: '2 May 2031',
          pmid: '12',
        },
      },
    ]);
  });

  it('says what is wrong', () => {
    expect(() => readRecords('[', 'CSL_JSON')).toThrow('is no JSON');
    expect(() => readRecords('7', 'CSL_JSON')).toThrow('neither a list');
    expect(readRecords('[7, {"author": "x"}]', 'CSL_JSON')).toEqual([
      { place: 1, key: null, mistake: 'is no object' },
      { place: 2, key: null, mistake: '"author" is not in the form that CSL-JSON has for it' },
    ]);
  });
});

it('keys are such as people know again', () => {
  expect(keyOfRecord({ ...NOTHING_KNOWN, authors: ['Ada Ökoro'], issued: '2031-04' }, 'CAABCDEF')).toBe(
    'okoro2031-ABCDEF',
  );
  expect(keyOfRecord({ ...NOTHING_KNOWN, title: '东' }, 'CAABCDEF')).toBe('source-ABCDEF');
});
