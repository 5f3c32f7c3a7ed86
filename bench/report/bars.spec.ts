import { withBars } from './bars.js';

const section = {
  id: 'ferries',
  title: 'Ferries',
  about: '',
  columns: ['ferry', 'connections', 'requests/s'],
  rows: [
    ['Orsa', '1', '1,056'],
    ['Mora', '1', '0.5'],
    ['Orsa', '10', '–'],
    ['Mora', '10', '7'],
    ['by the way', '–', '3'],
  ],
  comparisons: [],
  limits: [],
  notes: [],
};

it('is a bar for each name in each group, without what is no number or of no group', () => {
  const { chart, rows } = withBars(section, { title: 'Requests a second', value: 'requests/s', groups: 'connections' });
  expect(rows).toBe(section.rows);
  expect(chart).toEqual({
    kind: 'bars',
    title: 'Requests a second',
    along: ['1', '10'],
    alongTitle: 'connections',
    series: [
      { name: 'Orsa', values: [1056, null] },
      { name: 'Mora', values: [0.5, 7] },
    ],
  });
});

it('is one group where nothing tells groups apart', () => {
  const { chart } = withBars(
    { ...section, rows: [['Orsa', '1', '2']] },
    { title: 'Requests a second', value: 'requests/s' },
  );
  expect(chart).toMatchObject({ along: [''], alongTitle: '', series: [{ name: 'Orsa', values: [2] }] });
});

it('needs the columns that it is of', () =>
  expect(() => withBars(section, { title: 'Passengers', value: 'passengers' })).toThrow(
    'the table of ferries has no column passengers',
  ));
