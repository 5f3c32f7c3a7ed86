import { readArticle } from './read-article.js';

const LIST =
  '<h2>Sources</h2><ol><li>Harbour Board, yearbook, 2031<li>Office of Statistics, tables, 2030<li>Pell, 1999</ol>';

const claims = (html: string) =>
  readArticle(`<h1>The ferry</h1>${html}`, { format: 'HTML' }).claims.map((claim) => [
    claim.text,
    ...claim.citations.map(({ label }) => label),
  ]);

describe('numbers in superscript that lead nowhere', () => {
  it.each<[string, string[]]>([
    ['It carries 400 people a day.<sup>1</sup>', ['It carries 400 people a day.', '1']],
    ['It was built<sup>1,3</sup> of oak.', ['It was built of oak.', '1', '3']],
    ['It was sold to it <sup>1–3</sup>.', ['It was sold to it.', '1', '2', '3']],
    ['It covers 4 km<sup>2</sup> of the bay.', ['It covers 4 km2 of the bay.']],
    ['It burns 10<sup>3</sup> litres.', ['It burns 103 litres.']],
    ['It was built in 1931<sup>2</sup>.', ['It was built in 1931.', '2']],
    ['It is the oldest of all.² It covers 4 km².', ['It is the oldest of all.', '2']],
    ['It is old¹,³ and leaks.', ['It is old and leaks.', '1', '3']],
    ['It left the harbour<sup>7</sup>.', ['It left the harbour7.']],
  ])('%s', (html, expected) => expect(claims(`<p>${html}</p>${LIST}`)[0]).toEqual(expected));

  it('are no markers without a list', () => {
    expect(claims('<p>It left the harbour<sup>1</sup>.</p>')).toEqual([['It left the harbour1.']]);
  });

  it('are markers in Markdown', () => {
    const { claims: read } = readArticle(
      '# The ferry\n\nIt is old.<sup>2</sup>\n\n## References\n\n1. Board\n2. Tables',
      {
        format: 'MARKDOWN',
      },
    );
    expect(read.map(({ text, citations }) => [text, citations[0]?.label])).toEqual([['It is old.', '2']]);
  });
});
