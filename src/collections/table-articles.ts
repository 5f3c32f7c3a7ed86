import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import type { ColumnMapping, TableRole } from './column-roles.js';
import type { CsvTable, TableRow } from './csv-table.js';
import { Slugs, slugOfWords } from './slugs.js';
import { EntryReader, sourcesIn, type NamedSource } from './source-cell.js';
import { OWN_MARKERS, paired, SourceNumbers, type TableCitation } from './table-sources.js';

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

export interface TableNames {
  /** What the article is called that no column names: the file's name. */
  readonly name: string;
  /** Its slug; else made of the name. */
  readonly slug?: string;
  readonly slugPrefix?: string;
  /** How many articles it may name. */
  readonly mostArticles?: number;
  /** Characters of rows that may be held, of articles that have more of them further down. */
  readonly mostHeld?: number;
}

/** Warnings that are told; of more, their number. */
const MOST_WARNINGS = 50;
/** Articles in one table. */
const MOST_ARTICLES = 1_000;
const MOST_HELD = 64 * 1024 * 1024;
/** Words without which a row states nothing. */
const STATES = /[\p{L}\p{N}]/u;
/** An article of a table before its rows are read. */
interface PlannedArticle {
  readonly key: string;
  /** As its rows make it; then that of the collection. Null: it is left out. */
  slug: string | null;
  rows: number;
  statements: number;
  /** Characters of its rows. */
  size: number;
}

/**
 * The articles of a table, as its columns are mapped: one for each value of the column ARTICLE, or one for all rows. The
 * table is read twice, so that an article is known to be complete with its last row: of a table whose rows are in the order
 * of their articles, one is in memory.
 */
export class TableArticles {
  private readonly wanted: ReadonlySet<PlannedArticle>;

  private constructor(
    private readonly table: CsvTable,
    private readonly cells: MappedCells,
    private readonly names: TableNames,
    private readonly plan: ReadonlyMap<string, PlannedArticle>,
    private readonly warnings: Warnings,
  ) {
    const fits = ({ slug, size }: PlannedArticle): boolean => slug !== null && size <= MAX_INPUT_BYTES;
    this.wanted = new Set([...plan.values()].filter(fits));
  }

  /**
   * @throws UnconvertibleFileError when no column holds claims, no row states anything, or there are too many articles
   */
  static async of(table: CsvTable, mapping: ColumnMapping, names: TableNames): Promise<TableArticles> {
    const cells = new MappedCells(mapping.roles);
    if (!mapping.roles.includes('CLAIM')) {
      const known = table.columns.map((name) => `“${name}”`).join(', ');
      throw new UnconvertibleFileError('UNKNOWN', `no column seems to hold the claims; say which of ${known} does`);
    }
    const warnings = new Warnings();
    if (!mapping.roles.includes('SOURCES'))
      warnings.add('no column seems to hold sources: all claims come without any');
    const plan = await plannedArticles(table, cells, names, warnings);
    if (plan.size === 0)
      throw new UnconvertibleFileError('NO_TEXT', 'has no row that states anything in the column of claims');
    giveSlugs([...plan.values()], names, warnings);
    return new TableArticles(table, cells, names, plan, warnings);
  }

  /** How many articles it makes. */
  get count(): number {
    return this.wanted.size;
  }

  /** The slugs of articles that are too large to be read. */
  get tooLarge(): string[] {
    return [...this.plan.values()].flatMap(({ slug, size }) => (slug !== null && size > MAX_INPUT_BYTES ? [slug] : []));
  }

  /** What people should look at and were not told yet, with lines. @param isLast whether nothing will be read any more */
  untold(isLast: boolean): string[] {
    return this.warnings.untold(isLast);
  }

  /**
   * Each as soon as its last row is read.
   *
   * @throws UnconvertibleFileError when the rows of too many are mixed
   */
  async *read(): AsyncGenerator<TableArticle> {
    const isAlone = this.plan.size === 1;
    const open = new Map<PlannedArticle, { readonly draft: ArticleDraft; left: number }>();
    let held = 0;
    for await (const row of this.table.rows()) {
      const planned = this.plan.get(this.cells.article(row, this.names));
      if (!planned || !this.wanted.has(planned)) continue;
      let under = open.get(planned);
      if (!under) open.set(planned, (under = { draft: new ArticleDraft(planned.key), left: planned.rows }));
      under.draft.add(row, this.cells, this.warnings);
      held += sizeOf(row);
      if (--under.left === 0) {
        open.delete(planned);
        held -= planned.size;
        yield under.draft.finished(planned.slug!, isAlone);
      } else if (held > (this.names.mostHeld ?? MOST_HELD)) {
        const message = `mixes the rows of ${open.size} articles, which are too many to be held in memory; sort it by the column that names the article`;
        throw new UnconvertibleFileError('TOO_LARGE', message);
      }
    }
  }
}

const sizeOf = ({ cells }: TableRow): number => cells.reduce((sum, { length }) => sum + length, 0);

/** Those that state something, in the order of their first rows. */
async function plannedArticles(
  table: CsvTable,
  cells: MappedCells,
  names: TableNames,
  warnings: Warnings,
): Promise<Map<string, PlannedArticle>> {
  const plan = new Map<string, PlannedArticle>();
  const most = names.mostArticles ?? MOST_ARTICLES;
  for await (const row of table.rows()) {
    const key = cells.article(row, names);
    let planned = plan.get(key);
    if (!planned) {
      const slug = names.slug !== undefined && cells.first(row, 'ARTICLE') === '' ? names.slug : slugOfKey(key);
      if (slug === '') {
        warnings.add(`line ${row.line}: its article “${key}” makes no slug, so the row was left out`);
        continue;
      }
      plan.set(key, (planned = { key, slug, rows: 0, statements: 0, size: 0 }));
      if (plan.size > most) {
        const message = `names more than ${most} articles; split the table, or map the column that names them otherwise`;
        throw new UnconvertibleFileError('TOO_LARGE', message);
      }
    }
    planned.rows++;
    planned.size += sizeOf(row);
    if (cells.states(row)) planned.statements++;
    else warnings.add(`line ${row.line}: nothing is claimed, so the row was left out`);
  }
  for (const [key, { statements }] of plan) if (statements === 0) plan.delete(key);
  return plan;
}

function giveSlugs(articles: readonly PlannedArticle[], { slugPrefix }: TableNames, warnings: Warnings): void {
  const slugs = new Slugs(slugPrefix);
  for (const article of articles) {
    const taken = slugs.take(article.slug!, article.key);
    article.slug = 'slug' in taken ? taken.slug : null;
    if ('slug' in taken) continue;
    warnings.add(
      `the articles “${taken.takenBy}” and “${article.key}” make the same slug, so the second was left out; rename it`,
    );
  }
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

  /** What the article of a row is called. */
  article(row: TableRow, { name }: TableNames): string {
    return this.first(row, 'ARTICLE') || name;
  }

  claim(row: TableRow): string {
    return oneLine(this.first(row, 'CLAIM'));
  }

  /** Whether anything is claimed in it. */
  states(row: TableRow): boolean {
    return STATES.test(this.claim(row).replace(OWN_MARKERS, ''));
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
  private readonly entries = new EntryReader();

  constructor(private readonly key: string) {}

  add(row: TableRow, cells: MappedCells, warnings: Warnings): void {
    this.title ??= cells.first(row, 'TITLE') || null;
    this.url ??= cells.first(row, 'URL') || null;
    this.desk ??= cells.first(row, 'DESK') || null;
    if (!cells.states(row)) return;
    const text = cells.claim(row);
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

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

class Warnings {
  private readonly all: string[] = [];
  private count = 0;
  private told = 0;

  add(warning: string): void {
    this.count++;
    if (this.all.length < MOST_WARNINGS) this.all.push(warning);
  }

  untold(isLast: boolean): string[] {
    const more = this.count - MOST_WARNINGS;
    const fresh = this.all.slice(this.told);
    this.told = this.all.length;
    return isLast && more > 0 ? [...fresh, `${more} more like these`] : fresh;
  }
}
