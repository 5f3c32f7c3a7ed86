import { type Collected, type CollectedArticle } from '../collections/collected.js';
import { TABLE_ROLES, type GivenRole } from '../collections/column-roles.js';
import { readCollection, type CollectionFile, type ReadOptions } from './collection-files.js';
import { describeTable } from './describe-table.js';
import type { GraphqlClient } from './graphql-client.js';
import type { ImportOptions } from './import-articles.js';
import { ImportProgress } from './import-progress.js';
import { counted, printable, unsupportedIn } from './layout.js';
import { refusal, sendArticle, type SendResult, type SentArticle } from './send-article.js';
import { UsageError, type ExitStatus, type Terminal } from './terminal.js';

/** So many in a row that could not be sent: then the server is gone, or knows the token no more. */
const MOST_FAILURES = 3;
/** Articles that are on their way at once: the server reads one while it stores another. */
const AT_ONCE = 4;

interface Counts {
  imported: number;
  unchanged: number;
  refused: number;
  unreadable: number;
  leftOut: number;
}

/**
 * Sends the articles of a folder, a ZIP, an export of WordPress or a table, one by one, and tells what became of each. One
 * that cannot be imported stops no other; one that was imported as it is before is left alone.
 *
 * @returns 0 all are imported; 1 the server refused one; 2 one could not be read or sent
 * @throws UsageError when the collection cannot be read, or the server not be reached
 */
export async function importCollection(
  file: CollectionFile,
  options: ImportOptions,
  client: GraphqlClient,
  terminal: Terminal,
): Promise<ExitStatus> {
  const progress = new ImportProgress(file.path, terminal);
  const reading = { ...readOptions(file, options), place: progress.place };
  if (options.preview && file.kind === 'CSV') return await describeTable(file, reading, terminal);
  const counts: Counts = { imported: 0, unchanged: 0, refused: 0, unreadable: 0, leftOut: 0 };
  let failures = 0;
  const settle = async ({ article, sent }: Underway): Promise<void> => {
    progress.show(article.name);
    const result = await sent;
    if (!options.quiet) tellNotices(article, terminal);
    if (!(result instanceof Error)) {
      failures = 0;
      tellSent(article, result, options, terminal, counts, progress);
      return;
    }
    terminal.progress('');
    if (!(result instanceof UsageError) || ++failures === MOST_FAILURES) throw result;
    counts.unreadable++;
    terminal.error(`${printable(article.name)}: ${result.message}`);
  };
  // Oldest first: what became of them is told in the order of the collection.
  const underway: Underway[] = [];
  try {
    for await (const each of readCollection(file, reading, terminal)) {
      if (each.kind !== 'article') {
        tellLeftOut(each, counts, terminal);
        continue;
      }
      const { article } = each;
      if (options.preview) {
        tellNotices(article, terminal);
        terminal.out(
          `${printable(article.name)} → ${article.slug}: ${printable(article.title ?? 'titled by its text')}`,
        );
        counts.imported++;
        continue;
      }
      // One by one where it is not sure that any can be sent.
      const limit = failures > 0 || counts.imported + counts.unchanged + counts.refused === 0 ? 1 : AT_ONCE;
      while (underway.length >= limit) await settle(underway.shift()!);
      underway.push({ article, sent: sent(article, options, client, terminal) });
    }
    while (underway.length > 0) await settle(underway.shift()!);
  } finally {
    // Those that were sent are stored or not by the time that the command ends.
    await Promise.all(underway.map((each) => each.sent));
  }
  terminal.progress('');
  if (!options.quiet) terminal.out(summary(file.path, counts, options.preview ?? false));
  if (counts.unreadable > 0) return 2;
  return counts.refused > 0 ? 1 : 0;
}

/** An article that was sent, and what comes of it. */
interface Underway {
  readonly article: CollectedArticle;
  /** An error is told in its turn. */
  readonly sent: Promise<SendResult | Error>;
}

async function sent(
  article: CollectedArticle,
  { desk }: ImportOptions,
  client: GraphqlClient,
  terminal: Terminal,
): Promise<SendResult | Error> {
  // How far one article is would stand in the place of how far all are.
  const silent: Terminal = { ...terminal, progress: () => undefined };
  try {
    return await sendArticle(sentOf(article, desk), printable(article.name), client, silent);
  } catch (error) {
    return error as Error;
  }
}

function tellSent(
  article: CollectedArticle,
  result: SendResult,
  { quiet }: ImportOptions,
  terminal: Terminal,
  counts: Counts,
  progress: ImportProgress,
): void {
  const name = printable(article.name);
  terminal.progress('');
  if ('refused' in result) {
    counts.refused++;
    for (const each of result.refused) terminal.error(refusal(name, each));
    return;
  }
  const { slug, version, summary: found } = result.article;
  counts[result.isUnchanged ? 'unchanged' : 'imported']++;
  progress.passed(result.isUnchanged ? 0 : found.claims);
  if (quiet) return;
  const now = result.isUnchanged ? 'unchanged' : `version ${version}`;
  terminal.out(`${name} → ${slug} (${now}): ${counted(found.claims, 'claim')}, ${unsupportedIn(found)} unsupported`);
}

function sentOf({ slug, content, format, ...rest }: CollectedArticle, desk: string | undefined): SentArticle {
  const { title, url, publishedAt } = rest;
  const under = desk ?? rest.desk;
  return {
    slug,
    content,
    format,
    onlyIfChanged: true,
    ...(title === null ? {} : { title }),
    ...(url === null ? {} : { url }),
    ...(under === null ? {} : { desk: under }),
    ...(publishedAt === null ? {} : { publishedAt }),
  };
}

function tellLeftOut(
  { kind, entry }: Exclude<Collected, { kind: 'article' }>,
  counts: Counts,
  terminal: Terminal,
): void {
  terminal.progress('');
  const isWanted = kind === 'unreadable';
  counts[isWanted ? 'unreadable' : 'leftOut']++;
  terminal.error(`${printable(entry.name)}: ${isWanted ? '' : 'left out: '}${printable(entry.why)}`);
}

function tellNotices({ name, notices }: CollectedArticle, terminal: Terminal): void {
  if (notices.length > 0) terminal.progress('');
  for (const notice of notices) terminal.error(`${printable(name)}: note: ${printable(notice)}`);
}

function summary(path: string, counts: Counts, isPreview: boolean): string {
  const parts = [
    isPreview ? `${counts.imported} would be imported` : `${counts.imported} imported`,
    counts.unchanged > 0 && `${counts.unchanged} unchanged`,
    counts.refused > 0 && `${counts.refused} refused`,
    counts.unreadable > 0 && `${counts.unreadable} could not be read or sent`,
    counts.leftOut > 0 && `${counts.leftOut} left out`,
  ];
  return `${path}: ${parts.filter(Boolean).join(', ')}`;
}

/** @throws UsageError for options that do not fit the collection */
function readOptions({ path, kind }: CollectionFile, options: ImportOptions): Omit<ReadOptions, 'place'> {
  const { slug, slugPrefix, map = [], drafts = false } = options;
  if (slug !== undefined && kind !== 'CSV') {
    throw new UsageError(`--slug ${slug}: is for one article, and ${path} may hold several; give --slug-prefix`);
  }
  if (map.length > 0 && kind !== 'CSV') throw new UsageError('--map: only a table (.csv) has columns; leave it out');
  return { slug, slugPrefix, columns: map.map(givenRole), drafts };
}

/** "claim=Statement"; a column's name may have further signs of equality. */
function givenRole(given: string): GivenRole {
  const [, name, column] = /^([^=]+)=(.+)$/s.exec(given) ?? [];
  const role = TABLE_ROLES.find((each) => each.toLowerCase() === name?.trim().toLowerCase());
  if (!role || column === undefined) {
    const roles = TABLE_ROLES.map((each) => each.toLowerCase()).join(', ');
    throw new UsageError(`--map ${given}: write it as claim=Statement; the roles are ${roles}`);
  }
  return { column, role };
}
