import type { Reference, Source } from '../judging/evidence.js';
import type { DocumentBlock } from './document.js';
import type { LineIndex } from './line-index.js';
import { parseReference } from './parse-reference.js';
import type { PositionedText } from './positioned-text.js';

/** A number that the article lists or cites, while its uses are counted. */
export interface ReferenceEntry {
  readonly label: string;
  readonly text: string | null;
  readonly span: Reference['span'];
  readonly line: number | null;
  readonly source: Source | null;
  markerCount: number;
  citationCount: number;
}

/** The references of one article, found by anchor or by label; those that are cited and not listed are added. */
export class ReferenceList {
  private readonly byLabel = new Map<string, ReferenceEntry>();
  private readonly byAnchor = new Map<string, ReferenceEntry>();
  /** For a label that stands on several entries, the place that the next one gets. */
  private readonly places = new Map<string, number>();

  constructor(private readonly lines: LineIndex) {}

  /** An entry of the list. A second one of the same label is told apart by its place: "4 (2)". */
  list(label: string, anchor: string | null, content: PositionedText, links: readonly string[]): void {
    let unique = label;
    let place = this.places.get(label) ?? 2;
    for (; this.byLabel.has(unique); place++) unique = `${label} (${place})`;
    if (unique !== label) this.places.set(label, place);
    const span = content.toInput(0, content.length);
    const text = content.text.replace(/\s+/g, ' ').trim();
    const source = parseReference(text, links);
    const line = this.lines.lineOf(span.start);
    const entry: ReferenceEntry = { label: unique, text, span, line, source, markerCount: 0, citationCount: 0 };
    this.byLabel.set(unique, entry);
    if (anchor !== null) this.byAnchor.set(anchor, entry);
  }

  get size(): number {
    return this.byLabel.size;
  }

  /** What a marker's item names: the entry that its link points to, else that of its label, else a dangling one. */
  resolve(label: string, anchor: string | null): ReferenceEntry {
    const known = (anchor !== null && this.byAnchor.get(anchor)) || this.byLabel.get(label);
    if (known) return known;
    const entry: ReferenceEntry = {
      label,
      text: null,
      span: null,
      line: null,
      source: null,
      markerCount: 0,
      citationCount: 0,
    };
    this.byLabel.set(label, entry);
    return entry;
  }

  /**
   * All of them in number order. A label that is no number takes its place in the order of first citation or listing
   * among such labels, counted on from the highest real number, so that no two share one.
   */
  numbered(): Reference[] {
    const entries = [...this.byLabel.values()];
    const highest = Math.max(0, ...entries.filter((e) => isNumber(e.label)).map((e) => Number(e.label)));
    let next = highest;
    return entries
      .map((entry): Reference => ({ ...entry, number: isNumber(entry.label) ? Number(entry.label) : ++next }))
      .sort((a, b) => a.number - b.number);
  }
}

const isNumber = (label: string): boolean => /^\d{1,6}$/.test(label);

const LEADING_LABEL = /^\s*(?:\[(\^?[\w-]{1,20})\]:?|(\d{1,4})[.)])\s+/;

/**
 * The label that an entry of a list of references carries, and where its text begins: "[4] …", "4. …", an item's own
 * number, else its place in the list.
 */
export function entryOf(block: DocumentBlock, place: number): { label: string; content: PositionedText } | null {
  if (block.kind !== 'item' && block.kind !== 'paragraph') return null;
  const lead = LEADING_LABEL.exec(block.content.text);
  if (lead) {
    const label = (lead[1] ?? lead[2]!).replace(/^\^/, '');
    return { label, content: block.content.slice(lead[0].length, block.content.length) };
  }
  if (block.kind === 'paragraph') return null;
  return { label: String(block.number ?? place), content: block.content };
}
