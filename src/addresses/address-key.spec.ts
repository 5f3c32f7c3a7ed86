import { addressKey } from './address-key.js';

describe('the key of an address', () => {
  it.each<[string, string, string]>([
    ['scheme', 'http://quay.example/a', 'quay.example/a'],
    ['case of the host', 'https://Quay.EXAMPLE/A', 'quay.example/A'],
    ['dot of the root', 'https://quay.example./a', 'quay.example/a'],
    ['default port', 'http://quay.example:80/a', 'quay.example/a'],
    ['the other scheme’s port', 'http://quay.example:443/a', 'quay.example/a'],
    ['a port of its own', 'https://quay.example:8443/a', 'quay.example:8443/a'],
    ['user and password', 'https://ada:pw@quay.example/a', 'quay.example/a'],
    ['www', 'https://www.quay.example/a', 'quay.example/a'],
    ['www2', 'https://www2.quay.example/a', 'quay.example/a'],
    ['a host called www', 'https://www.github.io/a', 'www.github.io/a'],
    ['m', 'https://m.quay.example/a', 'quay.example/a'],
    ['m behind the language', 'https://en.m.wikipedia.org/wiki/Quay', 'en.wikipedia.org/wiki/Quay'],
    ['mobile', 'https://mobile.quay.co.uk/a', 'quay.co.uk/a'],
    ['www and m', 'https://www.m.quay.example/a', 'quay.example/a'],
    ['a domain called m', 'https://m.co.uk/a', 'm.co.uk/a'],
    ['a site called mobile', 'https://mobile.wordpress.com/a', 'mobile.wordpress.com/a'],
    ['another host of the domain', 'https://news.quay.example/a', 'news.quay.example/a'],
    ['an IP address', 'http://192.0.2.1/a', '192.0.2.1/a'],
    ['a name in other letters', 'https://hafenstraße.example/a', 'xn--hafenstrae-e4a.example/a'],

    ['amp as host', 'https://amp.quay.example/a', 'quay.example/a'],
    ['amp at the end', 'https://quay.example/a/amp', 'quay.example/a'],
    ['amp at the end, closed', 'https://quay.example/a/amp/', 'quay.example/a'],
    ['amp at the front', 'https://quay.example/amp/a', 'quay.example/a'],
    ['amp as ending', 'https://quay.example/a.amp', 'quay.example/a'],
    ['amp before the ending', 'https://quay.example/a.amp.html', 'quay.example/a.html'],
    ['amp as parameter', 'https://quay.example/a?amp=1', 'quay.example/a'],
    ['amp as parameter alone', 'https://quay.example/a?amp', 'quay.example/a'],
    ['amp as output', 'https://quay.example/a?outputType=amp', 'quay.example/a'],
    ['amp as a value that is none', 'https://quay.example/a?amp=40', 'quay.example/a?amp=40'],
    ['amp in a word', 'https://quay.example/camp', 'quay.example/camp'],
    ['amp alone', 'https://quay.example/amp', 'quay.example/amp'],
    ['AMP’s cache', 'https://www-quay-example.cdn.ampproject.org/c/s/www.quay.example/a/amp', 'quay.example/a'],
    [
      'AMP’s cache, old',
      'https://cdn.ampproject.org/v/quay.example/a?usqp=mq331AQ&amp_js_v=0.1#origin=x',
      'quay.example/a',
    ],
    ['Google’s viewer', 'https://www.google.co.uk/amp/s/amp.quay.example/a', 'quay.example/a'],
    ['Google’s viewer, no https', 'https://google.com/amp/quay.example/a?b=1', 'quay.example/a?b=1'],

    ['campaign', 'https://quay.example/a?utm_source=x&UTM_Medium=y&id=4', 'quay.example/a?id=4'],
    ['clicks', 'https://quay.example/a?fbclid=1&gclid=2&msclkid=3&mc_eid=4&_ga=5', 'quay.example/a'],
    ['a share’s own, there', 'https://youtu.be/Ab3?si=x', 'youtu.be/Ab3'],
    ['a share’s own, elsewhere', 'https://quay.example/a?si=x', 'quay.example/a?si=x'],
    ['order', 'https://quay.example/a?b=2&a=1', 'quay.example/a?a=1&b=2'],
    ['order of values', 'https://quay.example/a?b=2&b=1', 'quay.example/a?b=1&b=2'],
    ['blank query', 'https://quay.example/a?', 'quay.example/a'],
    ['encoding in a query', 'https://quay.example/a?q=x%20y', 'quay.example/a?q=x+y'],

    ['fragment', 'https://quay.example/a#part', 'quay.example/a'],
    ['text fragment', 'https://quay.example/a#:~:text=turned%20back', 'quay.example/a'],
    ['a page in a fragment', 'https://quay.example/#!/ferries/4', 'quay.example#!/ferries/4'],
    ['a route in a fragment', 'https://quay.example/app#/ferries/4/', 'quay.example/app#/ferries/4'],
    ['a page and a text', 'https://quay.example/#!/ferries:~:text=x', 'quay.example#!/ferries'],
    ['no page in a fragment', 'https://quay.example/a#!', 'quay.example/a'],

    ['closing slash', 'https://quay.example/a/', 'quay.example/a'],
    ['several slashes', 'https://quay.example//a//b//', 'quay.example/a/b'],
    ['index', 'https://quay.example/a/index.html', 'quay.example/a'],
    ['the site itself', 'https://quay.example', 'quay.example'],
    ['steps back', 'https://quay.example/a/../b', 'quay.example/b'],
    ['encoding without need', 'https://quay.example/%7Eada/%28a%29', 'quay.example/~ada/(a)'],
    ['encoding in small letters', 'https://quay.example/caf%c3%a9', 'quay.example/caf%C3%A9'],
    ['letters not encoded', 'https://quay.example/café', 'quay.example/caf%C3%A9'],
    ['a slash that is none', 'https://quay.example/a%2fb', 'quay.example/a%2Fb'],
    ['broken encoding', 'https://quay.example/100%', 'quay.example/100%'],

    ['a preprint’s version', 'https://arxiv.org/abs/2101.00001v3', 'arxiv.org/abs/2101.00001'],
    ['a preprint’s pages', 'https://www.arxiv.org/pdf/2101.00001v1.pdf', 'arxiv.org/abs/2101.00001'],
    ['a copy', 'https://web.archive.org/web/20310402093000/http://www.quay.example/a/', 'quay.example/a'],
    ['a copy without its time', 'https://web.archive.org/web/https://quay.example/a', 'quay.example/a'],
    [
      'a copy of a copy',
      'https://archive.ph/2031/https://web.archive.org/web/2030/https://quay.example/a',
      'quay.example/a',
    ],
    [
      'a copy of an AMP page',
      'https://web.archive.org/web/2031/https://www.google.com/amp/s/quay.example/a/amp',
      'quay.example/a',
    ],
    ['a copy that does not say of what', 'https://perma.cc/AB12-CD34', 'perma.cc/AB12-CD34'],
  ])('leaves out, or keeps: %s', (_, address, key) => expect(addressKey(address)).toBe(key));

  it.each(['', 'mailto:ada@quay.example', 'quay.example/a', 'javascript:alert(1)', 'http://', 'https://a b'])(
    'is null for %j',
    (text) => expect(addressKey(text)).toBeNull(),
  );

  it('is its own key', () => {
    const key = addressKey('https://m.quay.example/a/amp?b=2&a=x%20y#!/c/')!;
    expect(addressKey(`https://${key}`)).toBe(key);
  });

  it('takes time by length alone', () => {
    const start = performance.now();
    for (const part of ['/', '%', '/amp', '.a', '#!/', '?a&', '/2031/', 'https://'])
      addressKey(`https://web.archive.org/web/2031/https://quay.example/${part.repeat(200_000)}x`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
