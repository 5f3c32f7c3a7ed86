import { readArticle } from './read-article.js';

const BOARD = 'https://harbour.example/news/reopened';
const TABLES = 'https://stats.example/tables';

const cited = (text: string, format: 'MARKDOWN' | 'HTML' = 'MARKDOWN') => {
  const { claims, references } = readArticle(text, { format });
  return {
    claims: claims.map((claim) => [claim.text, ...claim.citations.map(({ label }) => label)]),
    references: references.map(({ label, source }) => [label, source?.url ?? null]),
  };
};

describe('links that show only a number', () => {
  it.each([
    `The ferry reopened in May [[1]](${BOARD}). It carries 400 people.[[1]](${BOARD})[[2]](${TABLES})`,
    `The ferry reopened in May [1](${BOARD}). It carries 400 people.[1](${BOARD})[2](${TABLES})`,
  ])('are markers in Markdown: %s', (text) => {
    expect(cited(`# The ferry\n\n${text}`)).toEqual({
      claims: [
        ['The ferry reopened in May.', '1'],
        ['It carries 400 people.', '1', '2'],
      ],
      references: [
        ['1', BOARD],
        ['2', TABLES],
      ],
    });
  });

  it('are markers in HTML, in cells as well', () => {
    const page = `<h1>The ferry</h1><p>It reopened in May [<a href="${BOARD}">1</a>].</p><table><tr><th>Part<th>Old<th>New
      <tr><td>Deck<td>Wood<a href="${BOARD}">[1]</a><td>Steel<sup><a href="${TABLES}">2</a></sup></table>`;
    expect(cited(page, 'HTML')).toEqual({
      claims: [
        ['It reopened in May.', '1'],
        ['Wood', '1'],
        ['Steel', '2'],
      ],
      references: [
        ['1', BOARD],
        ['2', TABLES],
      ],
    });
  });

  it('lead to the entry of the list where there is one', () => {
    const text = `# The ferry\n\nIt reopened in May [[1]](${BOARD}).\n\n## References\n\n1. Harbour Board, yearbook, ${TABLES}`;
    expect(cited(text).references).toEqual([['1', TABLES]]);
  });

  it.each([
    ['a word of the sentence', `The board owns [7](${BOARD}) ferries. It sold [3](${TABLES}) of them.`],
    ['one number for two addresses', `It sold ferry [1](${BOARD}). It kept ferry [1](${TABLES}).`],
  ])('are no markers: %s', (_, text) => {
    expect(cited(`# The ferry\n\n${text}`).claims.map(([said]) => said)).toEqual(
      text
        .replace(/\[(\d)\]\([^)]*\)/g, '$1')
        .match(/[^.]+\./g)!
        .map((sentence) => sentence.trim()),
    );
  });
});
