import { readFileSync } from 'node:fs';
import { readArticle } from './read-article.js';
import { textBlocks, type TextBlock } from './text-blocks.js';

const SAMPLE = readFileSync('samples/hydrogen-buses.md', 'utf8');
const told = ({ kind, cells }: TextBlock): string => `${kind} ${cells.map(({ text }) => text).join(' | ')}`;

it('gives the text in order, without title, references and what is no part of it', () => {
  const content = `# A title

First [1].

1. One
2. Two
   - Inner

| Name | Value |
| --- | --- |
| Price | |

> Quoted.

## References

1. A source.
`;
  const blocks = textBlocks(content, 'MARKDOWN', 'A title');
  expect(blocks.map(told)).toEqual([
    'PARAGRAPH First [1].',
    'ITEM One',
    'ITEM Two',
    'ITEM Inner',
    'HEADER_ROW Name | Value',
    'ROW Price | ',
    'PARAGRAPH Quoted.',
  ]);
  const [paragraph, one, two, inner, header, row, quoted] = blocks;
  expect(paragraph!.cells[0]!.markers).toEqual([{ start: 6, end: 9, labels: ['1'] }]);
  expect([one, two].map((each) => each!.number)).toEqual([1, 2]);
  expect(inner).toMatchObject({ number: null, level: 1 });
  expect(header!.group).toBe(row!.group);
  expect(header!.group).not.toBe(one!.group);
  expect(row!.labels).toBe(1);
  expect(quoted!.quoted).toBe(true);
});

it('shows code, which holds no claims', () => {
  const blocks = textBlocks('<h1>T</h1><p>It runs.</p><pre><code>x = 1</code></pre>', 'HTML', 'T');
  expect(blocks.map(told)).toEqual(['PARAGRAPH It runs.', 'CODE x = 1']);
});

it.each([
  ['MARKDOWN', SAMPLE],
  ['HTML', '<h1>T</h1><p>Ada &amp; <b>Bo</b> said  so.</p><table><tr><td rowspan=2>A<td>B<tr><td>C</table>'],
] as const)('says of each character of %s where in the input it stands', (format, content) => {
  for (const { cells } of textBlocks(content, format, 'T')) {
    for (const { text, start, end, positions } of cells) {
      for (let pair = 0; pair < positions.length; pair += 2) {
        const [at, input] = [positions[pair]!, positions[pair + 1]!];
        expect(input).toBeGreaterThanOrEqual(start);
        const length = (positions[pair + 2] ?? text.length) - at;
        // The first of them can stand for an entity.
        if (length > 1)
          expect(content.slice(input + 1, input + length).replace(/\s/g, ' ')).toBe(text.slice(at + 1, at + length));
        expect(input + length).toBeLessThanOrEqual(end + 1);
      }
    }
  }
});

it('has a place for every claim', () => {
  const blocks = textBlocks(SAMPLE, 'MARKDOWN', "Port Calder's Hydrogen Buses: What the City Bought");
  const cells = blocks.flatMap((block) => block.cells);
  const homeless = readArticle(SAMPLE, { format: 'MARKDOWN' }).claims.filter(
    ({ span }) => !cells.some(({ start, end }) => span.start <= end && start <= span.end),
  );
  expect(homeless).toEqual([]);
});

it('a cell over several rows is told once as itself, then as one that repeats', () => {
  const html = '<table><tr><th>X<th>Y<th>Z<tr><td rowspan=2>A<td>B<td>C<tr><td colspan=2>D</table>';
  const rows = textBlocks(html, 'HTML', 'T').filter(({ kind }) => kind === 'ROW');
  expect(rows.map(({ cells }) => cells.map(({ text, columns, repeats }) => [text, columns, repeats]))).toEqual([
    [
      ['A', 1, false],
      ['B', 1, false],
      ['C', 1, false],
    ],
    [
      ['A', 1, true],
      ['D', 2, false],
    ],
  ]);
});
