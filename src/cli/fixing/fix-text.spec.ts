import fc from 'fast-check';
import type { ArticleFormat } from '../../judging/evidence.js';
import { createRuleset, type RulesetConfig } from '../../judging/ruleset.js';
import { readArticle } from '../../reading/read-article.js';
import { fixText } from './fix-text.js';

const fix = (text: string, format: ArticleFormat = 'MARKDOWN', config: RulesetConfig = {}) =>
  fixText(text, format, createRuleset(config));

const TIMES = 'Okoro, A. “Timetable.” 2030. https://tram.example/times';
const FARES = 'City Council. “Fares of the year.” 2031. https://tram.example/fares';
const FARES_AGAIN = 'City Council. “Fares of the year.” 2031. http://www.tram.example/fares/';
const NIGHT = 'Marek, L. “Night lines.” 2029. https://tram.example/night';

/** @param entries with their numbers or names in front */
const article = (text: string, ...entries: readonly string[]): string =>
  `# Trams\n\n${text}\n\n## References\n\n${entries.join('\n')}\n`;

describe('--fix', () => {
  it.each<[string, ArticleFormat, string, readonly string[], string, readonly string[]]>([
    [
      'closes gaps in footnotes',
      'MARKDOWN',
      'Trams run daily [^2]. Old trams are red [^5][^2].',
      [`[^2]: ${TIMES}`, `[^5]: ${NIGHT}`],
      'Trams run daily [^1]. Old trams are red [^2][^1].',
      [`[^1]: ${TIMES}`, `[^2]: ${NIGHT}`],
    ],
    [
      'merges footnotes by name, and drops a marker that says the same again',
      'MARKDOWN',
      'Trams run daily [^fares][^price]. Old trams are red [^price], [^night].',
      [`[^fares]: ${FARES}`, '', `[^price]: ${FARES_AGAIN}`, '', `[^night]: ${NIGHT}`],
      'Trams run daily [^fares]. Old trams are red [^fares], [^night].',
      [`[^fares]: ${FARES}`, '', `[^night]: ${NIGHT}`],
    ],
    [
      'merges entries of an ordered list, lists and ranges of numbers rewritten',
      'MARKDOWN',
      'Trams run daily [1–4]. Old trams are red [2; 3]. Night trams are green [3,4].',
      [`1. ${TIMES}`, `2. ${FARES}`, `3. ${FARES_AGAIN}`, `4. ${NIGHT}`],
      'Trams run daily [1–3]. Old trams are red [2]. Night trams are green [2,3].',
      [`1. ${TIMES}`, `2. ${FARES}`, `3. ${NIGHT}`],
    ],
    [
      'leaves the figures of a list that numbers every item 1',
      'MARKDOWN',
      'Trams run daily [1, 2]. Old trams are red [3].',
      [`1. ${FARES}`, `1. ${FARES_AGAIN}`, `1. ${NIGHT}`],
      'Trams run daily [1]. Old trams are red [2].',
      [`1. ${FARES}`, `1. ${NIGHT}`],
    ],
    [
      'keeps the entry that says more',
      'MARKDOWN',
      'Trams run daily [^1]. Old trams are red [^2].',
      ['[^1]: “Fares of the year.” 2031. https://tram.example/fares', `[^2]: ${FARES}`],
      'Trams run daily [^1]. Old trams are red [^1].',
      [`[^1]: ${FARES}`],
    ],
    [
      'closes gaps and sorts in plain text',
      'TEXT',
      'Trams run daily [1]. Old trams are red [2, 5].',
      [`[1] ${TIMES}`, `[5] ${NIGHT}`, `[2] ${FARES}`],
      'Trams run daily [1]. Old trams are red [2, 3].',
      [`[1] ${TIMES}`, `[2] ${FARES}`, `[3] ${NIGHT}`],
    ],
  ])('%s', (_, format, text, entries, fixedText, fixedEntries) => {
    for (const lines of ['\n', '\r\n']) {
      const fixed = fix(article(text, ...entries).replaceAll('\n', lines), format);
      expect(fixed.left).toEqual([]);
      expect(fixed.text).toBe(article(fixedText, ...fixedEntries).replaceAll('\n', lines));
      expect(fix(fixed.text, format)).toEqual({ text: fixed.text, done: [], left: [] });
    }
  });

  const GAP = [`[^1]: ${TIMES}`, `[^3]: ${NIGHT}`];
  it.each<[string, string, readonly string[], string]>([
    ['a number that is cited and not listed', 'Red [^1][^3]. Daily [4].', GAP, '[4] is cited and not listed'],
    ['a number in words', 'Trams run daily [^1][^3], see note 3.', GAP, 'line 3 has “note 3”, which is not read'],
    ['a number in code', 'Trams run daily [^1][^3]. `a[3]` holds.', GAP, 'line 3 has “[3]”, which is not read'],
    [
      'entries that differ',
      'Trams run daily [^1][^2].',
      [`[^1]: ${FARES}`, '[^2]: City Council. “Other fares.” 2031. https://tram.example/fares'],
      '[1] and [2] lead to one source and describe it differently',
    ],
    [
      'entries of which one is retracted',
      'Trams run daily [^1][^2].',
      [`[^1]: ${FARES}`, `[^2]: RETRACTED: ${FARES}`],
      'describe it differently',
    ],
    [
      'an entry that goes on',
      'Trams run daily [1, 2].',
      [`1. ${FARES}`, `2. ${FARES}`, '', '   With all amendments.'],
      'goes on in an indented paragraph',
    ],
    ['a malformed marker', 'Red [^1]. Daily [^3]. Green [3,,1].', GAP, 'line 3: the marker [3,,1] is not written'],
  ])('leaves the text for %s, and says so', (_, text, entries, says) => {
    const input = article(text, ...entries);
    expect(fix(input)).toEqual({ text: input, done: [], left: [expect.stringContaining(says)] });
  });

  it('changes no HTML', () => {
    const input = `<h1>Trams</h1><p>Trams run daily [1, 3].</p><h2>References</h2><p>[1] ${TIMES}</p><p>[3] ${NIGHT}</p>`;
    expect(fix(input, 'HTML')).toEqual({
      text: input,
      done: [],
      left: ['gaps are not closed: only Markdown and plain text can be changed'],
    });
  });

  it('mends nothing that a rule is not asked about', () => {
    const input = article('Trams run daily [^1][^3].', ...GAP);
    const off = { rules: { 'numbering-gap': { severity: 'OFF' } } } as const;
    expect(fix(input, 'MARKDOWN', off)).toEqual({ text: input, done: [], left: [] });
  });

  it('keeps every claim on its sources, and has nothing left to do, whatever the numbers are', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
    const picks = fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    const format = fc.constantFrom<ArticleFormat>('MARKDOWN', 'TEXT');
    fc.assert(
      fc.property(
        numbers,
        picks,
        fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }),
        format,
        (labels, cited, urls, as) => {
          const [open, close] = as === 'MARKDOWN' ? ['[^', ']:'] : ['[', ']'];
          const entries = labels.map(
            (n, i) => `${open}${n}${close} City Council. “Fares.” 2031. https://tram.example/${urls[i]}`,
          );
          const markerOf = (all: readonly number[]) => all.map((i) => `${open}${labels[i % labels.length]}]`).join('');
          const text = cited.map((all, i) => `Tram ${i} runs daily ${markerOf(all)}.`).join(' ');
          const before = article(text, ...entries);
          const fixed = fix(before, as);
          expect(fix(fixed.text, as)).toEqual({ text: fixed.text, done: [], left: fixed.left });
          expect(evidence(fixed.text, as)).toEqual(evidence(before, as));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Each claim with the addresses that it rests on. */
const evidence = (text: string, format: ArticleFormat) =>
  readArticle(text, { format }).claims.map((claim) => [
    claim.text,
    [...new Set(claim.citations.map(({ source }) => source?.key))],
  ]);
