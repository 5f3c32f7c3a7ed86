import { findHoles } from './holes.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';

function words(text: string): string[] {
  const markers = findMarkers(PositionedText.verbatim(text, { start: 0, end: text.length })).map((m) => m.span);
  return findHoles(text, markers).map((hole) => hole.word);
}

describe('findHoles', () => {
  it.each<[string, string[]]>([
    ['The ferry was launched on [1, 2].', ['on']],
    ['The minutes from , by the council, are online.', ['from', 'by'].slice(0, 1)],
    ['According to , the line closed.', ['to']],
    ['The charter was signed in [3].', ['in']],
    ['It ran between and 2031.', ['between']],
    ['The bridge was opened in.', ['in']],
    ['It cost $ million.', ['$']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it.each([
    'It is based on [3].',
    'The method is described in [4].',
    'According to [2], the line closed.',
    'They asked what it stands for.',
    'The heating was turned on.',
    'The day on which it was announced in.',
    'Trams run on Sundays [1].',
    'In [5], the authors disagree.',
    'They carry on, day after day.',
  ])('complete: %s', (text) => expect(words(text)).toEqual([]));
});
