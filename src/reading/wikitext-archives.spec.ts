import { readArticle } from './read-article.js';

const COPY = 'https://web.archive.org/web/20310604093000/http://quay.example/f';

const read = (ref: string) =>
  readArticle(`It sank.<ref>${ref}</ref>\n\n== References ==\n<references />\n`, { format: 'WIKITEXT' }).references[0]!;

describe('when a source was read, and its copy, in citation templates', () => {
  it.each([
    `{{cite web |title=Ferries |url=http://quay.example/f |access-date=3 May 2031 |archive-url=${COPY} |archive-date=June 4, 2031 |url-status=dead}}`,
    `{{Cite news|title=Ferries|url=${COPY}|accessdate=2031-05-03}}`,
    `{{Internetquelle |titel=Ferries |url=http://quay.example/f |abruf=2031-05-03 |archiv-url=${COPY} |archiv-datum=2031-06-04}}`,
    `{{cite web |title=Ferries |url=http://quay.example/f |access-date=3 May 2031}} {{webarchive|url=${COPY}|date=4 June 2031}}`,
    `[http://quay.example/f Ferries]. Retrieved 3 May 2031. {{webarchive |url=${COPY} |date=* }}`,
    `{{Webarchiv|url=http://quay.example/f|wayback=20310604093000|text=Ferries}}, retrieved 3 May 2031`,
    `{{wayback|url=http://quay.example/f|date=20310604093000|title=Ferries}} Accessed 3 May 2031.`,
  ])('%s', (ref) =>
    expect(read(ref).source).toMatchObject({
      key: 'url:quay.example/f',
      title: 'Ferries',
      issued: null,
      url: 'http://quay.example/f',
      accessed: '2031-05-03',
      archiveUrl: COPY,
      archivedAt: '2031-06-04',
    }),
  );

  it('a copy of another page is not taken for it', () => {
    const other = `{{cite web |title=Ferries |url=http://quay.example/other}}; {{cite web |title=Quays |url=http://quay.example/f |archive-url=${COPY}}}`;
    expect(read(other).source).toMatchObject({ url: 'http://quay.example/other', archiveUrl: null, archivedAt: null });
  });

  it.each(['{{webarchive}}', '{{webarchive|url=http://[}}', '{{webarchive|url=|date=}}'])(
    '%s says nothing',
    (template) =>
      expect(read(`[http://quay.example/f Ferries] ${template}`).source).toMatchObject({
        title: 'Ferries',
        archiveUrl: null,
      }),
  );
});
