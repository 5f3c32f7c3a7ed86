import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeText } from 'entities';
import fc from 'fast-check';
import type { Article, Source } from '../judging/evidence.js';
import { formatOf, readArticle } from '../reading/read-article.js';
import { entriesOf } from './reference-entry.js';
import { writeArticle } from './write-article.js';

const FOLDER = join(process.cwd(), 'test/fixtures/articles');
const FILES = readdirSync(FOLDER).filter((name) => /^[a-z-]+\.(?:txt|md|html|wiki)$/.test(name));

/** As it stands in a workspace: what its markers say, and nothing that an editor added. */
const written = (
  content: string,
  article: Article,
  format: 'TEXT' | 'MARKDOWN' | 'HTML' | 'WIKITEXT',
  to: 'MARKDOWN' | 'HTML',
) =>
  writeArticle(
    {
      content,
      format,
      title: article.title,
      claims: article.claims.map(({ span, citations }) => ({
        start: span.start,
        numbers: citations.map(({ number }) => number),
      })),
      references: entriesOf(
        article.references.flatMap(({ number, source, text }) =>
          source ? [{ number, source, printed: text, locator: source.locator }] : [],
        ),
      ),
    },
    to,
  );

/** What is known by its words alone is told by its title: words may be set in another order. */
const named = (source: Source | null) => (source?.key.startsWith('text:') ? source.title : null) ?? source?.key ?? null;

const said = (article: Article) =>
  article.claims.map(({ text, citations }) =>
    JSON.stringify([text, citations.map(({ number, source }) => [number, named(source)])]),
  );

/** Cells over several rows, which Markdown repeats. */
const REPEATED: Readonly<Record<string, readonly string[]>> = {
  'harrow-bridge.html MARKDOWN': ["Ellery & St. John's Railway"],
  'sallow-ferry.wiki MARKDOWN': ['Laid up'],
};

describe.each(FILES)('%s', (name) => {
  const content = readFileSync(join(FOLDER, name), 'utf8');
  const format = formatOf(name)!;
  const article = readArticle(content, { format });

  it.each(['MARKDOWN', 'HTML'] as const)('written as %s is read as the same claims on the same sources', (to) => {
    const text = written(content, article, format, to);
    const again = readArticle(text, { format: to });
    const repeated = REPEATED[`${name} ${to}`];
    expect(repeated ? new Set(said(again)) : said(again)).toEqual(repeated ? new Set(said(article)) : said(article));
    expect(again.claims.length - article.claims.length).toBe(repeated?.length ?? 0);
    expect(again.title).toBe(article.title);
  });

  it.each(['MARKDOWN', 'HTML'] as const)('written as %s twice is the same text', (to) => {
    const text = written(content, article, format, to);
    expect(written(text, readArticle(text, { format: to }), to, to)).toBe(text);
  });
});

describe('words that look like markup', () => {
  const nasty = fc
    .array(
      fc.constantFrom(
        '*',
        '_',
        '`',
        '<b>',
        '&amp;',
        '&',
        '|',
        '~~',
        '\\',
        '$',
        '^',
        '!',
        '(x)',
        '{',
        '](y)',
        '#',
        '+',
        '>',
        '=',
        '-',
        '1)',
        '10.',
        '"',
        'é',
        'word',
        'snake_case',
        '2 * 3',
        '</p>',
        '<!--',
        ' ',
      ),
      { minLength: 1, maxLength: 10 },
    )
    .map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim());

  it.each(['MARKDOWN', 'HTML'] as const)('stay words in %s', (to) => {
    fc.assert(
      fc.property(nasty, (words) => {
        const content = `<h1>Trams</h1><p>The ${escapeText(words)} trams ran 12 times in 2031 <sup>[1]</sup>.</p><ul><li>${escapeText(words)} of 14 trams ran.</li></ul>`;
        const article = readArticle(content, { format: 'HTML' });
        const again = readArticle(written(content, article, 'HTML', to), { format: to });
        expect(said(again)).toEqual(said(article));
      }),
      { numRuns: 300 },
    );
  });
});

it.each([
  [
    'claims of one paragraph',
    (n: number) => 'The [tram](https://example.org/t) ran `12` times in 2031 [1]. '.repeat(n),
  ],
  ['items', (n: number) => '- The tram ran 12 times [1].\n'.repeat(n)],
  ['rows', (n: number) => `| A | B |\n| - | - |\n${'| Trams | 12 [1] |\n'.repeat(n)}`],
])('takes no longer than its length: %s', (_what, make) => {
  const content = `# Trams\n\n${make(4_000)}\n\n## References\n\n[1] Port office, “Trams”, 2031.\n`;
  const article = readArticle(content, { format: 'MARKDOWN' });
  const started = performance.now();
  readArticle(content, { format: 'MARKDOWN' });
  const reading = performance.now() - started;
  for (const to of ['MARKDOWN', 'HTML'] as const) written(content, article, 'MARKDOWN', to);
  expect(article.claims.length).toBeGreaterThanOrEqual(4_000);
  // Each writing reads it once.
  expect(performance.now() - started - reading).toBeLessThan(6 * reading + 500);
});

it('sets a quotation within a title in single quotation marks', () => {
  const source = sourceOf('Per Lund, “Accidents”, 2031. https://example.org/a');
  const [first] = entriesOf([
    { number: 1, source: { ...source, title: 'The “great” ferry' }, printed: null, locator: 'p. 4' },
  ]);
  expect(first!.entry).toBe('Per Lund, “The ‘great’ ferry”, 2031. https://example.org/a, p. 4');
});

const sourceOf = (entry: string): Source => {
  const { references } = readArticle(`# A\n\n## References\n\n[1] ${entry}\n`, { format: 'MARKDOWN' });
  return references[0]!.source!;
};
