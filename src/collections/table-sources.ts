import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import type { EntryReader, NamedSource } from './source-cell.js';

/** A number that a claim cites, or an entry of the list that it only names. */
export interface TableCitation {
  readonly number: number;
  /** Null: the number leads nowhere. */
  readonly entry: string | null;
  readonly isCited: boolean;
}

/** Numbers of one article: those of markers have four digits. */
const MOST_NUMBERS = 9_999;
/** Markers in the claim's own words: their numbers are taken. */
export const OWN_MARKERS = /\[(\d{1,4}(?:\s*[,–-]\s*\d{1,4})*)\]/g;

/** Numbers for the sources of one article: those that they have, and the lowest free ones for all others. */
export class SourceNumbers {
  private readonly entries = new Map<number, string>();
  private readonly byKey = new Map<string, number>();
  private readonly byName = new Map<string, number>();
  private readonly taken = new Set<number>();
  private next = 1;

  constructor(
    claims: readonly { readonly text: string; readonly sources: readonly NamedSource[] }[],
    private readonly reader: EntryReader,
  ) {
    for (const { text, sources } of claims) {
      for (const [, inside] of text.matchAll(OWN_MARKERS)) {
        for (const number of inside!.match(/\d+/g) ?? []) this.taken.add(Number(number));
      }
      for (const { label, entry } of sources) {
        const number = numberOf(label);
        if (number === null) continue;
        this.taken.add(number);
        if (entry === null || this.entries.has(number)) continue;
        this.entries.set(number, entry);
        if (!this.byKey.has(this.reader.read(entry).key)) this.byKey.set(this.reader.read(entry).key, number);
      }
    }
  }

  citation({ label, entry, isCited }: NamedSource): TableCitation {
    const number = this.numberFor(label, entry);
    if (entry !== null && !this.entries.has(number)) this.entries.set(number, entry);
    return { number, entry: this.entries.get(number) ?? null, isCited };
  }

  private numberFor(label: string | null, entry: string | null): number {
    const own = numberOf(label);
    const key = entry === null ? null : this.reader.read(entry).key;
    const listed = own === null ? undefined : this.entries.get(own);
    // A number that stands for another source elsewhere is that one's.
    if (own !== null && (key === null || listed === undefined || this.reader.read(listed).key === key)) return own;
    const known = key === null ? this.byName.get(label ?? '') : this.byKey.get(key);
    if (known !== undefined) return known;
    while (this.taken.has(this.next)) this.next++;
    const number = this.next++;
    if (number > MOST_NUMBERS) {
      throw new UnconvertibleFileError(
        'TOO_LARGE',
        `names more than ${MOST_NUMBERS} sources for one article; split the table`,
      );
    }
    if (key === null) this.byName.set(label ?? '', number);
    else this.byKey.set(key, number);
    return number;
  }

  references(): { number: number; entry: string }[] {
    return [...this.entries].map(([number, entry]) => ({ number, entry })).sort((a, b) => a.number - b.number);
  }
}

/** 1 to 9999; null for a label that is a name. */
const numberOf = (label: string | null): number | null =>
  label !== null && /^0*[1-9]\d{0,3}$/.test(label) ? Number(label) : null;

/**
 * The sources of several columns. Where one column gives names and the next one addresses, as many of each, they belong
 * together: "Okoro 2024" and "https://example.org/trams" are one source.
 */
export function paired(columns: readonly (readonly NamedSource[])[]): NamedSource[] {
  const all: NamedSource[] = [];
  let i = 0;
  while (i < columns.length) {
    const [here, next] = [columns[i]!, columns[i + 1]];
    if (next && here.length > 0 && here.length === next.length && here.some(isBare) !== next.some(isBare)) {
      const [words, addresses] = next.every(isBare) ? [here, next] : [next, here];
      if (addresses.every(isBare) && words.every(({ entry }) => entry !== null && !isIdentifiedByAddress(entry))) {
        all.push(
          ...words.map((word, j) => ({
            ...word,
            entry: `${word.entry!.replace(/\.$/, '')}. ${addresses[j]!.entry}`,
          })),
        );
        i += 2;
        continue;
      }
    }
    all.push(...here);
    i++;
  }
  const seen = new Set<string>();
  return all.filter((source) => {
    const same = JSON.stringify(source);
    return !seen.has(same) && seen.add(same);
  });
}

const isBare = ({ entry }: NamedSource): boolean =>
  entry !== null && /^(?:https?:\/\/|www\.|doi:\s*10\.|10\.)\S+$/i.test(entry);
const isIdentifiedByAddress = (entry: string): boolean => /https?:\/\/|\b10\.\d{4,9}\//i.test(entry);
