import { ENGLISH } from '../languages/en.js';
import type { NotCheckable } from '../judging/evidence.js';
import { whyNotCheckable } from './checkable.js';

const why = (text: string, marked = false) =>
  whyNotCheckable(text, { block: 'PARAGRAPH', marked, holed: false }, ENGLISH);

describe('whyNotCheckable', () => {
  it.each<[string, NotCheckable]>([
    ['The change could lead to delays.', 'speculation'],
    ['Riders may see shorter trams.', 'speculation'],
    ['Prices might fall.', 'speculation'],
    ['That may sound far off.', 'speculation'],
    ['That is a smart choice.', 'opinion'],
    ['It is, frankly, a bargain.', 'opinion'],
    ['It is a really great tram.', 'opinion'],
    ['Check the doors.', 'instruction'],
    ['— Ana Orr, 1953', 'fragment'],
  ])('%s is %s', (text, expected) => expect(why(text)).toBe(expected));

  it.each([
    'The crack could not have been missed.',
    'They came as soon as they could.',
    'The yard built as many trams as it could.',
    'Trams that may be sold must be clean.',
    'It was the Great Exhibition that brought them.',
    'It is a great success, with 3 million riders.',
  ])('a statement of fact: %s', (text) => expect(why(text)).toBeNull());

  it('takes what is marked for a fact', () => expect(why('It is a great tram.', true)).toBeNull());
});
