import { columnsOf, counted, shorten, wrap } from './layout.js';

describe('columns', () => {
  it.each([
    ['tram', 4],
    ['трамвай', 7],
    ['e\u0301', 1],
    ['東京', 4],
    ['🚋', 2],
  ])('%s takes %d', (text, columns) => expect(columnsOf(text)).toBe(columns));
});

describe('shortening', () => {
  it('leaves what fits', () => expect(shorten('tram', 4)).toBe('tram'));
  it('cuts what does not', () => expect(shorten('tramway', 5)).toBe('tram…'));
  it('leaves no space before the ellipsis', () => expect(shorten('a tram', 3)).toBe('a…'));
  it('never cuts a character in two', () => {
    expect(shorten('🚋🚋🚋', 4)).toBe('🚋…');
    expect(shorten('e\u0301'.repeat(5), 3)).toBe('e\u0301e\u0301…');
  });
});

describe('wrapping', () => {
  it('breaks between words', () => expect(wrap('one two three', 7)).toEqual(['one two', 'three']));
  it('leaves a long word whole', () =>
    expect(wrap('a https://tram.example b', 6)).toEqual(['a', 'https://tram.example', 'b']));
});

it('counts', () => expect([counted(1, 'claim'), counted(1200, 'claim')]).toEqual(['1 claim', '1,200 claims']));
