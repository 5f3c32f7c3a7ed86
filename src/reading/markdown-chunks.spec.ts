import { languageTeller } from './language.js';
import { chunksOf } from './markdown-chunks.js';
import { readMarkdown } from './markdown-reader.js';

const partsOf = (text: string): string[] => chunksOf(text, 0).map(({ start, end }) => text.slice(start, end));

const readBlocks = (input: string) => readMarkdown(input, languageTeller(input, 'MARKDOWN'));

describe('a text of many underlined headings', () => {
  it.each(['Pier\n===\n', 'Pier\n---\n', '===\n===\n'])('is read in parts of few: %j', (heading) => {
    const text = heading.repeat(2_000);
    const parts = partsOf(text);
    expect(parts.join('')).toBe(text);
    expect(parts.filter((part) => part.length > 60 * heading.length)).toEqual([]);
  });

  it('is cut behind an underline alone', () => {
    const text = Array.from({ length: 300 }, (_, i) => `Pier ${i}\n===\nIt stands\nin water ${i}.\n\n`).join('');
    const { blocks } = readBlocks(text);
    expect(blocks.map(({ kind }) => kind)).toEqual(Array.from({ length: 300 }, () => ['heading', 'paragraph']).flat());
  });

  it('is not cut within a list, code or HTML', () => {
    for (const [before, after] of [
      ['- a\n', ''],
      ['```\n', '```\n'],
      ['<!--\n', '-->\n'],
    ] as const) {
      expect(partsOf(`${before}${'b\n---\n'.repeat(100)}${after}`)).toHaveLength(1);
    }
  });
});

/** The lengths of the parts that are not blank, in lines. */
const linesOf = (text: string): number[] =>
  partsOf(text)
    .filter((part) => /\S/.test(part))
    .map((part) => part.split('\n').length - 1);

describe('a text that goes on without its signs', () => {
  it.each([
    ['> a\n', 'b\n'],
    ['- a\n', 'b\n'],
    ['1. a\n', ' b\n'],
    ['- > a\n', 'b\n'],
    ['> - a\n', 'b\n'],
    ['> - a\n', '> b\n'],
    ['>> a\n', '> b\n'],
  ])('is read in parts of few: %j, %j', (opening, line) => {
    const text = opening + line.repeat(3_000);
    const parts = partsOf(text);
    expect(parts.join('')).toBe(text);
    expect(parts[0]!.split('\n').length).toBeLessThan(210);
  });

  it.each(['> b\n', '- b\n', '- b\n  c\n', '> - b\n>   c\n', '> b\n\nc\n', '# b\nc\n'])(
    'is not cut where it has them, or none are asked for: %j',
    (lines) => expect(partsOf(`- a\n\n${lines.repeat(400)}`)).toHaveLength(1),
  );

  it('is not cut when it is short, and goes on after the cut', () => {
    const lines = Array.from({ length: 150 }, (_, i) => `The pier ${i} stands.\n`).join('');
    const quoted = readBlocks(`> ${lines}`).blocks;
    expect(quoted.map(({ kind }) => kind)).toEqual(['paragraph']);
    const [first, second, ...more] = readBlocks(`> ${lines}${lines}`).blocks;
    expect(more).toEqual([]);
    expect(first).toMatchObject({ kind: 'paragraph', quoted: true });
    expect(second).toMatchObject({ kind: 'paragraph', quoted: false });
  });
});

describe('code that its quote or item ends', () => {
  it.each(['> ```\n', '- ```\n', '> - ~~~\n', '1. ```\n'])('does not keep the rest in one part: %j', (fence) => {
    expect(partsOf(fence + 'The pier stands.\n\n'.repeat(4_000)).length).toBeGreaterThan(5);
    expect(linesOf(`${fence}> a\n${'b\n'.repeat(5_000)}`)[0]).toBeLessThan(210);
  });
});

describe('blank lines', () => {
  it.each(['\n', ' \n', '\r\n'])('are no part that is read: %j', (line) => {
    const text = `The pier stands.\n${line.repeat(20_000)}It rose.\n${line.repeat(20_000)}`;
    expect(partsOf(text).join('')).toBe(text);
    expect(Math.max(...linesOf(text))).toBeLessThan(210);
    const { blocks } = readBlocks(text);
    expect(blocks.map((block) => block.kind === 'paragraph' && block.content.text)).toEqual([
      'The pier stands.',
      'It rose.',
    ]);
  });

  it('are part of the code that they stand in', () => {
    const text = `\`\`\`\na\n${'\n'.repeat(500)}b\n\`\`\`\n`;
    expect(partsOf(text)).toEqual([text]);
  });
});
