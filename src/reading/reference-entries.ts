import type { DocumentBlock, ReferenceBlock } from './document.js';
import type { PositionedText } from './positioned-text.js';

/** An entry of the list of references, its label not yet settled. */
export interface RawEntry {
  readonly kind: 'entry';
  /** The list's number as shown. */
  readonly number: string | null;
  /** What links can point to: its own id first. */
  readonly anchors: readonly string[];
  /** The label that the entry shows itself as a link back into the text. */
  readonly ownLabel: string | null;
  /** One for each stretch of text in it, in order; usually one. */
  readonly parts: PositionedText[];
}

/**
 * Gives each entry of the list of references its label: what the markers that point to it show, else the label in
 * front of its text, else the list's own number. An entry of a bibliography has none.
 */
export function labelEntries(blocks: readonly (DocumentBlock | RawEntry)[]): DocumentBlock[] {
  const shown = new Map<string, string>();
  for (const block of blocks) {
    for (const text of textsOf(block)) {
      for (const item of text.markers.flatMap((m) => m.items)) {
        if (item.anchor !== null && !shown.has(item.anchor)) shown.set(item.anchor, item.label);
      }
    }
  }
  const labelled: DocumentBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'entry') labelled.push(block);
    else if (block.parts[0]) labelled.push(entryBlock(block, block.parts[0], shown));
  }
  return labelled;
}

function entryBlock(entry: RawEntry, text: PositionedText, shown: ReadonlyMap<string, string>): ReferenceBlock {
  const cited = entry.anchors.find((a) => shown.has(a));
  const fromMarkers = cited === undefined ? undefined : shown.get(cited);
  const front = frontLabel(text, fromMarkers ?? entry.ownLabel, entry.number === null);
  const label = fromMarkers ?? entry.ownLabel ?? front.label ?? entry.number;
  const { content } = front;
  return { kind: 'reference', label, anchors: entry.anchors, content, links: content.links };
}

/** "[4] Entry", "4. Entry", "^ Entry": what stands before the entry's own text. */
function frontLabel(
  text: PositionedText,
  known: string | null,
  unnumbered: boolean,
): { label: string | null; content: PositionedText } {
  const arrow = /^[\^↑↩]\s*/u.exec(text.text)?.[0].length ?? 0;
  const match = /^(?:[[(]\s*([^[\]()\s]{1,12}|note \d+)\s*[\])][.:]?|(\d{1,4}|[a-z])[.:)]|(\d{1,4})(?=\s))\s+/iu.exec(
    text.text.slice(arrow),
  );
  const label = match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
  // "[Update] …" or "3 men …" is text, unless the markers say that it is the label.
  const isLabel =
    label !== null &&
    (label === known || (known === null && unnumbered && match?.[3] === undefined && /^\p{L}?\d*$/u.test(label)));
  const cut = arrow + (isLabel ? match![0].length : 0);
  return { label: isLabel ? label : null, content: cut > 0 && cut < text.length ? text.slice(cut, text.length) : text };
}

function textsOf(block: DocumentBlock | RawEntry): readonly PositionedText[] {
  switch (block.kind) {
    case 'entry':
      return block.parts;
    case 'table':
      return [
        ...(block.caption ? [block.caption] : []),
        ...(block.upperHeaders ?? []).flat(),
        ...(block.header ?? []),
        ...block.rows.flat(),
      ];
    case 'definition':
      return [block.term, block.content];
    default:
      return [block.content];
  }
}
