import { readArticle } from './read-article.js';

const read = (entries: string, head = '') =>
  readArticle(
    `<html><head>${head}</head><body><main><h1>Ferries</h1><p>It sank.<sup><a href="#cite_note-1">[1]</a></sup></p>
    <h2>References</h2><ol class="references">${entries}</ol></main></body></html>`,
    { format: 'HTML' },
  ).references.map(({ source }) => source!);

const entry = (text: string, n = 1) => `<li id="cite_note-${n}">${text}</li>`;
const coins = (fields: Record<string, string>) => {
  const parameters = new URLSearchParams({
    ctx_ver: 'Z39.88-2004',
    rft_val_fmt: 'info:ofi/fmt:kev:mtx:book',
    ...fields,
  });
  return `<span class="Z3988" title="${parameters.toString().replaceAll('&', '&amp;')}"></span>`;
};

describe('COinS of an entry', () => {
  const data = coins({ 'rft.btitle': 'Ferries: a list', 'rft.pub': 'Ell News', rft_id: 'https://ell.example/f' });

  it('goes before its words, which say what it lacks', () => {
    const [source] = read(entry(`“Ferries”. <i>Ell News</i>. 3 May 2031. Retrieved 4 June 2031.${data}`));
    expect(source).toMatchObject({
      key: 'url:ell.example/f',
      title: 'Ferries: a list',
      publisher: 'Ell News',
      container: null,
      issued: '2031-05-03',
      accessed: '2031-06-04',
    });
  });

  it('can stand behind it', () => {
    const list = `<div class="csl-bib-body"><div class="csl-entry" id="a">[1] Ferries of the Ell.</div>${data}
      <div class="csl-entry">[2] Quays of the Ell.</div></div>`;
    expect(read(list).map(({ title }) => title)).toEqual(['Ferries: a list', null]);
  });

  it('of another work of the entry is not used', () => {
    const [source] = read(entry(`“Ferries”.${data} “Quays”.${coins({ 'rft.btitle': 'Quays', 'rft.date': '1999' })}`));
    expect(source).toMatchObject({ title: 'Ferries: a list', issued: null });
  });

  it.each(['', '%', 'ctx_ver=Z39.88-2004&amp;rft_id=http://[&amp;rft.date=%FF', '&lt;script&gt;', 'x'.repeat(50_000)])(
    'that is broken leaves the words: %#',
    (title) => {
      const [source] = read(entry(`“Ferries”. <i>Ell News</i>. 2031.<span class="Z3988" title="${title}"></span>`));
      expect(source).toMatchObject({ title: 'Ferries', container: 'Ell News', issued: '2031' });
    },
  );
});

describe('microdata of an entry', () => {
  it('says what its words leave open', () => {
    const [source] =
      read(`<li id="cite_note-1" itemprop="citation" itemscope itemtype="https://schema.org/ScholarlyArticle">
      <meta itemprop="datePublished" content="2031-04"><span itemprop="author" itemscope><span itemprop="name">Ada Okoro</span></span>
      <a itemprop="url" href="https://tides.example/1"><span itemprop="headline">Tides</span></a>
      <span itemprop="isPartOf" itemscope><span itemprop="isPartOf" itemscope><b itemprop="name">Water Letters</b></span></span></li>`);
    expect(source).toMatchObject({
      title: 'Tides',
      authors: ['Ada Okoro'],
      container: 'Water Letters',
      issued: '2031-04',
      url: 'https://tides.example/1',
    });
  });
});

describe('what a page says it cites', () => {
  const words =
    entry('Okoro A, The turning of ferries in spring tides, see there') +
    entry('Quays. https://quay.example/1?utm_source=x', 2);

  it.each([
    [
      'JSON-LD',
      `<script type="application/ld+json">${JSON.stringify({
        '@graph': [
          {
            '@type': 'NewsArticle',
            citation: [
              'Okoro, Tides',
              {
                '@type': 'ScholarlyArticle',
                name: 'The turning of ferries in spring tides',
                author: [{ familyName: 'Okoro', givenName: 'Ada' }],
                isPartOf: { name: 'Journal of Tides' },
                datePublished: '2031-04-02',
                identifier: 'doi:10.5555/abc',
              },
              { name: 'Quays of the Ell', url: 'https://www.quay.example/1', author: 7, isPartOf: [[]] },
            ],
          },
        ],
      })}</script>`,
      'Okoro, Ada',
    ],
    [
      'Highwire’s tags',
      '<meta name="citation_reference" content="citation_title=The turning of ferries in spring tides; citation_author=A Okoro; citation_journal_title=Journal of Tides; citation_publication_date=2031/04/02; citation_doi=10.5555/ABC">',
      'A Okoro',
    ],
  ])('completes the entries that list it: %s', (kind, head, author) => {
    const [tides, quays] = read(words, head);
    expect(tides).toMatchObject({
      title: 'The turning of ferries in spring tides',
      authors: [author],
      container: 'Journal of Tides',
      doi: '10.5555/abc',
      key: 'doi:10.5555/abc',
    });
    expect(tides!.issued).toMatch(/^2031/);
    if (kind === 'JSON-LD') expect(quays).toMatchObject({ title: 'Quays of the Ell', key: 'url:quay.example/1' });
  });

  it('also where Quarto writes it', () => {
    const content =
      'citation_title=The turning of ferries in spring tides;,citation_publication_date=1989;,' +
      'citation_fulltext_html_url=https://tides.example/1;,citation_journal_title=undefined;';
    const [tides] = read(words, `<meta name="citation_reference" content="${content}">`);
    expect(tides).toMatchObject({ issued: '1989', url: 'https://tides.example/1', container: null });
  });

  it.each([
    '{',
    'null',
    '{"citation": [null, 1, [[[]]], {"name": {"name": {}}}]}',
    `{"citation":${'['.repeat(20_000)}`,
  ])('breaks nothing: %#', (json) => {
    const [source] = read(
      entry('“Ferries”. <i>Ell News</i>. 2031.'),
      `<script type="application/ld+json">${json}</script>`,
    );
    expect(source).toMatchObject({ title: 'Ferries', issued: '2031' });
  });
});

describe('<cite>', () => {
  it.each([
    ['Ada Okoro, <cite>The Long Quay</cite>, Vale Press, 2031.', 'The Long Quay'],
    ['<cite>Okoro, Ada (1998). Ferries of the Ell. Vale Press.</cite>', 'Ferries of the Ell'],
  ])('%s', (text, title) => expect(read(entry(text))[0]).toMatchObject({ title }));
});
