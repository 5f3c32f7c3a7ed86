import { readCoins } from './coins.js';

const coins = (fields: Record<string, string | string[]>, format = 'book'): string => {
  const parameters = new URLSearchParams({ ctx_ver: 'Z39.88-2004', rft_val_fmt: `info:ofi/fmt:kev:mtx:${format}` });
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) parameters.append(name, each);
  return parameters.toString();
};

describe('COinS', () => {
  it('of a journal’s article', () => {
    const value = coins(
      {
        'rft.genre': 'article',
        'rft.atitle': 'The turning  of ferries',
        'rft.jtitle': 'Journal of Tides',
        'rft.aulast': 'Okoro',
        'rft.aufirst': 'Ada',
        'rft.au': ['Ada Okoro', 'Lind, Per'],
        'rft.date': '2031-04',
        rft_id: ['info:doi/10.5555/ABC.1', 'info:pmid/1234', 'https://tides.example/1'],
      },
      'journal',
    );
    expect(readCoins(value)).toEqual({
      title: 'The turning of ferries',
      container: 'Journal of Tides',
      authors: ['Okoro, Ada', 'Lind, Per'],
      issued: '2031-04',
      url: 'https://tides.example/1',
      doi: '10.5555/abc.1',
      pmid: '1234',
    });
  });

  it('of a book, and of a chapter of it', () => {
    const book = {
      'rft.btitle': 'Ferries',
      'rft.pub': 'Vale Press',
      'rft.au': 'Okoro, A.',
      'rft.isbn': '978-0-306-40615-7',
    };
    const said = { title: 'Ferries', publisher: 'Vale Press', authors: ['Okoro, A.'], isbn: '9780306406157' };
    expect(readCoins(coins(book))).toEqual(said);
    const chapter = readCoins(coins({ ...book, 'rft.atitle': 'Quays' }));
    expect(chapter).toEqual({ ...said, title: 'Quays', container: 'Ferries' });
  });

  it('of a page, with an address without scheme, or in an archive', () => {
    const page = { 'rft.genre': 'unknown', 'rft.btitle': 'Fares' };
    expect(readCoins(coins({ ...page, rft_id: '//fares.example/1' }))).toEqual({
      title: 'Fares',
      url: 'https://fares.example/1',
    });
    const copy = 'https://web.archive.org/web/20310402/http://fares.example/1';
    expect(readCoins(coins({ ...page, rft_id: copy }))).toEqual({
      title: 'Fares',
      url: 'http://fares.example/1',
      archiveUrl: copy,
      archivedAt: '2031-04-02',
    });
  });

  it('leaves out what is broken', () => {
    expect(
      readCoins(`${coins({ 'rft.btitle': 'Fares' })}&rft.pub=Vale%99s&rft.date=soon&rft_id=javascript:alert(1)`),
    ).toEqual({
      title: 'Fares',
    });
  });

  it.each([
    '',
    'a title',
    'ctx_ver=Z39.88-2004',
    `ctx_ver=Z39.88-2004&rft.title=${'a'.repeat(30_000)}`,
    '&&=%%%&ctx_ver=Z39.88-2004&%',
  ])('is nothing: %#', (value) => expect(readCoins(value)).toBeNull());
});
