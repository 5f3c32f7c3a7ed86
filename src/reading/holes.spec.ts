import { ENGLISH } from '../languages/en.js';
import { findHoles } from './holes.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';

function words(text: string): string[] {
  const markers = findMarkers(PositionedText.verbatim(text, { start: 0, end: text.length })).map((m) => m.span);
  return findHoles(text, markers, ENGLISH).map((hole) => hole.word);
}

describe('findHoles', () => {
  it.each<[string, string[]]>([
    ['The ferry was launched on [1, 2].', ['on']],
    ['The minutes from , by the council, are online.', ['from', 'by'].slice(0, 1)],
    ['According to , the line closed.', ['to']],
    ['The charter was signed in [3].', ['in']],
    ['The charter was published on [3].', ['on']],
    ['It ran between and 2031.', ['between']],
    ['The bridge was opened in.', ['in']],
    ['It cost $ million.', ['$']],
    ['The second line is due in [3].', ['in']],
    ['The charter was drafted by and reviewed at two schools [3].', ['by']],
    ['The sale was opened by and runs until May.', ['by']],
    ['Read the text as published by on before you sign.', ['by']],
    ['The plan was published by in 2031.', ['by']],
    ['The fee is per year, due in January [2].', ['per']],
    ['The night tram costs per hour, according to [6].', ['per']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it.each([
    'It is based on [3].',
    'The method is described in [4].',
    'The charter was published in [4].',
    'According to [2], the line closed.',
    'They asked what it stands for.',
    'The heating was turned on.',
    'The day on which it was announced in.',
    'Trams run on Sundays [1].',
    'In [5], the authors disagree.',
    'They carry on, day after day.',
    'They logged in and left.',
    'They carried on and won.',
    'The law passed by and large.',
    'He was passed by in silence.',
    'The delay is due to [3].',
    'It was written by and for riders.',
    'It is owned by and based at the university.',
    'It is owned by and named after the city.',
    'It was directed by and stars Ana Orr.',
    'Fares were raised by at least 4%.',
    'It was built by in-house staff.',
    'The fee is per year, not per month.',
    'The fee is £2 per year.',
    'It cut costs per hour.',
    'The operating costs per hour, in pounds.',
  ])('complete: %s', (text) => expect(words(text)).toEqual([]));
});
