import { readArticle } from './read-article.js';

const P = (n: number) =>
  Array.from({ length: n }, (_, i) => `Tram ${i + 1} runs along the harbour daily.`).join('\n\n');
const high = (text: string) =>
  readArticle(text, { format: 'MARKDOWN' }).claims.flatMap((c) => (c.priority === 'HIGH' ? [c.text.slice(0, 6)] : []));
const lede = (text: string) =>
  readArticle(text, { format: 'MARKDOWN' }).claims.flatMap((c) => (c.lede ? [c.text.slice(0, 6)] : []));

describe('the lede', () => {
  it('is the first three paragraphs before a heading', () =>
    expect(high(`# T\n\n${P(5)}\n\n## Fares\n\nA ride costs £2.`)).toEqual(['Tram 1', 'Tram 2', 'Tram 3']));
  it('is the first two of a text without headings', () => {
    expect(high(`# T\n\n${P(5)}`)).toEqual(['Tram 1', 'Tram 2']);
    expect(high(`# T\n\n${P(5)}\n\n## References\n\n1. Orr`)).toEqual(['Tram 1', 'Tram 2']);
  });
  it('takes in the list before the first heading, and a summary', () => {
    expect(lede(`# T\n\n- Point 1 is that it runs.\n\n## Fares\n\nA ride costs £2.`)).toEqual(['Point ']);
    expect(lede(`# T\n\n## In brief\n\n- Point 1 is that it runs.\n\n## Fares\n\nA ride costs £2.`)).toEqual([
      'Point ',
    ]);
  });
});
