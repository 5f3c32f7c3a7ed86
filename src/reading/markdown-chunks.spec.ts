import { languageTeller } from './language.js';
import { chunksOf } from './markdown-chunks.js';
import { readMarkdown } from './markdown-reader.js';

const partsOf = (text: string): string[] => chunksOf(text, 0).map(({ start, end }) => text.slice(start, end));

describe('a text of many underlined headings', () => {
  it.each(['Pier\n===\n', 'Pier\n---\n', '===\n===\n'])('is read in parts of few: %j', (heading) => {
    const text = heading.repeat(2_000);
    const parts = partsOf(text);
    expect(parts.join('')).toBe(text);
    expect(parts.filter((part) => part.length > 60 * heading.length)).toEqual([]);
  });

  it('is cut behind an underline alone', () => {
    const text = Array.from({ length: 300 }, (_, i) => `Pier ${i}\n===\nIt stands\nin water ${i}.\n\n`).join('');
    const { blocks } = readMarkdown(text, languageTeller(text, 'MARKDOWN'));
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
