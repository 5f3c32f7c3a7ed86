import { allows, parseRobots } from './robots.js';

const allowed = (text: string, path: string): boolean =>
  allows(parseRobots(text, 'Obelus'), new URL(path, 'https://a.example'));

describe('robots.txt', () => {
  it.each([
    ['', '/', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['user-AGENT : *\r\ndisallow:/a # not this', '/a/b', false],
    ['\uFEFFUser-agent: *\nDisallow: /a', '/a', false],
    ['User-agent: *\nDisallow:', '/a', true],
    ['Disallow: /', '/a', true],
    ['User-agent: *\nDisallow: /a', '/b', true],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
    ['User-agent: *\nDisallow: /a\n\nUser-agent: obelus/2.0\nDisallow: /b', '/a', true],
    ['User-agent: *\nDisallow: /a\n\nUser-agent: obelus/2.0\nDisallow: /b', '/b', false],
    ['User-agent: Obelus\nDisallow: /a\n\nUser-agent: OBELUS\nDisallow: /b', '/a', false],
    ['User-agent: obelusbot\nDisallow: /', '/a', true],
    ['User-agent: x\nSitemap: https://a.example/s\nUser-agent: Obelus\nCrawl-delay: 3\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?c', true],
    ['User-agent: *\nDisallow: /a$', '/ab', true],
    ['User-agent: *\nDisallow: /a*b*c', '/axxcxxbxxc', false],
    ['User-agent: *\nDisallow: /a*bc$', '/abcxbc', false],
    ['User-agent: *\nDisallow: /ab*bc$', '/abc', true],
    ['User-agent: *\nDisallow: *?print=', '/a?b&print=1', true],
    ['User-agent: *\nDisallow: /*print=', '/a?b&print=1', false],
    ['User-agent: *\nDisallow: /ä', '/%c3%a4', false],
    ['User-agent: *\nDisallow: /%61b', '/ab', false],
    ['User-agent: *\nDisallow: /a%2fb', '/a/b', true],
  ])('%j, %s: %s', (text, path, is) => expect(allowed(text, path)).toBe(is));

  it('made to be slow is not', () => {
    const text = `User-agent: *\n${`Disallow: /${'*a'.repeat(60)}*b$\n`.repeat(4_000)}`;
    expect(allowed(text, `/${'a'.repeat(2_000)}`)).toBe(true);
  });
});
