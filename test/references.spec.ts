import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressKey } from '../src/addresses/address-key.js';
import type { Article, Source } from '../src/judging/evidence.js';
import { formatOf, readArticle } from '../src/reading/read-article.js';

/** Real pages, where they are at hand. What is counted here is counted in the page's source, by other means than the reader's. */
const folder = join(process.cwd(), '..', 'shared', 'articles');
const real = existsSync(folder) ? describe : describe.skip;

interface Shares {
  title: number;
  url: number;
  issued: number;
  byWhom: number;
  accessed: number;
  archiveUrl: number;
}

/** How many of the listed references say each of these, in percent. */
function sharesOf({ references }: Article): Shares {
  const sources = references.flatMap(({ text, source }) => (text !== null && source ? [source] : []));
  const share = (says: (source: Source) => unknown): number =>
    Math.round((100 * sources.filter(says).length) / sources.length);
  return {
    title: share((s) => s.title),
    url: share((s) => s.url),
    issued: share((s) => s.issued),
    byWhom: share((s) => s.publisher ?? s.container ?? s.authors[0]),
    accessed: share((s) => s.accessed),
    archiveUrl: share((s) => s.archiveUrl),
  };
}

/** What fewer references say than did. */
function fallenShort(article: Article, shares: Shares): string[] {
  const found = sharesOf(article);
  return (Object.keys(shares) as (keyof Shares)[])
    .filter((field) => found[field] < shares[field])
    .map((field) => `${field}: ${found[field]} %, not ${shares[field]} %`);
}

const read = (name: string): { source: string; article: Article } => {
  const source = readFileSync(join(folder, name), 'utf8');
  return { source, article: readArticle(source, { format: formatOf(name)! }) };
};

/** What stands between `<ref>` and `</ref>`, each once. */
function refsIn(wikitext: string): string[] {
  const seen = wikitext.replace(/<!--[^]*?-->/g, '').replace(/<nowiki>[^]*?<\/nowiki>/gi, '');
  return [...seen.matchAll(/<ref(?:\s(?:"[^"]*"|[^>"/]|\/(?!>))*)?>([^]*?)<\/ref>/gi)]
    .map(([, content]) => content!.trim())
    .filter((content) => content !== '');
}

const keysOf = (article: Article): Set<string> =>
  new Set(
    article.references.flatMap(({ source }) =>
      [source?.url ?? null, source?.archiveUrl ?? null].flatMap((each) =>
        each === null ? [] : (addressKey(each) ?? []),
      ),
    ),
  );

/** The first address of a reference's source, but for those in templates of archives. */
const addressIn = (content: string): string | undefined =>
  /(?:\burl\s*=\s*|\[|^|\s)(https?:\/\/[^\s|\]}<]+)/i.exec(content)?.[1];

real('references of real pages', () => {
  it.each<[string, number, Shares]>([
    ['bodmin.wiki', 41, { title: 95, url: 63, issued: 44, byWhom: 68, accessed: 53, archiveUrl: 27 }],
    ['mozilla-firefox.wiki', 96, { title: 98, url: 100, issued: 40, byWhom: 75, accessed: 83, archiveUrl: 2 }],
  ])('%s lists each <ref>, and its address is a source’s', (name, least, shares) => {
    const { source, article } = read(name);
    const refs = refsIn(source);
    expect(refs.length).toBeGreaterThanOrEqual(least);
    expect(article.references.filter(({ text }) => text !== null).length).toBeGreaterThanOrEqual(refs.length);
    const keys = keysOf(article);
    const lost = refs.flatMap((content) => {
      const address = addressIn(content);
      const key = address === undefined ? null : addressKey(address);
      return key === null || keys.has(key) ? [] : [content];
    });
    expect(lost).toEqual([]);
    expect(fallenShort(article, shares)).toEqual([]);
  });

  it('wikipedia-mozilla.html lists each entry, and follows each link to one', () => {
    const { source, article } = read('wikipedia-mozilla.html');
    const entries = source.match(/<li id="cite_note-/g)!.length;
    const links = source.match(/href="#cite_note-/g)!.length;
    const listed = article.references.filter(({ text }) => text !== null);
    expect(listed).toHaveLength(entries);
    expect(listed.reduce((sum, { markerCount }) => sum + markerCount, 0)).toBe(links);
    const accessed = source.match(/class="reference-accessdate"/g)!.length;
    expect(listed.filter(({ source: each }) => each?.accessed).length).toBe(accessed);
    const copies =
      source.match(/<a[^>]*href="[^"]*web\.archive\.org[^"]*"[^>]*>Archived<\/a>|>Archived<\/a> from the original/g) ??
      [];
    expect(listed.filter(({ source: each }) => each?.archiveUrl && each.archivedAt).length).toBeGreaterThanOrEqual(
      copies.length,
    );
    const shares = { title: 99, url: 99, issued: 32, byWhom: 83, accessed: 76, archiveUrl: 6 };
    expect(fallenShort(article, shares)).toEqual([]);
  });
});
