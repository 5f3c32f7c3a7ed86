import { count, share, shownTable, text } from './tables.js';

describe('a table', () => {
  it('is shown as Markdown, with its title and notes', () => {
    const table = {
      title: 'Fruit',
      columns: [text('what'), count('n'), share('ripe')],
      rows: [
        ['apples', 12, { value: 0.5, low: 0.25, high: 0.75 }],
        ['figs', 0, null],
      ],
      notes: ['Counted in one garden.'],
    };
    expect(shownTable(table)).toBe(
      [
        'Fruit',
        '',
        '| what   |   n |                ripe |',
        '| ------ | --: | ------------------: |',
        '| apples |  12 | 0.500 (0.250–0.750) |',
        '| figs   |   0 |                   – |',
        '',
        'Counted in one garden.',
      ].join('\n'),
    );
  });
});
