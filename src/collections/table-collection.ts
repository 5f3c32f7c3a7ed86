import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import { found, unreadable, type Collected, type Place } from './collected.js';
import { mapColumns, type ColumnMapping, type GivenRole, type TableRole } from './column-roles.js';
import { readCsv, type CsvTable, type Delimiter } from './csv-table.js';
import {
  articlesOf,
  type TableArticle,
  type TableClaim,
  type TableNames,
  type TableReading,
} from './table-articles.js';
import { tableHtml } from './table-html.js';

export interface TableOptions extends TableNames {
  /** What a person says of its columns; the others are guessed. */
  readonly columns?: readonly GivenRole[];
}

interface Table {
  readonly table: CsvTable;
  readonly mapping: ColumnMapping;
  readonly reading: TableReading;
}

/**
 * The articles of a table of claims.
 *
 * @throws UnconvertibleFileError
 */
export function* tableCollection(
  bytes: Uint8Array,
  options: TableOptions,
  place: Place = () => undefined,
): Generator<Collected> {
  const { table, reading } = readTable(bytes, options);
  const notices = [...table.notices, ...reading.warnings];
  for (const [i, article] of reading.articles.entries()) {
    place(i, reading.articles.length);
    const { slug, title, url, desk } = article;
    const content = tableHtml(article, table.headerLine);
    if (Buffer.byteLength(content) > MAX_INPUT_BYTES) {
      yield unreadable(slug, 'has more than 20 MiB of text; split the table');
      continue;
    }
    const own = { url: isAddress(url) ? url : null, desk, publishedAt: null };
    // What is wrong with the table is told once.
    yield found({ name: slug, slug, title, content, format: 'HTML', ...own, notices: i === 0 ? notices : [] });
  }
}

const isAddress = (text: string | null): boolean =>
  text !== null && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

/** What a table would become, for people to look at before they import it. */
export interface TablePreview {
  readonly delimiter: Delimiter;
  readonly rowCount: number;
  readonly columns: readonly PreviewedColumn[];
  readonly articleCount: number;
  readonly claimCount: number;
  /** The first ones. */
  readonly articles: readonly PreviewedArticle[];
  readonly warnings: readonly string[];
}

export interface PreviewedColumn {
  readonly name: string;
  readonly role: TableRole;
  /** False: a person said it. */
  readonly guessed: boolean;
  /** Some of its cells. */
  readonly samples: readonly string[];
}

export interface PreviewedArticle extends Pick<TableArticle, 'slug' | 'title'> {
  readonly claimCount: number;
  readonly referenceCount: number;
  /** The first ones. */
  readonly claims: readonly TableClaim[];
}

const SAMPLES = 3;
const PREVIEWED_ARTICLES = 10;
const PREVIEWED_CLAIMS = 10;
/** Longer cells are cut, in UTF-16 units. */
const LONGEST_SAMPLE = 200;

/**
 * What a table would become. Where no column seems to hold the claims, its columns are told all the same.
 *
 * @throws UnconvertibleFileError when it cannot be read at all, or when what is said of its columns does not fit
 */
export function previewTable(bytes: Uint8Array, options: TableOptions): TablePreview {
  const { table, mapping, reading } = readTable(bytes, options, (error) => {
    if (error.reason === 'TOO_LARGE') throw error;
    return { articles: [], warnings: [`it cannot be imported so: ${error.message}`] };
  });
  const { articles, warnings } = reading;
  return {
    delimiter: table.delimiter,
    rowCount: table.rows.length,
    columns: table.columns.map((name, i) => ({
      name,
      role: mapping.roles[i]!,
      guessed: mapping.guessed[i]!,
      samples: samplesOf(table, i),
    })),
    articleCount: articles.length,
    claimCount: articles.reduce((sum, { claims }) => sum + claims.length, 0),
    articles: articles.slice(0, PREVIEWED_ARTICLES).map(({ slug, title, claims, references }) => ({
      slug,
      title,
      claimCount: claims.length,
      referenceCount: references.length,
      claims: claims.slice(0, PREVIEWED_CLAIMS),
    })),
    warnings: [...table.notices, ...warnings],
  };
}

function samplesOf({ rows }: CsvTable, column: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    if (samples.length === SAMPLES) break;
    const cell = cells[column]!;
    if (cell !== '') samples.push(cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE - 1)}…` : cell);
  }
  return samples;
}

function readTable(
  bytes: Uint8Array,
  options: TableOptions,
  otherwise?: (error: UnconvertibleFileError) => TableReading,
): Table {
  const table = readCsv(bytes);
  const mapping = mapColumns(table, options.columns ?? []);
  if ('problem' in mapping) throw new UnconvertibleFileError('UNKNOWN', mapping.problem);
  try {
    return { table, mapping, reading: articlesOf(table, mapping, options) };
  } catch (error) {
    if (otherwise && error instanceof UnconvertibleFileError) return { table, mapping, reading: otherwise(error) };
    throw error;
  }
}
