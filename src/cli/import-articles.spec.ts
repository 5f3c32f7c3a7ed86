import { slugOf } from './import-articles.js';

describe('the slug of a file', () => {
  it.each([
    ['samples/hydrogen-buses.md', 'hydrogen-buses'],
    ['/a/Über die Straße (2).html', 'uber-die-strasse-2'],
    ['a.b.c.md', 'a-b-c'],
  ])('%s → %s', (path, slug) => expect(slugOf(path)).toBe(slug));

  it('has to be given where the name makes none', () => expect(() => slugOf('§§.md')).toThrow('--slug'));
});
