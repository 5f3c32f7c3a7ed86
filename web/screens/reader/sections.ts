import type { Block, Claim } from './documents.js';

/** What is laid out as one: a heading, a paragraph, a list, a table. With the claims that begin in it. */
export interface Section {
  readonly key: string;
  readonly kind: 'block' | 'list' | 'table' | 'definitions';
  readonly blocks: readonly PlacedBlock[];
  readonly claims: readonly Claim[];
}

export interface PlacedBlock {
  readonly block: Block;
  /** Those that touch it. */
  readonly claims: readonly Claim[];
}

const KINDS: Readonly<Record<Block['kind'], Section['kind']>> = {
  HEADING: 'block',
  PARAGRAPH: 'block',
  CODE: 'block',
  FORMULA: 'block',
  BESIDE: 'block',
  ITEM: 'list',
  TERM: 'definitions',
  DEFINITION: 'definitions',
  CAPTION: 'table',
  HEADER_ROW: 'table',
  ROW: 'table',
};

/**
 * Lays claims over blocks, and joins what belongs together.
 *
 * @param blocks in reading order
 * @param claims in any order; one whose place is not known is in none
 */
export function sectionsOf(blocks: readonly Block[], claims: readonly Claim[]): Section[] {
  const ordered = claims
    .filter(({ selector }) => selector.start != null && selector.end != null)
    .toSorted((a, b) => a.selector.start! - b.selector.start!);
  const sections: { key: string; kind: Section['kind']; group: number | null; blocks: PlacedBlock[] }[] = [];
  let next = 0;
  for (const block of blocks) {
    const start = Math.min(...block.cells.map((cell) => cell.start));
    const end = Math.max(...block.cells.map((cell) => cell.end));
    while (next < ordered.length && ordered[next]!.selector.end! < start) next += 1;
    const touching: Claim[] = [];
    for (let i = next; i < ordered.length && ordered[i]!.selector.start! < Math.max(end, start + 1); i += 1) {
      if (ordered[i]!.selector.end! > start || start === end) touching.push(ordered[i]!);
    }
    const kind = KINDS[block.kind];
    const last = sections.at(-1);
    const joins = last?.kind === kind && kind !== 'block' && (kind === 'definitions' || last.group === block.group);
    if (joins) last.blocks.push({ block, claims: touching });
    else
      sections.push({ key: `${start} ${block.kind}`, kind, group: block.group, blocks: [{ block, claims: touching }] });
  }
  const seen = new Set<string>();
  return sections.map(({ key, kind, blocks: own }) => {
    const first = own.flatMap((each) => each.claims).filter(({ id }) => !seen.has(id) && seen.add(id));
    return known({ key, kind, blocks: own, claims: first });
  });
}

/** The last section that began with a block. */
const LAST = new WeakMap<Block, Section>();

/**
 * The section as it was before, where nothing of it is another: what is on the page of it is then left as it is, while
 * more of an article comes in, or one of its claims changes.
 */
function known(section: Section): Section {
  const { block } = section.blocks[0]!;
  const last = LAST.get(block);
  const isSame =
    last?.key === section.key &&
    areSame(last.claims, section.claims) &&
    last.blocks.length === section.blocks.length &&
    last.blocks.every((each, i) => {
      const other = section.blocks[i]!;
      return each.block === other.block && areSame(each.claims, other.claims);
    });
  if (isSame) return last;
  LAST.set(block, section);
  return section;
}

const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((each, i) => each === others[i]);
