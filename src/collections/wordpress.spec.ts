import { readArticle } from '../reading/read-article.js';
import type { Collected } from './collected.js';
import { isWordPressExport, wordPressCollection, type WordPressOptions } from './wordpress.js';

interface Post {
  readonly id?: number;
  readonly title?: string;
  readonly name?: string;
  readonly type?: string;
  readonly status?: string;
  readonly content?: string;
  readonly more?: string;
}

const item = ({
  id = 7,
  title = 'Trams',
  name = 'trams',
  type = 'post',
  status = 'publish',
  content = 'Trams run.',
  more = '',
}: Post): string => `
  <item>
    <title><![CDATA[${title}]]></title>
    <link>https://port.example/${name}/</link>
    <dc:creator><![CDATA[ada]]></dc:creator>
    <content:encoded><![CDATA[${content}]]></content:encoded>
    <excerpt:encoded><![CDATA[No part of it.]]></excerpt:encoded>
    <wp:post_id>${id}</wp:post_id>
    <wp:post_date_gmt><![CDATA[2031-05-01 10:00:00]]></wp:post_date_gmt>
    <wp:post_name><![CDATA[${name}]]></wp:post_name>
    <wp:status><![CDATA[${status}]]></wp:status>
    <wp:post_type><![CDATA[${type}]]></wp:post_type>
    ${more}
    <wp:comment><wp:comment_content><![CDATA[No part of it either.]]></wp:comment_content></wp:comment>
  </item>`;
const exportOf = (...posts: Post[]): string => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.9" -->
<rss version="2.0" xmlns:content="c" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Port Calder</title><wp:wxr_version>1.2</wp:wxr_version>${posts.map(item).join('')}
</channel></rss>`;

async function read(text: string | Uint8Array, options: WordPressOptions = {}, size = 1 << 16): Promise<Collected[]> {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const all: Collected[] = [];
  for await (const each of wordPressCollection(chunks, options)) all.push(each);
  return all;
}
const told = (all: readonly Collected[]) =>
  all.map((each) =>
    each.kind === 'article'
      ? `${each.article.name} → ${each.article.slug}`
      : `${each.kind}: ${each.entry.name}: ${each.entry.why}`,
  );

describe('an export of WordPress', () => {
  it('is its posts and pages, with where and when they were published', async () => {
    const more = `<category domain="post_tag" nicename="t"><![CDATA[Rails]]></category>
      <category domain="category" nicename="u"><![CDATA[Uncategorized]]></category>
      <category domain="category" nicename="c"><![CDATA[City &amp; Port]]></category>`;
    const [article] = await read(exportOf({ title: 'Trams &amp; “Ferries”', more, content: 'A ]]]]><![CDATA[> B.' }));
    expect(article).toEqual({
      kind: 'article',
      article: {
        name: 'post 7 “Trams &amp; “Ferries””',
        slug: 'trams',
        title: 'Trams &amp; “Ferries”',
        content: '<p>A ]]> B.</p>',
        format: 'HTML',
        url: 'https://port.example/trams/',
        desk: 'City &amp; Port',
        publishedAt: '2031-05-01T10:00:00.000Z',
        notices: [],
      },
    });
  });

  it('leaves out what is not published, and what is no text of its own', async () => {
    const posts: Post[] = [
      { id: 1 },
      { id: 2, status: 'draft', name: '', title: 'A draft' },
      { id: 3, status: 'trash', name: 'c' },
      { id: 4, type: 'attachment', status: 'inherit' },
      { id: 5, type: 'nav_menu_item' },
      { id: 6, type: 'page', name: 'about' },
      { id: 8, name: 'secret', more: '<wp:post_password>x</wp:post_password>' },
      { id: 9, name: 'none', content: '<!-- wp:spacer --><div></div><!-- /wp:spacer -->' },
    ];
    const rest = ['skipped: post 3 “Trams”: not published (trash)', 'page 6 “Trams” → about'];
    expect(told(await read(exportOf(...posts)))).toEqual([
      'post 1 “Trams” → trams',
      'skipped: post 2 “A draft”: not published (draft)',
      ...rest,
      'skipped: post 8 “Trams”: protected by a password, so not published to all',
      'skipped: post 9 “Trams”: has no text',
      'skipped: 2 other items: neither posts nor pages: 1 attachment, 1 nav_menu_item',
    ]);
    const withDrafts = told(await read(exportOf(...posts), { includeDrafts: true, slugPrefix: 'p-' }));
    expect(withDrafts.slice(0, 2)).toEqual(['post 1 “Trams” → p-trams', 'post 2 “A draft” → p-a-draft']);
    expect(withDrafts).toContain('post 8 “Trams” → p-secret');
  });

  it('cuts a long title between two characters, never within one', async () => {
    const [each] = await read(exportOf({ title: `${'a'.repeat(79)}🚋${'b'.repeat(418)}🚋 and more` }));
    const { name, title } = (each as { article: { name: string; title: string } }).article;
    expect([name, title]).toEqual([`post 7 “${'a'.repeat(79)}”`, `${'a'.repeat(79)}🚋${'b'.repeat(418)}`]);
  });

  it('makes slugs of other letters, and tells apart what is called the same', async () => {
    expect(
      told(
        await read(
          exportOf({ id: 1, name: '%d1%82%d1%80%d0%b0%d0%bc', title: 'Трам' }, { id: 2, type: 'page' }, { id: 3 }),
        ),
      ),
    ).toEqual(['post 1 “Трам” → post-1', 'page 2 “Trams” → trams', 'post 3 “Trams” → trams-3']);
  });

  it.each([1, 7, 1000])('comes in pieces of %d bytes', async (size) => {
    const text = exportOf({ title: 'Fähren 🚋', content: 'Fähren\r\n\r\nfahren 🚋.' });
    expect(await read(text, {}, size)).toEqual(await read(text));
  });
});

describe('the text of a post', () => {
  const claimsOf = async (content: string, more = '') => {
    const [article] = await read(exportOf({ content, more }));
    if (article?.kind !== 'article') throw new Error('no article');
    return readArticle(article.article.content, { format: 'HTML', title: 'Trams' }).claims.map(
      ({ text, citations }) => [text, ...citations.map(({ source }) => source?.url ?? null)],
    );
  };

  it('of the older editor has paragraphs between blank lines', async () => {
    const content = `The tram has six doors
and two decks.

<strong>It</strong> runs at night.
<ul>
<li>The fare is 4 euros.</li>
</ul>

[caption id="a" width="3"]<img src="a.png" /> The tram of 2031 is red.[/caption]

<pre>let a = 1

let b = 2</pre>

It stops in 12 places.`;
    expect(await claimsOf(content)).toEqual([
      ['The tram has six doors and two decks.'],
      ['It runs at night.'],
      ['The fare is 4 euros.'],
      ['The tram of 2031 is red.'],
      ['It stops in 12 places.'],
    ]);
  });

  const BLOCKS = `<!-- wp:paragraph -->
<p>The first line opened late.<sup data-fn="8f9a-1" class="fn"><a href="#8f9a-1" id="8f9a-1-link">1</a></sup> It carries 900 people.</p>
<!-- /wp:paragraph -->

<!-- wp:footnotes /-->`;
  const meta = (value: string): string =>
    `<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>
     <wp:postmeta><wp:meta_key><![CDATA[footnotes]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

  it('of the block editor gets its notes, which the export keeps apart', async () => {
    const notes = meta(
      '[{"content":"City of Oss, “Trams”, 2031, <a href=\\"https://oss.example/\\">oss.example</a>","id":"8f9a-1"}]',
    );
    expect(await claimsOf(BLOCKS, notes)).toEqual([
      ['The first line opened late.', 'https://oss.example/'],
      ['It carries 900 people.'],
    ]);
  });

  it.each(['[', '{"a":1}'])('tells when its notes cannot be read: %s', async (json) => {
    const [article] = await read(exportOf({ content: BLOCKS, more: meta(json) }));
    expect(article).toMatchObject({ article: { notices: [expect.stringContaining('its notes cannot be read')] } });
  });
});

describe('what is no such export', () => {
  it.each([
    ['another kind of XML', '<feed><entry/></feed>', 'it begins with <feed>'],
    ['no XML', 'hello', 'is not well-formed XML'],
    ['half of one', exportOf({}).slice(0, -40), 'is not well-formed XML'],
    ['nothing', '', 'is not well-formed XML'],
    ['an open ampersand', exportOf({}).replace('Port Calder', 'Port & Calder'), 'line 4'],
    [
      'one with entities of its own',
      `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${exportOf({})}`,
      'has a DOCTYPE',
    ],
    [
      'one that names a file',
      `<?xml version="1.0"?><!DOCTYPE r SYSTEM "file:///etc/passwd">${exportOf({}).slice(40)}`,
      'has a DOCTYPE',
    ],
    ['one without end', `<rss>${'<a>'.repeat(100)}`, 'more than 32 deep'],
    ['other bytes', Buffer.concat([Buffer.from('<rss>'), Buffer.from([0xff, 0xfe])]), 'is not UTF-8'],
  ])('%s is refused', async (_, text, why) => {
    await expect(read(text)).rejects.toThrow(why);
  });

  it('what came before the mistake stays good', async () => {
    const good: Collected[] = [];
    const reading = async (): Promise<void> => {
      for await (const each of wordPressCollection([Buffer.from(exportOf({})), Buffer.from('<b>')])) good.push(each);
    };
    await expect(reading()).rejects.toThrow('well-formed');
    expect(good).toHaveLength(1);
  });

  it('characters that XML forbids are read over: old posts have them', async () => {
    expect(await read(exportOf({ content: 'Trams\u0008 run.' }))).toMatchObject([
      { article: { content: '<p>Trams  run.</p>' } },
    ]);
  });

  it.each([
    [exportOf({}), true],
    ['<?xml version="1.0"?><rss version="2.0"><channel/></rss>', false],
  ])('is told by its beginning', (text, is) => expect(isWordPressExport(Buffer.from(text))).toBe(is));
});

it('is read in a time that grows as the export does', async () => {
  const posts = Array.from({ length: 3000 }, (_, i) => ({
    id: i,
    name: `post-${i}`,
    content: 'Trams run [1].\n\n'.repeat(40),
  }));
  expect(await read(exportOf(...posts))).toHaveLength(3000);
});
