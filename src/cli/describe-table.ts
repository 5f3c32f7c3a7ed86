import type { Delimiter } from '../collections/csv-table.js';
import type { PreviewedArticle, TablePreview } from '../collections/table-collection.js';
import { tableFile, tableOptions, type CollectionFile, type ReadOptions } from './collection-files.js';
import { whyUnreadable } from './input.js';
import { columnsOf, counted, printable, shorten } from './layout.js';
import { UsageError, type ExitStatus, type Terminal } from './terminal.js';

const DELIMITERS: Readonly<Record<Delimiter, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/**
 * Tells what a table would become: what each column is taken to hold, and the first rows as claims.
 *
 * @returns 0, or 2 when it cannot be imported so
 * @throws UsageError when it cannot be read
 */
export async function describeTable(
  file: CollectionFile,
  options: ReadOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const preview = await look(file.path, options);
  const { columns, articles, warnings, claimCount } = preview;
  terminal.out(`${file.path}: ${counted(preview.rowCount, 'row')}, divided by ${DELIMITERS[preview.delimiter]}`);
  const names = columns.map(({ name }) => shorten(printable(name), 30));
  const width = Math.max(...names.map(columnsOf));
  for (const [i, { role, guessed, samples }] of columns.entries()) {
    const name = names[i]! + ' '.repeat(width - columnsOf(names[i]!));
    const held = `${role.toLowerCase()}${guessed || role === 'IGNORED' ? '' : ' (given)'}`.padEnd(16);
    terminal.out(shorten(`  ${name}  ${held}  ${samples.map(printable).join(' · ')}`.trimEnd(), terminal.width));
  }
  for (const article of articles) tellArticle(article, terminal);
  const more = preview.articleCount - articles.length;
  if (more > 0) terminal.out(`… and ${counted(more, 'more article')}`);
  for (const warning of warnings) terminal.error(`${file.path}: note: ${printable(warning)}`);
  terminal.out(`${counted(claimCount, 'claim')} in ${counted(preview.articleCount, 'article')}; nothing was sent`);
  return claimCount === 0 ? 2 : 0;
}

async function look(path: string, options: ReadOptions): Promise<TablePreview> {
  const { previewTable } = await import('../collections/table-collection.js');
  try {
    return await previewTable(await tableFile(path), tableOptions(path, options));
  } catch (error) {
    throw new UsageError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  }
}

function tellArticle({ slug, title, claims, claimCount, referenceCount }: PreviewedArticle, terminal: Terminal): void {
  const size = `${counted(claimCount, 'claim')}, ${counted(referenceCount, 'reference')}`;
  terminal.out(`${slug}: ${printable(title)} (${size})`);
  for (const { line, section, text, citations } of claims) {
    const under = section === null ? '' : `${printable(section)}: `;
    const cited = citations.filter(({ isCited }) => isCited);
    const sources = cited.map(({ number, entry }) => `[${number}] ${printable(entry ?? 'leads nowhere')}`);
    terminal.out(shorten(`  line ${line}: ${under}${printable(text)}`, terminal.width));
    if (sources.length > 0) terminal.out(shorten(`    ${sources.join('; ')}`, terminal.width));
  }
  if (claimCount > claims.length) terminal.out(`  … and ${counted(claimCount - claims.length, 'more claim')}`);
}
