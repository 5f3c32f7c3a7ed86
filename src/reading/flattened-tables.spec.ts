import { ENGLISH } from '../languages/en.js';
import { type Line, phrasesOf } from './flattened-phrases.js';
import { flattenedTable } from './flattened-tables.js';

/** The table that a text is read as, its cells as texts; other lines, without a table, may name what it names. */
function tableOf(text: string, prose = ''): { header: string[]; rows: string[][] } | null {
  const lines: Line[] = [];
  for (const line of text.trim().split('\n')) {
    const last = lines.at(-1);
    lines.push({ text: line.trim(), start: last ? last.start + last.text.length + 1 : 0 });
  }
  const input = lines.map((line) => line.text).join('\n');
  const table = flattenedTable(lines, phrasesOf(`${input}\n${prose}`, ENGLISH));
  const cut = ({ start, end }: { start: number; end: number }) => input.slice(start, end);
  return table && { header: table.header.map(cut), rows: table.rows.map((row) => row.map(cut)) };
}

const rows = (text: string, prose?: string) => tableOf(text, prose)?.rows;

describe('a flattened table', () => {
  it('of facts has a label and a value in each row, or nothing', () => {
    expect(
      rows(`Item Information
            Operator Corvane Transit [2]
            Available in Norway and Denmark
            Launch date 3 March 2031 [1]
            Fee NOK 149 [2]
            Prices $12 a week; $40 a month [2]
            Register reference
            Booking opens TBD
            Bicycles No`),
    ).toEqual([
      ['Operator', 'Corvane Transit [2]'],
      ['Available in', 'Norway and Denmark'],
      ['Launch date', '3 March 2031 [1]'],
      ['Fee', 'NOK 149 [2]'],
      ['Prices', '$12 a week; $40 a month [2]'],
      ['Register reference', ''],
      ['Booking opens', 'TBD'],
      ['Bicycles', 'No'],
    ]);
  });

  it('is cut where stops, markers, answers, sums and dates part the cells, and the rows agree on how many', () => {
    expect(
      rows(`Feature Sound Ferry Bridge Tunnel
            Toll $6 per car [1] $4 per car $3 per car
            Open at night No No Yes, with a pilot [2]
            Bicycles Yes Yes By request only
            Opening 2 May 1931 [1] Unknown 22 January 2004 [3]
            Owner Harbour Board. The county owns it. Not disclosed.`),
    ).toEqual([
      ['Toll', '$6 per car [1]', '$4 per car', '$3 per car'],
      ['Open at night', 'No', 'No', 'Yes, with a pilot [2]'],
      ['Bicycles', 'Yes', 'Yes', 'By request only'],
      ['Opening', '2 May 1931 [1]', 'Unknown', '22 January 2004 [3]'],
      ['Owner', 'Harbour Board.', 'The county owns it.', 'Not disclosed.'],
    ]);
  });

  it('keeps a cell of two sentences, a dash for nothing, and a name that other lines use', () => {
    expect(
      rows(
        `Aspect Old Line New Line
         Trains Four a day [1]. Twelve a day. Two run at night [2].
         Dining car — Yes [2]
         Works in North Hall 2 June 2031 [1] 9 July 2031 [2]
         Terminus Marlow Cross [1]. Marlow Cross and Dock End [2].`,
        'The trains leave North Hall at six.\nNorth Hall is old.\nFrom Marlow Cross it is a mile.',
      ),
    ).toEqual([
      ['Trains', 'Four a day [1].', 'Twelve a day. Two run at night [2].'],
      ['Dining car', '—', 'Yes [2]'],
      ['Works in North Hall', '2 June 2031 [1]', '9 July 2031 [2]'],
      ['Terminus', 'Marlow Cross [1].', 'Marlow Cross and Dock End [2].'],
    ]);
  });

  it.each([
    [
      'two names that other lines use',
      'Feature Orrin Six QuillBase Pellworth Nine Max',
      'We tried Orrin Six.\nPellworth Nine Max is dear.',
      ['Feature', 'Orrin Six', 'QuillBase', 'Pellworth Nine Max'],
    ],
    [
      'names that end alike',
      'Feature Ebbline Wise Desk Open Desk',
      '',
      ['Feature', 'Ebbline', 'Wise Desk', 'Open Desk'],
    ],
    [
      'countries',
      'Feature United Kingdom Norway New Zealand',
      '',
      ['Feature', 'United Kingdom', 'Norway', 'New Zealand'],
    ],
    [
      'names with brackets',
      'Feature Ebb (2029) Flow Base (2031) Tide',
      '',
      ['Feature', 'Ebb (2029)', 'Flow Base (2031)', 'Tide'],
    ],
  ])('has a heading row of %s', (_what, heading, prose, header) => {
    const table = tableOf(`${heading}\nSeats 12 [1] 14 [1] 16 [2]\nFast Yes No Yes`, prose);
    expect(table?.header).toEqual(header);
  });

  it('has a heading row that ends in an abbreviation', () => {
    expect(
      tableOf('Assertion Proof Ref.\nThe tram is new. The deed says so. [1]\nIt is red. Seen in May. [2]'),
    ).toEqual({
      header: ['Assertion', 'Proof', 'Ref.'],
      rows: [
        ['The tram is new.', 'The deed says so.', '[1]'],
        ['It is red.', 'Seen in May.', '[2]'],
      ],
    });
  });

  it('has columns of evidence under headings of several words, with no stop between the cells', () => {
    expect(
      tableOf(
        'Finding What the source says Study\nThe tram is new Listed among the cars of 2031 [2] [2]\n' +
          'The fare is $2 under Part 3 Section 4 of the tariff [1] [1]\nIt is red. The report says so [3]. [3]',
      ),
    ).toEqual({
      header: ['Finding', 'What the source says', 'Study'],
      rows: [
        ['The tram is new', 'Listed among the cars of 2031 [2]', '[2]'],
        ['The fare is $2 under Part 3', 'Section 4 of the tariff [1]', '[1]'],
        ['It is red.', 'The report says so [3].', '[3]'],
      ],
    });
  });

  it.each([
    [
      'prose under a heading',
      'Who Should Care\nBuilders should care about it. They can build more.\nEnd users get more. They see it soon.',
    ],
    ['lines of a list of names', 'Museums Archives Libraries\nSign in\nSearch'],
  ])('is not made of %s', (_what, text) => {
    expect(tableOf(text)).toBeNull();
  });

  it('costs what it is long', () => {
    const line = `Toll ${'$6 per Car [1] Yes No 4 May '.repeat(400)}`;
    const many = `Feature Old New\n${'Toll $6 [1] $7 [2]\n'.repeat(3000)}`;
    expect(tableOf(`Feature Old New\n${line}`)).toBeNull();
    expect(rows(many)).toHaveLength(3000);
  });

  it.each<[string, string, number]>([
    ['a line of dates', `Day Place\n${'4 May 2031, '.repeat(200_000)}`, 0],
    ['dotted words', `Toll Price\n${`Car a${'.'.repeat(50_000)}a $6\n`.repeat(10)}`, 10],
  ])('does not take longer than in proportion for %s', (_what, text, least) => {
    const started = process.cpuUsage();
    expect(tableOf(text)?.rows.length ?? 0).toBeGreaterThanOrEqual(least);
    const { user } = process.cpuUsage(started);
    // It took minutes of the processor, and takes a second.
    expect(user / 1e6).toBeLessThan(20);
  });
});
