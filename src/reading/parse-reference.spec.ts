import { parseReference } from './parse-reference.js';

/** An entry with links in `[…](…)` and italics in `*…*`. */
function parse(entry: string) {
  const links: { text: string; address: string }[] = [];
  const italics: string[] = [];
  const text = entry
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, shown: string, address: string) => {
      links.push({ text: shown.replaceAll('*', ''), address });
      return shown;
    })
    .replace(/\*([^*]+)\*/g, (_, shown: string) => {
      italics.push(shown);
      return shown;
    });
  const { title, authors, publisher, container, issued } = parseReference(text, { links, italics });
  return Object.fromEntries(
    Object.entries({ title, authors: authors.join('; ') || null, publisher, container, issued }).filter(([, v]) => v),
  );
}

describe('parseReference', () => {
  it.each<[string, Record<string, string>]>([
    [
      'Tide Lab at Ellmouth. [Ferries on the Ell](https://tide.example/f). 9 February 2031.',
      { title: 'Ferries on the Ell', publisher: 'Tide Lab at Ellmouth', issued: '2031-02-09' },
    ],
    [
      'Dana Okoro. [How ferries turn](https://w.example/t). Harbour Weekly, 6 February 2031.',
      { title: 'How ferries turn', authors: 'Dana Okoro', container: 'Harbour Weekly', issued: '2031-02-06' },
    ],
    [
      'Ell Ferries Ltd. [Annual report 2030](https://f.example/r). March 2031.',
      { title: 'Annual report 2030', publisher: 'Ell Ferries Ltd', issued: '2031-03' },
    ],
    [
      'J. Orr, *The Long Quay* (Ellmouth: Saltmarsh Press, 2031), 88.',
      { title: 'The Long Quay', authors: 'J. Orr', publisher: 'Saltmarsh Press', issued: '2031' },
    ],
    [
      'J. Orr, *The Long Quay* (2nd edn, Vale University Press 2031) 44.',
      { title: 'The Long Quay', authors: 'J. Orr', publisher: 'Vale University Press', issued: '2031' },
    ],
    ['J. Orr, *The Long Quay* (Ellmouth, 2031).', { title: 'The Long Quay', authors: 'J. Orr', issued: '2031' }],
    ['Portwatch, *Penalty policy* (2031)', { title: 'Penalty policy', publisher: 'Portwatch', issued: '2031' }],
    [
      '["Ferries turn back"](https://b.example/f). Harbour Blog. “They turned, and turned again, for hours.”',
      { title: 'Ferries turn back', container: 'Harbour Blog' },
    ],
    [
      '[Ell News](https://n.example/), “Ferries return”, 3 May 2031.',
      { title: 'Ferries return', publisher: 'Ell News', issued: '2031-05-03' },
    ],
    [
      'Tide Lab. "Ferries on the Ell." tide.example, 9 February 2031. https://tide.example/f',
      { title: 'Ferries on the Ell', publisher: 'Tide Lab', container: 'tide.example', issued: '2031-02-09' },
    ],
    [
      'Tables of traffic, Office of Statistics, 2031',
      { title: 'Tables of traffic', publisher: 'Office of Statistics', issued: '2031' },
    ],
    [
      'Ell Harbour Board, Tables of traffic, 2031',
      { title: 'Tables of traffic', publisher: 'Ell Harbour Board', issued: '2031' },
    ],
    [
      'The Ell Ferry: a history, by Ana Orr, Saltmarsh Press, 2031',
      { title: 'The Ell Ferry: a history', authors: 'Ana Orr', publisher: 'Saltmarsh Press', issued: '2031' },
    ],
    ['Ferry documentation: hardware. https://f.example/hardware', { title: 'Ferry documentation: hardware' }],
    ['Link: https://f.example/a', {}],
    ['Interview with the pilot, 2031', { issued: '2031' }],
    ['“Tide tables”, 2031. [Link](https://t.example/)', { title: 'Tide tables', issued: '2031' }],
    [
      'Lind, Hugh (July 1953). [Report on Pier 3](https://r.example/p) (PDF) (Report). Ministry of Ports. [Archived](https://web.archive.org/web/2019/https://r.example/p) (PDF) from the original on 1 January 2019.',
      { title: 'Report on Pier 3', authors: 'Lind, Hugh', publisher: 'Ministry of Ports', issued: '1953-07' },
    ],
    ['"Ferry sold". ellnews.example. Retrieved 3 May 2031.', { title: 'Ferry sold', container: 'ellnews.example' }],
    [
      'L. Sund and K. Obi, “Loggers”, *Water Letters* 14 (2021).',
      { title: 'Loggers', authors: 'L. Sund; K. Obi', container: 'Water Letters', issued: '2021' },
    ],
    [
      'Finn, Roger (1998). *R. Finn and His Piers* (2nd ed.). London: Vale Press.',
      { title: 'R. Finn and His Piers', authors: 'Finn, Roger', publisher: 'Vale Press', issued: '1998' },
    ],
    [
      'Finn, Roger (1998). R. Finn and His Piers (2nd ed.). London: Vale Press.',
      { title: 'R. Finn and His Piers', authors: 'Finn, Roger', publisher: 'Vale Press', issued: '1998' },
    ],
    [
      'Smith, J. 2010. Piers of the Ell. Vale Press.',
      { title: 'Piers of the Ell', authors: 'Smith, J.', publisher: 'Vale Press', issued: '2010' },
    ],
    [
      'Okoro, N. (2024). The turning of ferries. *Journal of Tides*, 12(3), 4–9.',
      { title: 'The turning of ferries', authors: 'Okoro, N.', container: 'Journal of Tides', issued: '2024' },
    ],
    ['Ell Archive, plan of the pier, 1957.', { issued: '1957' }],
  ])('%s', (entry, expected) => expect(parse(entry)).toEqual(expected));

  it.each([
    'Rebuilt in 1953; originally granite.',
    'The list entry was amended on 4 May 1998.',
    'It closed in 1953. The pier had moved in May 1951.',
    'For exceptions, see "Values" section below',
    'Company statement.',
  ])('a note that is only words has no field: %s', (entry) => expect(parse(entry)).toEqual({}));
});
