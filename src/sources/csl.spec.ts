import fc from 'fast-check';
import { type Bibliography, firstMoment, fromCsl, toCsl } from './csl.js';

const text = fc.option(fc.string({ minLength: 1 }));
const issued = fc.option(
  fc.oneof(
    fc.constantFrom('2031', '0871', '2031-04', '2031-04-02'),
    fc.string({ minLength: 1 }).map((word) => `about ${word}`),
  ),
);
const bibliography: fc.Arbitrary<Bibliography> = fc.record({
  title: text,
  authors: fc.array(fc.string({ minLength: 1 })),
  publisher: text,
  container: text,
  issued,
  url: text,
  accessed: issued,
  archiveUrl: fc.option(fc.webUrl()),
  archivedAt: issued,
  doi: text,
  isbn: text,
  pmid: text,
  arxiv: text,
  docket: text,
  locator: text,
});

describe('a source as CSL-JSON', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(bibliography, (source) => {
        const stored = JSON.parse(JSON.stringify(toCsl(source))) as ReturnType<typeof toCsl>;
        expect(fromCsl(stored)).toEqual(source);
      }),
    );
  });

  it('has only what is known', () => {
    const nothing = fromCsl({ type: 'document' });
    expect(toCsl(nothing)).toEqual({ type: 'document' });
    expect(toCsl({ ...nothing, url: 'https://example.org/a', issued: '2031-04' })).toEqual({
      type: 'webpage',
      URL: 'https://example.org/a',
      issued: { 'date-parts': [[2031, 4]] },
    });
  });

  it('names the archive of a copy', () => {
    const archiveUrl = 'https://web.archive.org/web/20310402/https://example.org/a';
    const csl = toCsl({ ...fromCsl({ type: 'webpage' }), accessed: '2031-05', archiveUrl, archivedAt: '2031-04-02' });
    expect(csl).toEqual({
      type: 'document',
      accessed: { 'date-parts': [[2031, 5]] },
      archive: 'Internet Archive',
      archive_location: archiveUrl,
      custom: { archived: { 'date-parts': [[2031, 4, 2]] } },
    });
  });

  it('reads the copy of records that were stored before; a place in an archive of paper is none', () => {
    const custom = { archiveUrl: 'https://archive.ph/Ab3dE' };
    expect(fromCsl({ type: 'webpage', custom }).archiveUrl).toBe(custom.archiveUrl);
    expect(fromCsl({ type: 'document', archive: 'City Archive', archive_location: 'Box 4' }).archiveUrl).toBeNull();
  });

  it('reads names in parts', () => {
    expect(fromCsl({ type: 'book', author: [{ family: 'Okoro', given: 'Ada' }, { family: 'Lund' }] }).authors).toEqual([
      'Ada Okoro',
      'Lund',
    ]);
  });
});

describe('the first moment of a date', () => {
  it.each([
    ['2031', '2031-01-01T00:00:00.000Z'],
    ['2031-04', '2031-04-01T00:00:00.000Z'],
    ['2031-04-02', '2031-04-02T00:00:00.000Z'],
    ['2031-13', null],
    ['spring', null],
    [null, null],
  ])('of %s is %s', (date, moment) => {
    expect(firstMoment(date)?.toISOString() ?? null).toBe(moment);
  });
});
