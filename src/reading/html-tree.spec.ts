import { languageTeller } from './language.js';
import { readHtml } from './html-reader.js';
import { readTree, type HtmlElement } from './html-tree.js';

/** How deep the tree is, and its texts in order. */
function walk(input: string): { readonly depth: number; readonly texts: readonly string[] } {
  const texts: string[] = [];
  let depth = 0;
  const visit = (node: HtmlElement, level: number): void => {
    depth = Math.max(depth, level);
    for (const child of node.children) {
      if (child.type === 'text') texts.push(input.slice(child.start, child.end));
      else visit(child, level + 1);
    }
  };
  visit(readTree(input), 0);
  return { depth, texts };
}

const readPage = (input: string) => readHtml(input, languageTeller(input, 'HTML'));

describe('elements that stand too deep', () => {
  const many = 3_000;

  it.each([
    ['<div>', '</div>'],
    ['<b>', '</b>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<div>', ''],
  ])('are read behind each other: %s', (open, close) => {
    const input = `${open.repeat(many)}x${close.repeat(many)}`;
    expect(walk(input).depth).toBeLessThanOrEqual(512);
    expect(walk(input).texts).toEqual(['x']);
  });

  it('keep their texts in the order of the page', () => {
    const input =
      Array.from({ length: many }, (_, i) => `<div>a${i} `).join('') +
      Array.from({ length: many }, (_, i) => ` b${i}</div>`).join('');
    const { texts } = walk(`${input} end`);
    expect(texts.join('')).toBe(`${input.replace(/<[^>]*>/g, '')} end`);
  });

  it('end where the next one begins, and are counted once', () => {
    const input = `${'<div>ab<br>'.repeat(many)}${'cd</div>'.repeat(many)}`;
    const root = readTree(input);
    expect(root.textLength).toBe(4 * many);
    let deepest = root;
    for (let level = 1; level < 512; level += 1) {
      deepest = deepest.children.find((child) => child.type === 'element' && child.tag === 'div') as HtmlElement;
    }
    const ends = deepest.children.map((child) => [child.start, child.end] as const);
    expect(ends.length).toBeGreaterThan(many);
    for (const [i, [start]] of ends.slice(1).entries()) expect(start).toBeGreaterThanOrEqual(ends[i]![1]);
  });

  it('are paragraphs of their own', () => {
    const { blocks } = readPage(
      `${'<div>'.repeat(many)}<p>The pier stands.</p><p>It rose.</p>${'</div>'.repeat(many)}`,
    );
    expect(blocks.map((block) => block.kind === 'paragraph' && block.content.text)).toEqual([
      'The pier stands.',
      'It rose.',
    ]);
  });

  it('do not change what stands less deep', () => {
    const pier = '<ul><li>The pier stands.<ul><li>It rose.</li></ul></li></ul>';
    const { blocks } = readPage(`${'<div>'.repeat(many)}x${'</div>'.repeat(many)}${pier}`);
    expect(blocks.slice(-2)).toEqual([
      expect.objectContaining({ kind: 'item', depth: 0 }),
      expect.objectContaining({ kind: 'item', depth: 1 }),
    ]);
  });
});
