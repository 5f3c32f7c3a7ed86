import { isWebAddress, slugOfAddress } from './slug.js';

describe('the slug of an address', () => {
  it.each([
    ['https://example.org/2031/04/the-ferry', 'the-ferry'],
    ['https://example.org/2031/04/the-ferry/', 'the-ferry'],
    ['https://example.org/Die%20F%C3%A4hre.html#top', 'die-fahre'],
    ['https://example.org/ferries/index.php', 'ferries'],
    ['https://example.org/article.php?id=7&utm_source=a&fbclid=b', 'article-id-7'],
    ['https://example.org/ferry-1.5', 'ferry-1-5'],
    ['https://example.org/100%', '100'],
    ['https://www.example.org', 'www-example-org'],
    ['https://example.org/?p=12', 'example-org-p-12'],
  ])('%s → %s', (address, slug) => expect(slugOfAddress(address)).toBe(slug));

  it.each(['https://example.org/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC', `https://example.org/${'a'.repeat(201)}`])(
    '%s: has to be given',
    (address) => expect(() => slugOfAddress(address)).toThrow('give --slug'),
  );

  it('what is no address', () => {
    expect(() => slugOfAddress('https://')).toThrow('no address of the web');
    expect(['HTTPS://a.example', 'http.md', 'https:/a'].map(isWebAddress)).toEqual([true, false, false]);
  });
});
