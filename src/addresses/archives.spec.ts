import { archivedPage, archiveName } from './archives.js';

it.each<[string, string | null, string | null]>([
  [
    'https://web.archive.org/web/20310402093000/http://quay.example/a?b=1#c',
    'http://quay.example/a?b=1#c',
    '2031-04-02',
  ],
  ['http://web.archive.org/web/20310402093000id_/https://quay.example/', 'https://quay.example/', '2031-04-02'],
  ['https://web.archive.org/web/2031*/quay.example/a', 'http://quay.example/a', '2031'],
  ['https://web.archive.org/web/20310402093000/http:/quay.example/a', 'http://quay.example/a', '2031-04-02'],
  ['https://archive.today/2031.04.02-093000/https://quay.example/a', 'https://quay.example/a', '2031-04-02'],
  ['https://archive.ph/203104/https://quay.example/a', 'https://quay.example/a', '2031-04'],
  ['https://archive.is/Ab3dE', null, null],
  ['https://perma.cc/AB12-CD34', null, null],
  [
    'https://www.webcitation.org/query?url=http%3A%2F%2Fquay.example%2Fa&date=2031-04-02',
    'http://quay.example/a',
    '2031-04-02',
  ],
  [
    'https://webarchive.nationalarchives.gov.uk/ukgwa/20310402093000/https://quay.example/a',
    'https://quay.example/a',
    '2031-04-02',
  ],
  ['https://wayback.archive-it.org/1234/20310402093000/https://quay.example/a', 'https://quay.example/a', '2031-04-02'],
  ['https://arquivo.pt/wayback/20310402093000/https://quay.example/a', 'https://quay.example/a', '2031-04-02'],
  ['https://ghostarchive.org/archive/Ab3dE', null, null],
])('%s keeps a copy of %s', (address, original, at) => expect(archivedPage(address)).toEqual({ original, at }));

it.each([
  'https://quay.example/web/2031/https://b.example/',
  'https://archive.org/details/quay',
  'https://perma.cc/',
  'x',
])('%s is no copy', (address) => expect(archivedPage(address)).toBeNull());

it('archives have names', () => {
  expect(archiveName('https://archive.ph/Ab3dE')).toBe('archive.today');
  expect(archiveName('https://quay.example/')).toBeNull();
});
