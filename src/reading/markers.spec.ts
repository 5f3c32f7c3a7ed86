import { findMarkers, withoutMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';

const find = (text: string) => findMarkers(PositionedText.verbatim(text, { start: 0, end: text.length }));
const labels = (text: string) => find(text).map((marker) => marker.items.map((item) => item.label));

describe('findMarkers', () => {
  it.each<[string, string[][]]>([
    ['It rose [4].', [['4']]],
    ['It rose [1, 2].', [['1', '2']]],
    ['It rose [1], [2].', [['1'], ['2']]],
    ['It rose [1–3].', [['1', '2', '3']]],
    ['It rose [2-4; 7].', [['2', '3', '4', '7']]],
    ['It rose [^note].', [['note']]],
    ['It rose [3, 3].', [['3']]],
  ])('%s', (text, expected) => expect(labels(text)).toEqual(expected));

  it.each(['“It [sic] rose”', 'It […] rose', 'It rose in [2031]', '[4](https://example.org)', '[ ]', '[a]'])(
    'no marker: %s',
    (text) => expect(find(text)).toEqual([]),
  );

  it.each([
    ['[0]', 'zero', []],
    ['[1,,2]', 'empty item', ['1', '2']],
    ['[3–1]', 'reversed range', []],
    ['[1–900]', 'range too long', []],
  ])('says what is wrong with %s', (text, problem, named) => {
    const [marker] = find(`It rose ${text}.`);
    expect(marker).toMatchObject({ raw: text, problem });
    expect(marker!.items.map((item) => item.label)).toEqual(named);
  });
});

describe('withoutMarkers', () => {
  it.each([
    ['It rose [4].', 'It rose.'],
    ['It rose.[4]', 'It rose.'],
    ['It rose [1], [2] and fell [3].', 'It rose and fell.'],
    ['It opens at 5 a.m. [2].', 'It opens at 5 a.m.'],
    ['It was announced on [1, 2].', 'It was announced on.'],
  ])('%s', (text, expected) =>
    expect(
      withoutMarkers(
        text,
        find(text).map((m) => m.span),
      ),
    ).toBe(expected),
  );
});
