import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import type { ColumnMapping, TableRole } from './column-roles.js';
import type { CsvTable, TableRow } from './csv-table.js';
import { Slugs, slugOfWords } from './slugs.js';
import { EntryReader, sourcesIn, type NamedSource } from './source-cell.js';

/** A number that a claim cites, or an entry of the list that it only names. */
export interface TableCitation {
  readonly number: number;
  /** Null: the number leads nowhere. */
  readonly entry: string | null;
  readonly isCited: boolean;
}

/** A row that states something. */
export interface TableClaim {
  /** Of the file, on which its row begins. */
  readonly line: number;
  readonly section: string | null;
  readonly text: string;
  /** What was noted of its evidence. */
  readonly note: string | null;
  readonly citations: readonly TableCitation[];
}

/** The claims of one article, in the order of their rows. */
export interface TableArticle {
  readonly slug: string;
  readonly title: string;
  readonly url: string | null;
  readonly desk: string | null;
  readonly claims: readonly TableClaim[];
  /** The list of references, in the order of their numbers. */
  readonly references: readonly { readonly number: number; readonly entry: string }[];
  /** Whether the rows of other articles stand between its own, or around them. */
  readonly isAlone: boolean;
}

export interface TableReading {
  readonly articles: readonly TableArticle[];
  /** What people should look at, with lines. */
  readonly warnings: readonly string[];
}

export interface TableNames {
  /** What the article is called that no column names: the file's name. */
  readonly name: string;
  /** Its slug; else made of the name. */
  readonly slug?: string;
  readonly slugPrefix?: string;
}

/** Warnings that are told; of more, their number. */
const MOST_WARNINGS = 50;
/** Articles in one table. */
const MOST_ARTICLES = 1_000;
/** Numbers of one article: those of markers have four digits. */
const MOST_NUMBERS = 9_999;
/** Words without which a row states nothing. */
const STATES = /[\p{L}\p{N}]/u;
/** Markers in the claim's own words: their numbers are taken. */
const OWN_MARKERS = /\[(\d{1,4}(?:\s*[,–-]\s*\d{1,4})*)\]/g;

/**
 * The articles of a table, as its columns are mapped: one for each value of the column ARTICLE, or one for all rows.
 *
 * @throws UnconvertibleFileError when no column holds claims, no row states anything, or there are too many of something
 */
export function articlesOf(table: CsvTable, mapping: ColumnMapping, names: TableNames): TableReading {
  const cells = new MappedCells(mapping.roles);
  if (!mapping.roles.includes('CLAIM')) {
    const known = table.columns.map((name) => `“${name}”`).join(', ');
    throw new UnconvertibleFileError('UNKNOWN', `no column seems to hold the claims; say which of ${known} does`);
  }
  const warnings = new Warnings();
  if (!mapping.roles.includes('SOURCES')) warnings.add('no column seems to hold sources: all claims come without any');
  const drafts = new Map<string, ArticleDraft>();
  const entries = new EntryReader();
  for (const row of table.rows) {
    const draft = draftFor(drafts, cells, row, names, entries);
    if (draft) draft.add(row, cells, warnings);
    else
      warnings.add(
        `line ${row.line}: its article “${cells.first(row, 'ARTICLE') || names.name}” makes no slug, so the row was left out`,
      );
    if (drafts.size > MOST_ARTICLES) {
      const message = `names more than ${MOST_ARTICLES} articles; split the table, or map the column that names them otherwise`;
      throw new UnconvertibleFileError('TOO_LARGE', message);
    }
  }
  const stated = [...drafts.values()].filter(({ isEmpty }) => !isEmpty);
  if (stated.length === 0)
    throw new UnconvertibleFileError('NO_TEXT', 'has no row that states anything in the column of claims');
  const slugs = new Slugs(names.slugPrefix);
  const articles = stated.flatMap((draft) => {
    const taken = slugs.take(draft.slug, draft.key);
    if ('slug' in taken) return [draft.finished(taken.slug, stated.length === 1)];
    warnings.add(
      `the articles “${taken.takenBy}” and “${draft.key}” make the same slug, so the second was left out; rename it`,
    );
    return [];
  });
  return { articles, warnings: warnings.told() };
}

function draftFor(
  drafts: Map<string, ArticleDraft>,
  cells: MappedCells,
  row: TableRow,
  { name, slug: own }: TableNames,
  entries: EntryReader,
): ArticleDraft | null {
  const given = cells.first(row, 'ARTICLE');
  const key = given || name;
  const known = drafts.get(key);
  if (known) return known;
  const slug = given === '' && own !== undefined ? own : slugOfKey(key);
  if (slug === '') return null;
  const draft = new ArticleDraft(key, slug, entries);
  drafts.set(key, draft);
  return draft;
}

/** A slug stays as it is. */
const slugOfKey = (key: string): string => (SLUG.test(key) ? key : slugOfWords(key));
const SLUG = /^[a-z0-9](?:[a-z0-9.-]{0,198}[a-z0-9])?$/;

/** The cells of a row by what their columns hold. */
class MappedCells {
  private readonly places = new Map<TableRole, number[]>();

  constructor(roles: readonly TableRole[]) {
    for (const [i, role] of roles.entries()) this.places.set(role, [...(this.places.get(role) ?? []), i]);
  }

  all({ cells }: TableRow, role: TableRole): string[] {
    return (this.places.get(role) ?? []).map((i) => cells[i]!).filter((cell) => cell !== '');
  }

  first(row: TableRow, role: TableRole): string {
    return this.all(row, role)[0] ?? '';
  }
}

/** A source of a row, before it has its number. */
interface ClaimDraft extends Omit<TableClaim, 'citations'> {
  readonly sources: readonly NamedSource[];
}

/** Gathers the rows of one article, and numbers its sources once all are known. */
class ArticleDraft {
  private readonly claims: ClaimDraft[] = [];
  private title: string | null = null;
  private url: string | null = null;
  private desk: string | null = null;

  constructor(
    readonly key: string,
    readonly slug: string,
    private readonly entries: EntryReader,
  ) {}

  get isEmpty(): boolean {
    return this.claims.length === 0;
  }

  add(row: TableRow, cells: MappedCells, warnings: Warnings): void {
    this.title ??= cells.first(row, 'TITLE') || null;
    this.url ??= cells.first(row, 'URL') || null;
    this.desk ??= cells.first(row, 'DESK') || null;
    const text = oneLine(cells.first(row, 'CLAIM'));
    if (!STATES.test(text.replace(OWN_MARKERS, ''))) {
      warnings.add(`line ${row.line}: nothing is claimed, so the row was left out`);
      return;
    }
    const sources = paired(cells.all(row, 'SOURCES').map(sourcesIn));
    for (const { label, entry, isCited } of sources) {
      if (!isCited)
        warnings.add(`line ${row.line}: “${label}” does not support the claim there, so the claim does not cite it`);
      else if (entry !== null && !this.entries.read(entry).isIdentified) {
        warnings.add(
          `line ${row.line}: “${shortened(entry)}” names no source that can be found: no address, DOI or title with a year`,
        );
      }
    }
    const quotes = cells.all(row, 'QUOTE').map((quote) => `“${quote.replace(/^["“„«]|["”“»]$/g, '')}”`);
    const locators = cells.all(row, 'LOCATOR').map((locator) => `(${locator})`);
    const note = [...cells.all(row, 'NOTE'), ...quotes, ...locators].map(oneLine).join(' ');
    const section = oneLine(cells.first(row, 'SECTION'));
    this.claims.push({ line: row.line, section: section || null, text, note: note || null, sources });
  }

  finished(slug: string, isAlone: boolean): TableArticle {
    const numbers = new SourceNumbers(this.claims, this.entries);
    const claims = this.claims.map(({ sources, ...claim }) => ({
      ...claim,
      citations: sources.map((source) => numbers.citation(source)),
    }));
    const { title, url, desk, key } = this;
    return { slug, title: title ?? key, url, desk, claims, references: numbers.references(), isAlone };
  }
}

/** Numbers for the sources of one article: those that they have, and the lowest free ones for all others. */
class SourceNumbers {
  private readonly entries = new Map<number, string>();
  private readonly byKey = new Map<string, number>();
  private readonly byName = new Map<string, number>();
  private readonly taken = new Set<number>();
  private next = 1;

  constructor(
    claims: readonly ClaimDraft[],
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
function paired(columns: readonly (readonly NamedSource[])[]): NamedSource[] {
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

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

class Warnings {
  private readonly all: string[] = [];
  private count = 0;

  add(warning: string): void {
    this.count++;
    if (this.all.length < MOST_WARNINGS) this.all.push(warning);
  }

  told(): string[] {
    const more = this.count - this.all.length;
    return more === 0 ? this.all : [...this.all, `${more} more like these`];
  }
}
