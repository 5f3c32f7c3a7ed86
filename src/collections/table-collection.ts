import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import { found, unreadable, type Collected, type Place } from './collected.js';
import { mapColumns, type ColumnMapping, type GivenRole, type TableRole } from './column-roles.js';
import { readCsv, type CsvTable, type Delimiter, type TableFile } from './csv-table.js';
import { TableArticles, type TableArticle, type TableClaim, type TableNames } from './table-articles.js';
import { tableHtml } from './table-html.js';

export interface TableOptions extends TableNames {
  /** What a person says of its columns; the others are guessed. */
  readonly columns?: readonly GivenRole[];
}

const TOO_LARGE = 'has more than 20 MiB of text; split the table';

/**
 * The articles of a table of claims, while it is read: of a table whose rows are in the order of their articles, one is in
 * memory.
 *
 * @throws UnconvertibleFileError
 */
export async function* tableCollection(
  file: TableFile,
  options: TableOptions,
  place: Place = () => undefined,
): AsyncGenerator<Collected> {
  const { table, mapping } = await mappedTable(file, options);
  const articles = await TableArticles.of(table, mapping, options);
  for (const slug of articles.tooLarge) yield unreadable(slug, TOO_LARGE);
  let reached = 0;
  for await (const article of articles.read()) {
    place(reached++, articles.count);
    const { slug, title, url, desk } = article;
    const content = tableHtml(article, table.headerLine);
    if (Buffer.byteLength(content) > MAX_INPUT_BYTES) {
      yield unreadable(slug, TOO_LARGE);
      continue;
    }
    const own = { url: isAddress(url) ? url : null, desk, publishedAt: null };
    // What is wrong with the table is told once.
    const notices = [...(reached === 1 ? table.notices : []), ...articles.untold(reached === articles.count)];
    yield found({ name: slug, slug, title, content, format: 'HTML', ...own, notices });
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

const PREVIEWED_ARTICLES = 10;
const PREVIEWED_CLAIMS = 10;

/**
 * What a table would become. Where no column seems to hold the claims, its columns are told all the same.
 *
 * @throws UnconvertibleFileError when it cannot be read at all, or when what is said of its columns does not fit
 */
export async function previewTable(file: TableFile, options: TableOptions): Promise<TablePreview> {
  const { table, mapping } = await mappedTable(file, options);
  const articles: PreviewedArticle[] = [];
  const warnings = [...table.notices];
  let articleCount = 0;
  let claimCount = 0;
  try {
    const all = await TableArticles.of(table, mapping, options);
    warnings.push(...all.tooLarge.map((slug) => `${slug} ${TOO_LARGE}`));
    for await (const { slug, title, claims, references } of all.read()) {
      articleCount++;
      claimCount += claims.length;
      if (articles.length === PREVIEWED_ARTICLES) continue;
      const counts = { claimCount: claims.length, referenceCount: references.length };
      articles.push({ slug, title, ...counts, claims: claims.slice(0, PREVIEWED_CLAIMS) });
    }
    warnings.push(...all.untold(true));
  } catch (error) {
    if (!(error instanceof UnconvertibleFileError) || error.reason === 'TOO_LARGE') throw error;
    warnings.push(`it cannot be imported so: ${error.message}`);
  }
  return {
    delimiter: table.delimiter,
    rowCount: table.rowCount,
    columns: table.columns.map((name, i) => ({
      name,
      role: mapping.roles[i]!,
      guessed: mapping.guessed[i]!,
      samples: table.filled[i]!,
    })),
    articleCount,
    claimCount,
    articles,
    warnings,
  };
}

async function mappedTable(
  file: TableFile,
  options: TableOptions,
): Promise<{ readonly table: CsvTable; readonly mapping: ColumnMapping }> {
  const table = await readCsv(file);
  const mapping = mapColumns(table, options.columns ?? []);
  if ('problem' in mapping) throw new UnconvertibleFileError('UNKNOWN', mapping.problem);
  return { table, mapping };
}
