import type { EditorTag, Reference, Source } from '../judging/evidence.js';
import { completed, withAccess, type DescribedWork } from './described-work.js';
import type { CitedWork, DocumentBlock } from './document.js';
import type { LineIndex } from './line-index.js';
import { parseReference } from './parse-reference.js';
import type { PositionedText, TextLink } from './positioned-text.js';
import { isLocator, linkedWork, NamedWorks } from './short-notes.js';
import { WorkIndex } from './work-index.js';

/** A number that the article lists or cites, while its uses are counted. */
export interface ReferenceEntry {
  readonly label: string;
  readonly text: string | null;
  readonly span: Reference['span'];
  readonly line: number | null;
  readonly source: Source | null;
  /** What every citation of it says, where the entry itself does. */
  readonly quote: string | null;
  readonly locator: string | null;
  readonly tags: readonly EditorTag[];
  markerCount: number;
  citationCount: number;
}

/** An entry of the list of references as it stands there. */
export interface ListedEntry {
  /** Null when nothing numbers or names it. */
  readonly label: string | null;
  readonly anchors: readonly string[];
  readonly content: PositionedText;
  readonly links: readonly TextLink[];
  /** Entries of one list share it; null when the format knows no list. */
  readonly list: number | null;
  readonly work?: CitedWork;
}

/** What an entry says, before it has its label. */
type EntryContent = Omit<ReferenceEntry, 'label' | 'markerCount' | 'citationCount'>;

const NOT_LISTED: EntryContent = {
  text: null,
  span: null,
  line: null,
  source: null,
  quote: null,
  locator: null,
  tags: [],
};

/** The references of one article, found by anchor or by label; those that are cited and not listed are added. */
export class ReferenceList {
  private readonly byLabel = new Map<string, ReferenceEntry>();
  private readonly byAnchor = new Map<string, ReferenceEntry>();
  /** For a label that stands on several entries, the place that the next one gets. */
  private readonly places = new Map<string, number>();
  private readonly listed: ListedEntry[] = [];
  /** In the order of first citation. */
  private readonly cited = new Set<ReferenceEntry>();
  private settled = 0;
  private readonly works: WorkIndex;

  /** @param works what the page's data says that it cites */
  constructor(
    private readonly lines: LineIndex,
    works: readonly DescribedWork[] = [],
  ) {
    this.works = new WorkIndex(works);
  }

  /** An entry of the list. A second one of the same label is told apart by its place: "4 (2)". */
  list(entry: ListedEntry): void {
    this.listed.push(entry);
  }

  /** Whether an entry of the list has this label. To be asked once all are listed. */
  has(label: string): boolean {
    this.settle();
    return this.byLabel.has(label);
  }

  /** What a marker's item names: the entry that its link points to, else that of its label, else a dangling one. */
  resolve(label: string, anchor: string | null): ReferenceEntry {
    this.settle();
    const known = (anchor !== null && this.byAnchor.get(anchor)) || this.byLabel.get(label);
    const entry = known || this.add(label, NOT_LISTED);
    this.cited.add(entry);
    return entry;
  }

  /**
   * All of them in number order. A label that is no number takes its place in the order of first citation or listing
   * among such labels, counted on from the highest real number, so that no two share one.
   */
  numbered(): Reference[] {
    this.settle();
    const entries = [...new Set([...this.cited, ...this.byLabel.values()])];
    const highest = entries.reduce((most, { label }) => (isNumber(label) ? Math.max(most, Number(label)) : most), 0);
    let next = highest;
    return entries
      .map(({ label, text, span, line, source, markerCount, citationCount }): Reference => ({
        label,
        text,
        span,
        line,
        source,
        markerCount,
        citationCount,
        number: isNumber(label) ? Number(label) : ++next,
      }))
      .sort((a, b) => a.number - b.number);
  }

  private add(label: string, rest: EntryContent): ReferenceEntry {
    let unique = label;
    let place = this.places.get(label) ?? 2;
    for (; this.byLabel.has(unique); place++) unique = `${label} (${place})`;
    if (unique !== label) this.places.set(label, place);
    const entry: ReferenceEntry = { label: unique, ...rest, markerCount: 0, citationCount: 0 };
    this.byLabel.set(unique, entry);
    return entry;
  }

  /**
   * Gives the entries their labels and sources, once all are listed. One without a label is numbered by its place only
   * where no entry has a label, or those of its own list: a bibliography beside numbered notes has no numbers, and its
   * entries go by author and year.
   */
  private settle(): void {
    const entries = this.listed.slice(this.settled);
    this.settled = this.listed.length;
    if (entries.length === 0) return;
    const read = entries.map((entry) => ({ entry, ...this.read(entry) }));
    const sources = new Map(read.flatMap(({ entry, source }) => entry.anchors.map((anchor) => [anchor, source])));
    const named = new NamedWorks(read);
    const labelled = entries.filter((e) => e.label !== null);
    const lists = new Set(labelled.map((e) => e.list));
    let before: Source | null = null;
    for (const [i, { entry, source, ...rest }] of read.entries()) {
      const isPlaced = labelled.length === 0 || (entry.list !== null && lists.has(entry.list));
      const label = entry.label ?? (isPlaced ? String(i + 1) : shortNameOf(source, rest.text));
      const says = source.title !== null || source.url !== null;
      const short = linkedWork(entry.content, sources, says) ?? named.of(rest.text);
      before = short ?? again(rest.text, before) ?? source;
      const added = this.add(label, { ...rest, locator: short?.locator ?? rest.locator, source: before });
      for (const anchor of entry.anchors) if (!this.byAnchor.has(anchor)) this.byAnchor.set(anchor, added);
    }
  }

  private read({
    content,
    links,
    work,
  }: ListedEntry): EntryContent & { readonly text: string; readonly source: Source } {
    const span = content.toInput(0, content.length);
    const text = fold(content.text);
    const parsed = parseReference(text, {
      links: links.map(({ address, span: s }) => ({ address, text: fold(content.text.slice(s.start, s.end)) })),
      italics: content.italics.map((s) => fold(content.text.slice(s.start, s.end))),
    });
    const data = content.works[0] ?? this.works.find(parsed, text);
    const source = work ? withAccess(work.source, parsed, text) : data ? completed(data, parsed, text) : parsed;
    return {
      text,
      span,
      line: this.lines.lineOf(span.start),
      source,
      quote: work?.quote ?? null,
      locator: work?.source.locator ?? null,
      tags: content.tagsWithin(0, content.length),
    };
  }
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

/** "Ibid., p. 22.", "Id. at 4": the work of the entry before. A bare one keeps the word: it is said again, not listed twice. */
function again(text: string, before: Source | null): Source | null {
  const match = /^(?:ibid|ibidem|id)(?:\.,?|,)?(?:\s+(?:at )?(.{1,60}?))?[\s.]*$/iu.exec(text);
  const locator = match?.[1] ?? '';
  if (!match || !before || !isLocator(locator)) return null;
  return { ...before, locator: locator || 'ibid.' };
}

/** What an entry without a label is called: "Okoro 1998", else its title, else how it begins. */
function shortNameOf({ authors, issued, title }: Source, text: string): string {
  const [author] = authors;
  const surname = author?.includes(',') ? author.split(',')[0]! : author?.split(' ').at(-1);
  const name = surname && issued ? `${surname} ${issued.slice(0, 4)}` : (title ?? text);
  const short = name.length > 40 ? `${name.slice(0, 40).replace(/\s+\S*$/, '')}…` : name;
  return isNumber(short) || short === '' ? `“${short}”` : short;
}

const isNumber = (label: string): boolean => /^\d{1,6}$/.test(label);

const LEADING_LABEL = /^\s*(?:\[(\^?[\w-]{1,20})\]:?|(\d{1,4})[.)])\s+/;

/**
 * The label that an entry of a list of references carries, and where its text begins: "[4] …", "4. …", an item's own
 * number; null for an item of a bulleted list.
 */
export function entryOf(block: DocumentBlock): { label: string | null; content: PositionedText } | null {
  if (block.kind !== 'item' && block.kind !== 'paragraph') return null;
  const lead = LEADING_LABEL.exec(block.content.text);
  if (lead) {
    const label = (lead[1] ?? lead[2]!).replace(/^\^/, '');
    return { label, content: block.content.slice(lead[0].length, block.content.length) };
  }
  if (block.kind === 'paragraph') return null;
  return { label: block.number === null ? null : String(block.number), content: block.content };
}
