import { EntryReader, sourcesIn } from './source-cell.js';

const said = (cell: string) => sourcesIn(cell).map(({ label, entry }) => (label === null ? entry : [label, entry]));

describe('the sources of a cell', () => {
  it.each([
    ['', []],
    ['-', []],
    ['n/a', []],
    ['https://a.example/x', ['https://a.example/x']],
    ['https://a.example/x https://b.example/y', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/x;https://b.example/y', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/x, 10.1000/182', ['https://a.example/x', '10.1000/182']],
    ['doi: 10.1000/182 ; doi: 10.1000/183', ['doi:10.1000/182', 'doi:10.1000/183']],
    ['https://a.example/x;v=1', ['https://a.example/x;v=1']],
    ['Okoro 2024; Lund 2025', ['Okoro 2024', 'Lund 2025']],
    ['Okoro 2024 | Lund 2025', ['Okoro 2024', 'Lund 2025']],
    ['Okoro, A.; Lund, P. Trams. 2031. https://a.example', ['Okoro, A.; Lund, P. Trams. 2031. https://a.example']],
    [
      'Okoro, Trams. https://a.example; Lund, Ferries. doi:10.1000/182',
      ['Okoro, Trams. https://a.example', 'Lund, Ferries. doi:10.1000/182'],
    ],
    ['Okoro 2024\nLund 2025; a report', ['Okoro 2024', 'Lund 2025', 'a report']],
    [
      '1, 3',
      [
        ['1', null],
        ['3', null],
      ],
    ],
    [
      '[2][4]',
      [
        ['2', null],
        ['4', null],
      ],
    ],
    [
      '[1] Okoro 2024 [2] Lund 2025',
      [
        ['1', 'Okoro 2024'],
        ['2', 'Lund 2025'],
      ],
    ],
    ['[note] Okoro 2024', [['note', 'Okoro 2024']]],
  ])('%j', (cell, sources) => expect(said(cell)).toEqual(sources));

  it('are as an export of claims writes them', () => {
    const cell = [
      '[1] SUPPORTS, PROPOSED: Crossings; and more https://a.example/x',
      '[2] REFUTES, ACCEPTED: Accidents 10.1000/182',
      '[3] SUPPORTS, REJECTED: https://b.example',
      '[a] SUPPORTS, PROPOSED: leads nowhere',
      '[4] SUPPORTS, ACCEPTED: Yard bills',
    ].join('\n');
    expect(sourcesIn(cell)).toEqual([
      { label: '1', entry: '“Crossings; and more”. https://a.example/x', isCited: true },
      { label: '2', entry: '“Accidents”. doi:10.1000/182', isCited: false },
      { label: '3', entry: 'https://b.example', isCited: false },
      { label: 'a', entry: null, isCited: true },
      { label: '4', entry: '“Yard bills”', isCited: true },
    ]);
  });

  it.each([
    ['numbers', '1'.repeat(50_000) + 'x'],
    ['numbers in brackets', '[1'.repeat(50_000)],
    ['DOIs', `${'10.1000/'.repeat(20_000)} x`],
    ['addresses', `${'https://'.repeat(20_000)} x`],
    ['semicolons', ';'.repeat(100_000)],
    ['labels', '[1] '.repeat(50_000)],
  ])('that look like %s and are none take no longer', (_, cell) => {
    expect(sourcesIn(cell).length).toBeLessThanOrEqual(50_000);
  });

  it('take no longer than their length', () => {
    const cell = `${'[1] a; '.repeat(20_000)}${'https://a.example '.repeat(20_000)}`;
    expect(sourcesIn(cell).length).toBeGreaterThan(1000);
  });
});

it.each([
  ['https://a.example', true],
  ['Okoro, “Trams”, 2031', true],
  ['see above', false],
  ['Okoro', false],
])('%j can be found: %s', (entry, identified) => expect(new EntryReader().read(entry).isIdentified).toBe(identified));
