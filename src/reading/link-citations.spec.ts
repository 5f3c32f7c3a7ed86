import type { Article } from '../judging/evidence.js';
import { readArticle } from './read-article.js';

const read = (text: string, links?: 'citations' | 'text') =>
  readArticle(`# The bridge\n\n${text}\n`, { format: 'MARKDOWN', links });
const html = (head: string, body: string) =>
  readArticle(`<html><head>${head}</head><body><main><h1>The bridge</h1>${body}</main></body></html>`, {
    format: 'HTML',
  });
const cited = ({ claims }: Article) => claims.map(({ citations }) => citations.map(({ label }) => label).join(' '));
const addresses = ({ references }: Article) => references.map(({ label, source }) => `${label} ${source!.url}`);

describe('links as citations', () => {
  it('are one reference for each address, in the order of the text', () => {
    const text =
      'It [closed](https://a.example/x) and [fell](https://b.example/y). It [rose](http://www.a.example/x/).';
    const article = read(text);
    expect(article.claims.map((each) => each.text)).toEqual(['It closed and fell.', 'It rose.']);
    expect(cited(article)).toEqual(['1 2', '1']);
    expect(addresses(article)).toEqual(['1 https://a.example/x', '2 https://b.example/y']);
    expect(article.references[0]).toMatchObject({ markerCount: 2, citationCount: 2, text: 'closed' });
    expect(article.markers.map(({ raw, labels }) => [raw, ...labels])).toEqual([
      ['closed', '1'],
      ['fell', '2'],
      ['rose', '1'],
    ]);
    expect(article.hasReferenceList).toBe(false);
  });

  it.each([
    ['It closed ([source](https://a.example/x)).', 'It closed.'],
    ['It closed (https://a.example/x).', 'It closed.'],
    ['<https://a.example/x> has it.', 'https://a.example/x has it.'],
    ['It [closed in May. It fell](https://a.example/x) in June.', 'It closed in May.'],
  ])('keep their words in the claim, unless they are a sign in brackets: %s', (text, claim) => {
    expect(read(text).claims[0]!.text).toBe(claim);
  });

  it.each([
    ['The [minutes of May](https://a.example/x) say so.', null],
    ['The [*Iron Report*](https://a.example/x) says so.', 'Iron Report'],
    ['See ["A bridge too far"](https://a.example/x), which says so.', 'A bridge too far'],
    ['It was told in [Bridge Closed After Nine Years](https://a.example/x).', 'Bridge Closed After Nine Years'],
    ['[Halvik Council](https://a.example/x) said so.', null],
  ])('have a title where their words read as one: %s', (text, title) => {
    expect(read(text).references[0]!.source!.title).toBe(title);
  });

  it.each([
    ['a place in the page', 'It [closed](#may) in May.'],
    ['another page of the site', 'It [closed](/may) in May.'],
    ['a picture', 'It closed ![in May](https://a.example/x.png).'],
    ['a picture that is a link', 'It closed [![](https://a.example/x.png)](https://a.example/) in May.'],
    ['an address of a person', 'It closed, says [Ada](mailto:ada@a.example).'],
    ['a button for sharing', 'It closed. [Share it](https://social.example/intent/tweet?url=x), please.'],
    ['a line of links', '[The other bridge](https://a.example/x)'],
    ['a list of further reading', 'It closed.\n\n## Further reading\n\n- [Bridges](https://a.example/x), a book'],
  ])('are not: %s', (_, text) => {
    expect(read(text)).toMatchObject({ references: [], markers: [] });
  });

  it('lead to other sites than the page’s own', () => {
    const body =
      '<p>It <a href="https://www.here.example/a">closed</a> and <a href="https://there.example/b">fell</a>.</p>';
    for (const head of [
      '<link rel="canonical" href="https://here.example/bridge">',
      '<meta property="og:url" content="https://news.here.example/bridge">',
    ])
      expect(addresses(html(head, body))).toEqual(['1 https://there.example/b']);
    expect(addresses(html('', body))).toHaveLength(2);
  });

  it('are text where something else cites, and where that is asked for', () => {
    const link = 'It [closed](https://a.example/x) in May';
    expect(addresses(read(`${link} [1].\n\n## References\n\n1. “Tides”. https://b.example`))).toHaveLength(1);
    expect(read(`${link} [1].`).references.map(({ label, source }) => [label, source])).toEqual([['1', null]]);
    expect(cited(read(`${link} (Okoro 2024).\n\n## References\n\n- Okoro, A. (2024). Tides. Hill Press.`))).toEqual([
      'Okoro 2024',
    ]);
    expect(read(`${link}.`, 'text')).toMatchObject({ references: [], markers: [] });
  });
});
