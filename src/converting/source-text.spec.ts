import { sourceText, type SourceText } from './source-text.js';

const read = (text: string): Promise<SourceText> => sourceText({ kind: 'HTML', text });
const SENTENCE = 'The ferry crossed the sound 412 times in 2031, and carried ninety thousand people that year.';
const paragraphs = (count: number): string => `<p>${SENTENCE}</p>`.repeat(count);

describe('the words of a page', () => {
  it('are those of its main text, a block a paragraph', async () => {
    const page = `<html><head><title>Crossings &amp; more | The Gazette</title><style>p { color: red }</style></head><body>
      <nav><a href="/">Home</a> <a href="/news">News</a></nav>
      <article><h1>Crossings</h1>${paragraphs(6)}<table><tr><td>Year</td><td>2031</td></tr></table></article>
      <script>document.write("no")</script><footer>Imprint</footer></body></html>`;
    const { text, title, gone, caution } = await read(page);
    expect(text.split('\n\n').filter((each) => each === SENTENCE)).toHaveLength(6);
    expect(text).toContain('Year\t2031');
    expect(text).not.toMatch(/Home|Imprint|document|color/);
    expect([title, gone, caution]).toEqual([expect.stringContaining('Crossings & more'), null, null]);
  });

  it('are all but furniture where there is no main text to be found', async () => {
    const page = `<nav>Home</nav><ul>${'<li><a href="/x">412 crossings</a></li>'.repeat(30)}</ul><p>Short.</p>`;
    const { text } = await read(page);
    expect(text.split('\n\n').filter((each) => each === '412 crossings')).toHaveLength(30);
    expect(text).not.toContain('Home');
  });

  it.each([
    ['elements within each other', `${'<div>'.repeat(50_000)}The words.`, 'The words.'],
    ['many elements', '<p>The words.</p>'.repeat(40_000), 'The words.'],
    ['a long paragraph', `<p>${'The words. '.repeat(300_000)}</p>`, 'The words.'],
    ['tags that never end', `<p title="${'x'.repeat(100_000)}`, ''],
    ['nothing', '', ''],
  ])('of %s are there in time', async (_what, page, start) => {
    expect((await read(page)).text.startsWith(start)).toBe(true);
  });

  it('have one kind of line end, no NUL and no half of a surrogate pair', async () => {
    const { text } = await sourceText({ kind: 'TEXT', text: ' a\r\nb  \r\n\r\n\r\n\r\nc\0 \ud83d ' });
    expect(text).toBe('a\nb\n\nc\ufffd \ufffd');
  });
});

describe('a page that is not there', () => {
  it.each([
    '<title>404 Not Found</title><h1>Not Found</h1>',
    '<title>Page not found | The Gazette</title><p>Try the search.</p>',
    '<title>The Gazette</title><h1>This page no longer exists</h1><p>Sorry.</p>',
    '<title>Seite nicht gefunden</title><p>Leider.</p>',
    '<title>Page introuvable</title><p>Retour.</p>',
  ])('is told by %s', async (page) => expect((await read(page)).gone).toMatch(/answered as if it were there/));

  it.each([
    `<title>404 pages that were not found</title><article>${paragraphs(40)}</article>`,
    '<title>The lost ferry</title><p>The wreck was not found in 2031. It lies deep.</p>',
  ])('is none of %s', async (page) => expect((await read(page)).gone).toBeNull());
});

describe('a paywall', () => {
  it.each([
    `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>${paragraphs(3)}`,
    `<meta property="article:content_tier" content="locked">${paragraphs(3)}`,
    `${paragraphs(3)}<p>Subscribe to continue reading this story.</p>`,
    `${paragraphs(3)}<p>Already a subscriber? Log in.</p>`,
  ])('is told by %s', async (page) => expect((await read(page)).caution).toMatch(/missing/));

  it.each([
    `<script type="application/ld+json">{"isAccessibleForFree":true}</script>${paragraphs(3)}`,
    `${paragraphs(3)}<p>People subscribe to the service by mail.</p>`,
  ])('is none of %s', async (page) => expect((await read(page)).caution).toBeNull());
});
