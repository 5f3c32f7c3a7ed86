import fc from 'fast-check';
import type { QuoteDifference, QuoteResult } from '../comparison.js';
import { findQuote, readQuote, type FoundQuote } from './find-quote.js';
import { indexWords } from './word-index.js';

const PAGE = `The mayor said: “We would open the new station on Quarry Road in May 2031[4], if the weather holds, and the
council agrees.” Nobody dis-
agreed. It cost 11,500,000 crowns, or 4.5 % of the bud\u00adget; twelve buses fill up there each night. The well-known
driver walks to the de-
pot, which the neighbours don’t like[a].`;

const look = (quote: string, text = PAGE): FoundQuote => findQuote(readQuote(quote), indexWords(text), text);

describe('a quote that stands in a text', () => {
  it.each<[string, string, string]>([
    ['as it is', 'if the weather holds', 'if the weather holds'],
    ['in other quotation marks', '"We would open the new station"', 'We would open the new station'],
    ['over the end of a line', 'and the council agrees', 'and the\ncouncil agrees'],
    ['over a parted word', 'Nobody disagreed', 'Nobody dis-\nagreed'],
    ['over a soft hyphen', '4.5 % of the budget', '4.5 % of the bud\u00adget'],
    ['with a figure in another form', 'It cost 11500000 crowns', 'It cost 11,500,000 crowns'],
    ['over a marker', 'in May 2031, if the weather', 'in May 2031[4], if the weather'],
    ['with a marker of its own', 'buses fill up there [12] each night', 'buses fill up there each night'],
    ['with another apostrophe', "the neighbours don't like", 'the neighbours don’t like'],
    ['with a capital', 'IF the Weather holds', 'if the weather holds'],
    ['with another hyphen', 'the well known driver', 'The well-known\ndriver'],
    ['with words put together', 'the wellknown driver', 'The well-known\ndriver'],
    ['with words left out', 'We would open … in May 2031', 'We would open the new station on Quarry Road in May 2031'],
    ['with words left out in brackets', 'Nobody disagreed. […] twelve buses fill up', PAGE.slice(125, 217)],
    ['with a letter in brackets', '[T]he weather holds', 'the weather holds'],
    ['with words put in', 'twelve [electric] buses fill up', 'twelve buses fill up'],
    ['with words for others', '[She] would open the new station', 'would open the new station'],
    ['with an ending in brackets', 'driver walk[ed] to the depot', 'driver walks to the de-\npot'],
    ['with a remark', 'if the weather [sic] holds', 'if the weather holds'],
    ['in full-width letters', 'ｉｆ ｔｈｅ weather holds', 'if the weather holds'],
    ['at its beginning', 'The mayor said', 'The mayor said'],
    ['at its end', 'the neighbours don’t like', 'the neighbours don’t like'],
  ])('is found %s', (_, quote, stands) => {
    const { result, span } = look(quote);
    expect(result).toBe<QuoteResult>('VERBATIM');
    expect(PAGE.slice(span!.start, span!.end)).toBe(stands);
  });

  it('in a language that does not part words by spaces is found', () => {
    const text = '市長は「駅は五月に開く」と述べた。';
    const { result, span } = look('駅は五月に開く', text);
    expect([result, text.slice(span!.start, span!.end)]).toEqual(['VERBATIM', '駅は五月に開く']);
  });

  it('behind an elision is found', () => {
    const text = 'Selon elle, l’argent public est rare, et c’est dommage.';
    const { result, span } = look("argent public est rare, et c'est", text);
    expect([result, text.slice(span!.start, span!.end)]).toEqual(['VERBATIM', 'argent public est rare, et c’est']);
    expect(look("We're late again", 'They said: were late again').result).toBe('NOT_FOUND');
  });

  it('with a bracket that the source has itself is found in one piece', () => {
    expect(look('the [old] harbour pier', 'They left the [old] harbour pier.').result).toBe('VERBATIM');
  });
});

describe('a quote with other words than the text', () => {
  it.each<[string, string, QuoteDifference[]]>([
    ['a word changed', 'We will open the new station', [{ quote: 'will', source: 'would' }]],
    ['a word left out', 'twelve buses fill up each night', [{ quote: '', source: 'there' }]],
    ['a word put in', 'twelve old buses fill up there each night', [{ quote: 'old', source: '' }]],
    ['a word misspelt', 'twelve busses fill up there', [{ quote: 'busses', source: 'buses' }]],
    ['the last word changed', 'if the weather held', [{ quote: 'held', source: 'holds' }]],
    ['the first word changed', 'when the weather holds', [{ quote: 'when', source: 'if' }]],
    [
      'one changed in each part',
      'We will open the new station … if the weather breaks, and the council agrees',
      [
        { quote: 'will', source: 'would' },
        { quote: 'breaks', source: 'holds' },
      ],
    ],
  ])('is near with %s', (_, quote, differences) => {
    expect(look(quote)).toMatchObject({ result: 'NEAR', differences });
  });

  it.each([
    ['nothing of it', 'Trams to Harrow Quay are free on Sundays'],
    ['two of six words changed', 'We will close the new station'],
    ['its words in another order', 'station new the open would we'],
    ['its parts in another order', 'twelve buses fill up … We would open the new station'],
    ['a word of three changed', 'the weather held'],
    ['other decimals', 'or 45 % of the budget it'],
  ])('is not found with %s', (_, quote) => {
    expect(look(quote)).toEqual({ result: 'NOT_FOUND', span: null, differences: [] });
  });

  it('is not found when more is left out than a passage holds', () => {
    const far = `We would open the new station ${'and so on '.repeat(100)} in May 2031.`;
    expect(look('We would open the new station … in May 2031', far).result).toBe('NOT_FOUND');
  });
});

describe('a quote with the very words of the text', () => {
  const text = 'Will the ferry run? The council has not found a crew. We will open the quay. Will we open the quay?';

  it.each<[string, string, QuoteDifference[]]>([
    ['a bracket hides a “not”', 'The council has [already] found a crew', [{ quote: '[already]', source: 'not' }]],
    ['it asks what was said', 'The council has not found a crew?', [{ quote: '?', source: '.' }]],
    ['it says what was asked', 'Will the ferry run.', [{ quote: '.', source: '?' }]],
  ])('is near where %s', (_, quote, differences) => {
    expect(look(quote, text)).toMatchObject({ result: 'NEAR', differences });
  });

  it.each([
    ['a bracket says “not” in other words', 'The council has [n’t] found a crew'],
    ['it ends before its sentence does', 'The council has not found a.'],
    ['it asks what is asked', 'Will the ferry run?”'],
    ['one of its places is said and another is asked', 'we open the quay?'],
    ['it has no sign at its end', 'Will the ferry run'],
    ['it is too short to tell anything', 'a crew?'],
  ])('is found where %s', (_, quote) => {
    expect(look(quote, text).result).toBe('VERBATIM');
  });

  it.each([
    ['CO2 is heavy and cold', 'They say that CO₂ is heavy and cold.'],
    ['the cost of 1.250.000 crowns', 'Think of the cost of 1,250,000 crowns.'],
  ])('in other figures is found: %s', (quote, stands) => {
    expect(look(quote, stands).result).toBe('VERBATIM');
  });

  it('is not found with the parts of a number parted otherwise', () => {
    expect(look('as chapter 1.23.4 says', 'as chapter 12.3.4 says').result).not.toBe('VERBATIM');
  });
});

describe('a short quote', () => {
  it('is looked for word for word alone', () => {
    expect(readQuote('twelve buses').short).toBe(true);
    expect(look('twelve buses').result).toBe('VERBATIM');
    expect(look('thirteen buses').result).toBe('NOT_FOUND');
  });

  it.each(['', ' ', '…', '[…]', '“”', '[1]', '—'])('of no words (%j) asks for nothing', (quote) => {
    expect(readQuote(quote).patterns).toEqual([]);
  });
});

/** Words of a made-up text. Each is followed by its place, so that a run of them stands there once. */
const word = fc.constantFrom('Harrow', 'don’t', 'station', '1,234', 'buses', 'été', 'naïve', 'ﬁlling', 'won', 'Straße');
const texts = fc
  .array(word, { minLength: 12, maxLength: 60 })
  .map((words) =>
    words.map((each, i) => `${each}${i % 2 ? '' : ` n${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10)]}`}`),
  );
const spaces = fc.constantFrom(' ', '\n', '\u00a0', ' \r\n  ', '[3] ', ', ', ' — ', '; ');
/** Another way to write the same words. */
const disturb = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase().replaceAll('ẞ', 'ß').replaceAll('SS', 'ß'),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKC'),
  (text) => text.replaceAll('’', "'"),
  (text) => text.replaceAll(/(?<=\p{L})(?=\p{Ll}\p{L}$)/gu, '\u00ad'),
  (text) => text.replaceAll(',', ''),
  (text) => `“${text}”`,
  (text) => `${text}[7]`,
);

describe('any quote that is cut out of a text', () => {
  it('and written in another way is found at its place', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(spaces, { minLength: 60, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        fc.array(disturb, { minLength: 60, maxLength: 60 }),
        (words, gaps, from, length, ways) => {
          const start = from % (words.length - 6);
          const end = start + 5 + (length % (words.length - start - 5));
          const text = words.map((each, i) => each + gaps[i]!).join('');
          const quote = words
            .slice(start, end)
            .map((each, i) => ways[i]!(each))
            .join(' ');
          const { result, span } = look(quote, text);
          expect(result).toBe('VERBATIM');
          const at = words.slice(0, start).reduce((sum, each, i) => sum + each.length + gaps[i]!.length, 0);
          expect(span!.start).toBe(at);
          expect(text.slice(span!.start, span!.end)).toBe(
            words
              .slice(start, end)
              .map((each, i) => (i < end - start - 1 ? each + gaps[start + i]! : each))
              .join(''),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('with a word changed is near, and shows that word', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (words, from, at) => {
        const start = from % (words.length - 8);
        const own = words
          .slice(start, start + 8)
          .join(' ')
          .split(' ');
        const changed = 1 + (at % (own.length - 2));
        const quote = own.map((each, i) => (i === changed ? 'elsewhere' : each)).join(' ');
        const text = words.join(' ');
        expect(look(quote, text)).toMatchObject({
          result: 'NEAR',
          differences: [{ quote: 'elsewhere', source: own[changed] }],
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of anything is looked for in anything, and stands where it is said to', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
        (text, quote) => {
          const { result, span } = look(quote, text);
          expect(span === null).toBe(result === 'NOT_FOUND');
          if (span) expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a quote in many parts', () => {
  const common = `${'the old pier and the new pier '.repeat(20_000)}`;

  it('is found where its longest part stands, however common the others are', () => {
    const text = `${common}the ferry never sailed in winter, said the old master of the pier. ${common}`;
    const { result, span } = look('the … never sailed in winter … the … pier', text);
    expect(result).toBe('VERBATIM');
    expect(text.slice(span!.start, span!.end)).toBe(
      'the ferry never sailed in winter, said the old master of the pier',
    );
  });

  it('that all stand everywhere is found at once', () => {
    expect(look('the … '.repeat(20), common).result).toBe('VERBATIM');
  });
});

describe('a long quote', () => {
  const words = Array.from(
    { length: 900 },
    (_, i) => `w${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10) % 10]}${'uvwxyzabc'[Math.floor(i / 100)]}`,
  );
  const text = `Before. ${words.join(' ')} after.`;

  it.each<[string, (all: string[]) => void, QuoteDifference[]]>([
    ['with a word changed', (all) => all.splice(450, 1, 'other'), [{ quote: 'other', source: words[450]! }]],
    ['with a word left out where it is cut', (all) => all.splice(200, 1), [{ quote: '', source: words[200]! }]],
    ['with a word put in', (all) => all.splice(399, 0, 'other'), [{ quote: 'other', source: words[399]! }]],
    ['as it is', () => {}, []],
  ])('%s is found', (_, change, differences) => {
    const quote = [...words];
    change(quote);
    const found = look(quote.join(' '), text);
    expect(found).toMatchObject({ result: differences.length > 0 ? 'NEAR' : 'VERBATIM', differences });
    expect(text.slice(found.span!.start, found.span!.end)).toBe(words.join(' '));
  });
});

describe('hostile texts', () => {
  // Each takes a minute or more if any step looks at all that follows from each place.
  it.each<[string, string, string]>([
    ['signs that nobody sees', `京${'\u200b'.repeat(300_000)}`, '京 京 京 京'],
    ['one endless word', 'x'.repeat(1_000_000), `${'x'.repeat(19_000)} [a] x x x`],
    ['brackets that never close', '['.repeat(1_000_000), '['.repeat(19_000)],
    ['hyphens at the end of lines', 'a-\n'.repeat(300_000), 'a-\n'.repeat(3000)],
    ['stops', '.'.repeat(1_000_000), `a ${'.'.repeat(19_000)} b c d`],
    ['quotes within quotes', '“'.repeat(300_000), '“a '.repeat(6000)],
    ['the beginning of the quote over and over', 'a b '.repeat(250_000), `${'a b '.repeat(2000)} a a`],
  ])('of %s end soon', (_, text, quote) => {
    expect(look(quote, text)).toBeDefined();
  });
});
