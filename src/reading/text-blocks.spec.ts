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

const CODE = 'if (a[1]) {\n\n\tb &amp;&= 2  ;\n}';

describe('code', () => {
  it.each([
    ['MARKDOWN', `It runs.\n\n\`\`\`js title\n\n${CODE}\n\n\`\`\`\n\nIt stops.`, CODE],
    ['MARKDOWN', `It runs.\r\n\r\n~~~\r\n${CODE.replaceAll('\n', '\r\n')}\r\n~~~\r\nIt stops.`, CODE],
    ['MARKDOWN', 'It runs.\n\n     a = 1\n\n        b\n\nIt stops.', ' a = 1\n\n    b'],
    ['MARKDOWN', 'It runs.\n\n> ```\n> a = [1]\n>\n>   b\n> ```\n\nIt stops.', 'a = [1]\n\n  b'],
    ['MARKDOWN', 'It runs.\n\n<pre>a\n  b</pre>\n\nIt stops.', 'a\n  b'],
    ['HTML', `<p>It runs.<pre>\n<code>${CODE}</code>\n</pre><p>It stops.`, CODE.replace('&amp;', '&')],
    ['HTML', '<p>It runs.<pre><div>a</div><div> <b>b</b></div>c<br><br>d</pre><p>It stops.', 'a\n b\nc\n\nd'],
    ['WIKITEXT', `It runs.\n<syntaxhighlight lang="js">\n${CODE}\n</syntaxhighlight>\nIt stops.`, CODE],
    ['WIKITEXT', 'It runs.\n<pre>a &lt; [[b]]\n  c</pre>\nIt stops.', 'a < [[b]]\n  c'],
    ['WIKITEXT', "It runs.\n a = 1\n   ''b''\nIt stops.", 'a = 1\n  b'],
  ] as const)('of %s stands in its place with its lines, and cites nothing: %j', (format, content, code) => {
    const blocks = textBlocks(content, format, 'T');
    expect(blocks.map(told)).toEqual(['PARAGRAPH It runs.', `CODE ${code}`, 'PARAGRAPH It stops.']);
    const { text, start, end, positions, markers } = blocks[1]!.cells[0]!;
    expect(markers).toEqual([]);
    expect([content[start], content[end - 1]]).toEqual([text[0], text.at(-1)]);
    for (let pair = 0; pair < positions.length; pair += 2) {
      const [from, to] = [text[positions[pair]!]!, content[positions[pair + 1]!]!];
      expect([to, { '&': from, '\r': '\n', '<': '\n', ' ': '\n' }[to]]).toContain(from);
    }
    expect(readArticle(content, { format }).claims.map((claim) => claim.text)).toEqual(['It runs.', 'It stops.']);
  });

  it.each([
    ['MARKDOWN', 'It runs.\n\n```\n  \n```\n'],
    ['HTML', '<p>It runs.</p><pre> \n </pre>'],
    ['WIKITEXT', 'It runs.\n<pre></pre>\n<syntaxhighlight> </syntaxhighlight>'],
  ] as const)('of %s that is empty is not there', (format, content) =>
    expect(textBlocks(content, format, 'T').map(told)).toEqual(['PARAGRAPH It runs.']),
  );
});

describe('what is read with the text, and states nothing', () => {
  it.each([
    [
      'captions',
      'HTML',
      '<h1>T</h1><p>It runs.</p><figure><img src=a.png><figcaption>The pier [1]</figcaption></figure><figure><img src=b.png><figcaption>The ferry</figcaption></figure><p class=byline>By Ada</p>',
      ['PARAGRAPH It runs.', 'PARAGRAPH The pier [1]', 'BESIDE The ferry'],
    ],
    [
      'captions',
      'WIKITEXT',
      'It runs.\n\n[[File:Pier.jpg|thumb|The pier]]\nIt stops.',
      ['PARAGRAPH It runs.', 'BESIDE The pier', 'PARAGRAPH It stops.'],
    ],
    [
      'who is quoted',
      'HTML',
      '<h1>T</h1><blockquote><p>It runs well.</p><p>— Ada Okoro</p></blockquote>',
      ['PARAGRAPH It runs well.', 'BESIDE — Ada Okoro'],
    ],
    [
      'a formula in its own line',
      'HTML',
      '<h1>T</h1><p>It is so:</p><p><img class=tex alt="a[1] = b">.</p>',
      ['PARAGRAPH It is so:', 'FORMULA a[1] = b.'],
    ],
  ] as const)('%s of %s', (_, format, content, expected) =>
    expect(textBlocks(content, format, 'T').map(told)).toEqual(expected),
  );

  it('over the title, it is a part of the page', () => {
    const content = '<figure><figcaption>Above</figcaption></figure><h1>T</h1><p>It runs.</p>';
    expect(textBlocks(content, 'HTML', 'T').map(told)).toEqual(['PARAGRAPH It runs.']);
  });
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
