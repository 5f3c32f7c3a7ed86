import { paragraphOf } from './paragraph.js';

const cell = (text: string, start: number, more: { positions?: number[]; end?: number; repeats?: boolean } = {}) => ({
  text,
  start,
  end: start + text.length,
  positions: [0, start],
  repeats: false,
  ...more,
});

const blocks = [
  { cells: [cell('Buses', 2)] },
  { cells: [cell('Forty run. They are new. So they say.', 10)] },
  { cells: [cell('Filling time', 60), cell('Six minutes.', 75), cell('Nine minutes.', 90)] },
];

it('a claim stands among the sentences of its paragraph', () => {
  expect(paragraphOf(blocks, 21, 34)).toEqual({
    before: 'Forty run. ',
    claim: 'They are new.',
    after: ' So they say.',
  });
});

it('of a row, its cells are the words around it', () => {
  expect(paragraphOf(blocks, 75, 87)).toEqual({
    before: 'Filling time · ',
    claim: 'Six minutes.',
    after: ' · Nine minutes.',
  });
});

it('a claim that is a label and its value is shown at its value', () => {
  expect(paragraphOf([{ cells: [cell('Range', 0), cell('380 km', 8)] }], 0, 14)?.claim).toBe('380 km');
});

it('a blank value is nothing, between what is there', () => {
  const row = { cells: [cell('Release date', 0), cell('', 15)] };
  expect(paragraphOf([row], 15, 15)).toEqual({ before: 'Release date · ', claim: '', after: '' });
});

it('what the text leaves out of the revision shifts the places behind it', () => {
  // The revision reads "It is **new**. It runs."
  const shifted = cell('It is new. It runs.', 0, { end: 23, positions: [0, 0, 6, 8, 9, 13] });
  expect(paragraphOf([{ cells: [shifted] }], 15, 23)).toEqual({ before: 'It is new. ', claim: 'It runs.', after: '' });
  expect(paragraphOf([{ cells: [shifted] }], 0, 14)?.claim).toBe('It is new.');
  // A place within what is left out is the next that there is.
  expect(paragraphOf([{ cells: [shifted] }], 7, 13)?.claim).toBe('new');
});

it('a cell that a row above has told is not told again', () => {
  const rows = [{ cells: [cell('North', 0, { repeats: true }), cell('South', 10)] }];
  expect(paragraphOf(rows, 0, 5)).toBeNull();
});

it('a claim that is in none of them is not found in another', () => expect(paragraphOf(blocks, 200, 210)).toBeNull());
