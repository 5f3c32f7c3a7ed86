import type { Block } from './documents.js';
import { linesOf } from './height.js';
import type { Section } from './sections.js';

const block = (...texts: string[]): Block => ({ cells: texts.map((text) => ({ text })) }) as unknown as Block;
const section = (...blocks: Block[]): Section => ({
  key: '',
  kind: 'block',
  blocks: blocks.map((each) => ({ block: each, claims: [] })),
  claims: [],
});

it.each([
  ['an empty block takes a line', section(block('')), 1],
  ['a text takes as many as fit its characters', section(block('x'.repeat(81))), 3],
  ['each block begins a line', section(block('x'), block('x')), 2],
  ['cells of a row share its width, and the longest makes its height', section(block('x', 'x'.repeat(41))), 3],
  ['however many cells there are, some characters fit in each', section(block(...Array(50).fill('x'.repeat(8)))), 1],
  ['a row without cells takes a line', section(block()), 1],
  [
    'code takes its own lines',
    section({ ...block('a\n\nb'), kind: 'CODE' }, { ...block('x'.repeat(90)), kind: 'CODE' }),
    4,
  ],
])('%s', (_, of, lines) => expect(linesOf(of, 40)).toBe(lines));
