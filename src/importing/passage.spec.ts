import { textBlocks } from '../reading/text-blocks.js';
import { passageOf } from './passage.js';

const TEXT = `It runs. It is new.

| Span | Length |
| --- | --- |
| North | 40 m |
| South | |

It stops.

| Pier | Depth |
| --- | --- |
| East | 9 m |
`;
const BLOCKS = textBlocks(TEXT, 'MARKDOWN', 'T');
const passage = (start: number, end: number): string[] =>
  passageOf(BLOCKS, { start, end }).map(({ cells }) => cells.map(({ text }) => text).join(' | '));
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

it.each([
  ['a sentence stands in its paragraph', at('It is new.'), ['It runs. It is new.']],
  ['a value in its row, under the heads of its table', at('9 m'), ['Pier | Depth', 'East | 9 m']],
  ['a label and its value in one row', at('North | 40 m'), ['Span | Length', 'North | 40 m']],
  ['the heads themselves need no others', at('Span | Length'), ['Span | Length']],
  [
    'what is over several blocks, in all of them',
    [0, TEXT.indexOf('It stops') + 3],
    expect.arrayContaining(['It stops.']),
  ],
  ['nothing stands behind the end', [TEXT.length + 5, TEXT.length + 9], []],
] as const)('%s', (_, [start, end], expected) => expect(passage(start, end)).toEqual(expected));

it('a blank value is a place, and stands in its row', () => {
  const blank = BLOCKS.flatMap(({ cells }) => cells).find(({ text }) => text === '')!;
  expect(passage(blank.start, blank.end)).toEqual(['Span | Length', 'South | ']);
});
