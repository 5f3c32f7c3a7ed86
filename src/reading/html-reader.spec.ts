import { ENGLISH } from '../languages/en.js';
import { readArticle } from './read-article.js';
import { readHtml } from './html-reader.js';

/** The blocks of a page's article, each as "kind: text". */
const blocks = (html: string) =>
  readHtml(`<html><body><main><h1>Ferries</h1>${html}</main></body></html>`, () => ({ tag: 'en', words: ENGLISH }))
    .blocks.slice(1)
    .map(
      (b) =>
        `${b.kind}: ${b.kind === 'table' ? b.rows.map((r) => r.map((c) => c.text).join(' | ')).join(' / ') : b.content.text}`,
    );

describe('what stands beside the text', () => {
  it.each<[string, string]>([
    ['a caption', '<figure><img src="a.jpg"><figcaption>The ferry in 2031.</figcaption></figure>'],
    ['a MediaWiki caption', '<div class="thumb"><div class="thumbcaption">The ferry leaves the pier.</div></div>'],
    ['a gallery', '<ul class="gallery"><li><div class="gallerytext">The ferry at night</div></li></ul>'],
    ['a byline', '<p class="byline">By Ilse Marrow, who covers the coast.</p>'],
    ['a date', '<div class="wp-block-post-date"><time>3 May 2031</time></div>'],
    ['front matter', '<header><p class="author">A. Marrow and B. Lind</p><p class="date">3 May 2031</p></header>'],
    ['a standfirst that states nothing', '<p class="subtitle">Working paper 7</p>'],
    [
      'what others read',
      '<section class="most-viewed"><ol><li><a href="/a">The harbour was sold on Monday</a></li></ol></section>',
    ],
    ['the time of an entry', '<p class="when"><a href="#e1"><time datetime="2031-05-03">14.05 CET</time></a></p>'],
    ['who wrote it', '<p class="article-bio">Ilse Marrow has sailed since 2009.</p>'],
    [
      'who posted what is quoted',
      '<blockquote>&mdash; Ell Police (@ellpolice) <a href="https://s.example/1">3 May 2031</a></blockquote>',
    ],
    [
      'a picture in a box of facts',
      '<table class="infobox"><tr><td colspan="2"><img>The ferry in dock</td></tr></table>',
    ],
  ])('%s is no statement', (_, html) => {
    for (const block of blocks(html)) expect(block).toMatch(/^skipped: /);
  });

  it.each<[string, string, string[]]>([
    [
      'what readers say below the article',
      '<p>The council sold the ferry to the port in the spring.</p>' +
        '<div class="wp-block-comments"><ol><li><p>It took us 61 minutes [1].</p></li></ol></div>',
      ['paragraph: The council sold the ferry to the port in the spring.', 'skipped: It took us 61 minutes [1].'],
    ],
    [
      'a marked caption of a table',
      '<table><caption>Ferries in 2031<sup><a href="#cite_note-1">[1]</a></sup></caption><tr><td>Crew</td><td>9</td></tr></table>',
      ['paragraph: Ferries in 2031[1]', 'table: Crew | 9'],
    ],
    [
      'a quotation in a box that has a title and names who is quoted',
      '<div class="quotebox pullquote"><div>The pilot</div><blockquote><p>We never saw the pier.<sup><a href="#cite_note-1">[1]</a></sup></p></blockquote>' +
        '<p><cite>Ilse Marrow</cite></p></div>',
      ['skipped: The pilot', 'paragraph: We never saw the pier.[1]', 'skipped: Ilse Marrow'],
    ],
    [
      'a caption with a marker',
      '<figcaption>The ferry was built in 2031.<sup><a href="#cite_note-1">[1]</a></sup></figcaption>',
      ['paragraph: The ferry was built in 2031.[1]'],
    ],
    [
      'a standfirst that is a sentence',
      '<p class="standfirst">The council sold the ferry.</p>',
      ['paragraph: The council sold the ferry.'],
    ],
    [
      'who is quoted',
      '<blockquote><p>The pier moved.</p><cite>A. Marrow, pilot</cite></blockquote>',
      ['paragraph: The pier moved.', 'skipped: A. Marrow, pilot'],
    ],
    [
      'a pull quote that repeats the text',
      '<p>“The pier moved at noon,” he said.</p><blockquote class="pullquote"><p>The pier moved</p></blockquote>',
      ['paragraph: “The pier moved at noon,” he said.', 'skipped: The pier moved'],
    ],
    [
      'what stands around a field for an address',
      `<p>The council sold the ferry to the port ${'and the pier to the city '.repeat(9)}in the spring.</p>` +
        '<div class="box"><p>Ferry notes that 14,000 pilots read.</p><form><input type="email"></form><p>Free.</p></div>',
      [expect.stringMatching(/^paragraph: /) as string, 'skipped: Ferry notes that 14,000 pilots read. Free.'],
    ],
    [
      'a pull quote with its speaker',
      '<p>“The pier moved,” he said.</p><div class="pullquote"><p>“The pier moved”</p><footer>A. Marrow, pilot</footer></div>',
      ['paragraph: “The pier moved,” he said.', 'skipped: “The pier moved”', 'skipped: A. Marrow, pilot'],
    ],
    [
      'a quotation that opens with a dash',
      '<blockquote><p>— The pier moved.</p></blockquote>',
      ['paragraph: — The pier moved.'],
    ],
    ['figures around what is unseen', '<p>It was 5<i hidden>x</i>3 m.</p>', ['paragraph: It was 53 m.']],
    [
      'the description of an article',
      '<p class="article-description">The pier moved.</p>',
      ['paragraph: The pier moved.'],
    ],
    [
      'figures that an unseen sign parts',
      '<p>It was 5<span class="sr-only">+</span><span class="num">3</span>&frasl;<span>16</span> m long<span class="sr-only">x</span>.</p>',
      ['paragraph: It was 5 3⁄16 m long.'],
    ],
    [
      'a pull quote of its own',
      '<p>It sank.</p><figure class="wp-block-pullquote"><blockquote><p>The pier moved.</p></blockquote></figure>',
      ['paragraph: It sank.', 'paragraph: The pier moved.'],
    ],
    [
      'a formula that is a picture, in its sentence and apart from it',
      '<p>Let <span><span style="display: none"><math alttext="x"><mi>x</mi></math></span><img class="mwe-math-fallback-image-inline" alt="{\\displaystyle x^{2}}"></span> be even:</p>' +
        '<dl><dd><img class="mwe-math-fallback-image-inline" alt="{\\displaystyle x=2n}">.</dd></dl><p>It sank.<img alt="a ferry"></p>',
      ['paragraph: Let x^{2} be even:', 'skipped: x=2n.', 'paragraph: It sank.'],
    ],
    ['coordinates', '<span id="coordinates">51°N 2°W</span><p>It sank.</p>', ['paragraph: It sank.']],
  ])('%s', (_, html, expected) => expect(blocks(html)).toEqual(expected));
});

describe('headings', () => {
  it.each<[string, string, string]>([
    [
      'with an id that lists have',
      '<div class="mw-heading"><h2 id="References">References</h2></div>',
      'heading: References',
    ],
    ['of an abstract', '<div class="abstract-title">Abstract</div><p>It sank.</p>', 'heading: Abstract'],
    ['by role', '<div role="heading" aria-level="2">Tides</div>', 'heading: Tides'],
    ['as a button', '<h3><button>Opening hours</button></h3>', 'heading: Opening hours'],
  ])('%s', (_, html, expected) => expect(blocks(html)[0]).toBe(expected));
});

describe('questions and answers', () => {
  it.each([
    '<div class="schema-faq-section"><strong class="schema-faq-question">When did it sink?</strong><p class="schema-faq-answer">In 2031.</p></div>',
    '<details><summary>When did it sink?</summary><p>In 2031.</p></details>',
    '<div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">When did it sink?</h3><div itemprop="acceptedAnswer"><p itemprop="text">In 2031.</p></div></div>',
    '<div class="rank-math-list-item"><h3 class="rank-math-question">When did it sink?</h3><div>In 2031.</div></div>',
  ])('%s', (html) => expect(blocks(html)).toEqual(['definition: In 2031.']));

  it('answers in several paragraphs, and asks nothing without a question mark', () => {
    expect(blocks('<details><summary>Why?</summary><p>It leaked.</p><p>It was old.</p></details>')).toEqual([
      'definition: It leaked.',
      'definition: It was old.',
    ]);
    expect(blocks('<details><summary>Crew</summary><p>It had nine.</p></details>')).toEqual([
      'heading: Crew',
      'paragraph: It had nine.',
    ]);
  });
});

it('sets the items of a list in a cell apart, each at its place', () => {
  const html =
    '<table class="infobox"><tr><th>Owners</th><td><ul><li>Marrow Ltd.</li><li>Lind</li></ul></td></tr></table>';
  const [claim] = readArticle(`<html><body>${html}</body></html>`, { format: 'HTML' }).claims;
  expect(claim!.value).toBe('Marrow Ltd. Lind');
  const plain = html.replace('Ltd.', 'Ltd');
  expect(readArticle(plain, { format: 'HTML' }).claims[0]).toMatchObject({
    value: 'Marrow Ltd, Lind',
    span: { start: plain.indexOf('Owners'), end: plain.indexOf('Lind') + 4 },
  });
});
