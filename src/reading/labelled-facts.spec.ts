import { labelledFacts } from './labelled-facts.js';

function cells(text: string): string[][] | null {
  let start = 0;
  const run = text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
  return labelledFacts(run)?.rows.map((row) => row.map((c) => text.slice(c.start, c.end).trim())) ?? null;
}

describe('labelledFacts', () => {
  it('parts labels from values, blank ones too', () =>
    expect(cells('Opened: 4 May 2031 [2]\nArchitect:\nCost: Not yet known')).toEqual([
      ['Opened', '4 May 2031 [2]'],
      ['Architect', ''],
      ['Cost', 'Not yet known'],
    ]));

  it.each([
    'Category: Piers\nTopic: Ferries\nPlace: Hull',
    'Opened: 4 May 2031 [2]\nCost: £2 [3]',
    'Risk: Fares rose [1]\nRisk: Trams stop [2]\nRisk: Rain [3]',
    'Riders: They pay twice [1].\nOwners: They pay once.\nCity: It pays all.',
    'Opened: 4 May 2031 [2]\nIt is the longest pier\nCost: £2',
  ])('no facts: %j', (text) => expect(cells(text)).toBeNull());
});
