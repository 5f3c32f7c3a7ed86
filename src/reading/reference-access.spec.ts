import { parseReference } from './parse-reference.js';

const parse = (text: string, ...links: string[]) => {
  const { issued, url, accessed, archiveUrl, archivedAt } = parseReference(text, {
    links: links.map((address) => ({ address, text: 'Ferries' })),
    italics: [],
  });
  return { issued, url, accessed, archiveUrl, archivedAt };
};
const NONE = { issued: null, url: null, accessed: null, archiveUrl: null, archivedAt: null };
const PAGE = 'https://quay.example/f';
const COPY = `https://web.archive.org/web/20310604093000/${PAGE}`;

describe('when a source was looked at', () => {
  it.each<[string, string]>([
    ['“Ferries”. Ell News. Retrieved 3 May 2031.', '2031-05-03'],
    ['“Ferries”. Ell News (accessed May 3, 2031)', '2031-05-03'],
    ['“Ferries”. Ell News. Accessed on 2031-05-03.', '2031-05-03'],
    ['“Ferries”, Ell News, last accessed: May 2031', '2031-05'],
    ['“Ferries”. Ell News [cited 2031 May 3]', '2031-05-03'],
    ['“Ferries”. Ell News. Access date: 3rd May 2031', '2031-05-03'],
    ['“Ferries”. Ell News. Retrieved May 3, 2031, from https://quay.example/f', '2031-05-03'],
    ['“Ferries”. Ell News. Retrieved from https://quay.example/f on 3 May 2031', '2031-05-03'],
    ['“Ferries”. Ell News, abgerufen am 2031-05-03', '2031-05-03'],
    ['“Ferries”. Ell News, abgerufen am 3. Mai 2031.', '2031-05-03'],
  ])('%s', (text, accessed) => expect(parse(text)).toMatchObject({ accessed, issued: null, archivedAt: null }));

  it('is not when it appeared, nor part of anything else', () => {
    expect(parse('“Ferries”. Ell News. 4 June 2030. Retrieved 3 May 2031.')).toMatchObject({
      issued: '2030-06-04',
      accessed: '2031-05-03',
    });
    expect(parse('“Ferries”. Ell News. Last updated 3 May 2031.')).toEqual(NONE);
    expect(parse('“How we accessed 2031 files”. Ell News.').accessed).toBe(null);
  });
});

describe('a copy in an archive', () => {
  it.each([
    [`“Ferries”. Ell News. Archived from the original on 4 June 2031. Retrieved 3 May 2031.`, [PAGE, COPY]],
    [`“Ferries”. Ell News. Archived (PDF) from the original on 2031-06-04. Retrieved 3 May 2031.`, [COPY, PAGE]],
    [`“Ferries”. Ell News. Archived from the original (PDF) on 2031-06-04. URL retrieved on 3 May 2031.`, [COPY, PAGE]],
    [`“Ferries”. Ell News. Archived June 4, 2031, at the Wayback Machine. Accessed 3 May 2031.`, [PAGE, COPY]],
    [`“Ferries”. Ell News. Accessed 3 May 2031. ${COPY}`, []],
    [`“Ferries”. Ell News. Retrieved 3 May 2031. ${PAGE}. Archived at ${COPY}`, []],
  ])('of a page: %s', (text, links) =>
    expect(parse(text, ...links)).toEqual({
      issued: null,
      url: PAGE,
      accessed: '2031-05-03',
      archiveUrl: COPY,
      archivedAt: '2031-06-04',
    }),
  );

  it('that does not say of what', () => {
    expect(parse(`“Ferries”. ${PAGE} [https://perma.cc/AB12-CD34]. Archived 4 June 2031.`)).toMatchObject({
      url: PAGE,
      archiveUrl: 'https://perma.cc/AB12-CD34',
      archivedAt: '2031-06-04',
    });
    expect(parse('“Ferries”. https://archive.ph/Ab3dE')).toMatchObject({
      url: null,
      archiveUrl: 'https://archive.ph/Ab3dE',
    });
  });

  it('is known by the page that it is a copy of', () => {
    const key = (text: string) => parseReference(text, { links: [], italics: [] }).key;
    expect(key(`Ferries. ${COPY}`)).toBe(key(`Other words. http://www.quay.example/f/?utm_source=x`));
    expect(key('Ferries. https://archive.ph/Ab3dE')).toBe('url:archive.ph/Ab3dE');
  });
});

it('an address of the journal is none of the work', () => {
  expect(parse('“Ferries”. Ell News. ISSN 0000-0000.', 'https://www.worldcat.org/issn/0000-0000').url).toBeNull();
});
