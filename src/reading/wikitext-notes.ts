import { letters, roman } from './numerals.js';
import type { Span } from '../judging/evidence.js';
import type { WikiNode } from './wikitext-tree.js';

/** What a note says: a stretch of wikitext, nodes that a template was given, or a short citation of a work. */
export type NoteContent =
  | { readonly kind: 'source'; readonly span: Span }
  | { readonly kind: 'nodes'; readonly nodes: readonly WikiNode[] }
  | { readonly kind: 'short'; readonly works: readonly ShortCitation[]; readonly span: Span };

/** "Okoro & Hale 2024, p. 7": a work in a bibliography, and a place in it. */
export interface ShortCitation {
  readonly names: string;
  readonly year: string;
  readonly anchor: string;
  readonly locator: string | null;
}

export interface Note {
  readonly group: string;
  /** As the page shows it: "4", "n 1", "a". */
  readonly label: string;
  readonly anchor: string;
  /** Null while only its name is used. */
  content: NoteContent | null;
}

/** The notes of a page. Of two contents of one name the first holds, as on the page. */
export class WikiNotes {
  /** In the order of their first mention; grows while the contents of notes are read. */
  readonly cited: Note[] = [];
  private readonly byName = new Map<string, Note>();
  private readonly defined = new Map<string, { readonly group: string; readonly name: string; content: NoteContent }>();
  private readonly counts = new Map<string, number>();
  private readonly works = new Set<string>();

  /** The note that a tag cites. One without a name is a note of its own each time; one with a name is numbered once. */
  cite(group: string, name: string | null, content: NoteContent | null): Note {
    const key = `${group}\n${name ?? ''}`;
    const known = name === null ? undefined : this.byName.get(key);
    if (known) {
      known.content ??= content;
      return known;
    }
    const count = (this.counts.get(group) ?? 0) + 1;
    this.counts.set(group, count);
    const note: Note = {
      group,
      label: labelOf(group, count),
      anchor: `cite_note:${group}:${count}`,
      content: content ?? this.defined.get(key)?.content ?? null,
    };
    this.cited.push(note);
    if (name !== null) this.byName.set(key, note);
    return note;
  }

  /** A note in `<references>…</references>`: it is numbered where it is cited. */
  define(group: string, name: string, content: NoteContent): void {
    const key = `${group}\n${name}`;
    const known = this.byName.get(key);
    if (known) known.content ??= content;
    if (!this.defined.has(key)) this.defined.set(key, { group, name, content });
  }

  /** Notes of lists that nothing cites, with their names. */
  uncited(): { readonly group: string; readonly name: string; readonly content: NoteContent }[] {
    return [...this.defined].filter(([key]) => !this.byName.has(key)).map(([, note]) => note);
  }

  /** For text that is looked at and not shown: what it cites does not count. */
  aside(): WikiNotes {
    return new WikiNotes();
  }

  /** Notes that a short citation names the work with that anchor. */
  useWork(anchor: string): void {
    this.works.add(anchor);
  }

  isCitedWork(anchors: readonly string[]): boolean {
    return anchors.some((anchor) => this.works.has(anchor));
  }
}

/** How MediaWiki writes the number of a note: "4", in a group "n 4", in the groups that are named after a style so. */
function labelOf(group: string, count: number): string {
  switch (group) {
    case '':
    case 'decimal':
      return String(count);
    case 'lower-alpha':
      return letters(count);
    case 'upper-alpha':
      return letters(count).toUpperCase();
    case 'lower-roman':
      return roman(count);
    case 'upper-roman':
      return roman(count).toUpperCase();
    default:
      return `${group.replace(/[[\]]/g, '').slice(0, 40)} ${count}`;
  }
}
