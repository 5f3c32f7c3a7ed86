import { basename } from 'node:path';
import { ARTICLE_FORMATS } from '../judging/evidence.js';
import { collectionKindOf } from './collection-kind.js';
import { eachPath } from './each-path.js';
import { GraphqlClient, type UserErrorAnswer } from './graphql-client.js';
import { readInput, STANDARD_INPUT } from './input.js';
import { described, refusal, sendArticle, unchanged } from './send-article.js';
import { isWebAddress, slugFrom, slugOfAddress } from './slug.js';
import { UsageError, type ExitStatus, type Terminal } from './terminal.js';

export interface ImportOptions {
  readonly server: string;
  readonly token?: string;
  /** What the article is called in addresses; left out, it is made of the file's name, or of its own address. */
  readonly slug?: string;
  readonly desk?: string;
  /** A format's name in lower case. */
  readonly inputFormat?: string;
  /** Stands before the slugs of a collection. */
  readonly slugPrefix?: string;
  /** What columns of a table hold, as given: "claim=Statement". */
  readonly map?: readonly string[];
  /** Tell what would be imported, and send nothing. */
  readonly preview?: boolean;
  /** Of WordPress: what is not published, too. */
  readonly drafts?: boolean;
  /** Tell nothing but what goes wrong. */
  readonly quiet?: boolean;
}

/**
 * Sends articles to a server and tells what it found in each. One that fails is told, and the others are sent.
 *
 * @returns 0 all are imported; 1 the server refused one; 2 one could not be read or sent
 * @throws UsageError for options that do not fit together
 */
export async function importArticles(
  paths: readonly string[],
  options: ImportOptions,
  given: Terminal,
): Promise<ExitStatus> {
  const terminal = options.quiet ? withoutProgress(given) : given;
  if (options.slug !== undefined && paths.length > 1) {
    throw new UsageError(
      `--slug ${options.slug}: is for one file, and there are ${paths.length}; import them one by one`,
    );
  }
  if (options.slug === undefined && paths.includes(STANDARD_INPUT)) {
    throw new UsageError('standard input has no name: give --slug');
  }
  if (options.slug === undefined) checkAddresses(paths.filter(isWebAddress));
  const client = new GraphqlClient(options.server, options.token);
  // Several are done again when not all were done: those that are there stay as they are.
  const onlyIfChanged = paths.length > 1;
  return eachPath(paths, terminal, async (path, place) => {
    terminal.progress(`${place + 1} of ${paths.length}: ${path} …`);
    const kind = isWebAddress(path) ? null : collectionKindOf(path, options.inputFormat);
    if (kind !== null) {
      const { importCollection } = await import('./import-collection.js');
      return importCollection({ path, kind }, options, client, terminal);
    }
    if (options.preview) throw new UsageError('--preview is for folders, .zip, .xml and .csv; leave it out');
    const refused = await importOne(path, { ...options, onlyIfChanged }, client, terminal);
    terminal.progress('');
    for (const each of refused) terminal.error(refusal(path, each));
    return refused.length > 0 ? 1 : 0;
  });
}

/** One on which all that is shown of progress is lost. */
const withoutProgress = (terminal: Terminal): Terminal => ({
  ...terminal,
  isWatched: true,
  progress: () => undefined,
});

/** @returns why the server refused it; nothing when it did not */
async function importOne(
  path: string,
  options: ImportOptions & { readonly onlyIfChanged: boolean },
  client: GraphqlClient,
  terminal: Terminal,
): Promise<readonly UserErrorAnswer[]> {
  const { slug, ...content } = isWebAddress(path) ? onTheWeb(path, options) : await inFile(path, options, terminal);
  const input = {
    slug,
    ...content,
    ...(options.desk === undefined ? {} : { desk: options.desk }),
    ...(options.onlyIfChanged ? { onlyIfChanged: true } : {}),
  };
  const result = await sendArticle(input, path, client, terminal);
  terminal.progress('');
  if ('refused' in result) return result.refused;
  if (!options.quiet)
    terminal.out(result.isUnchanged ? unchanged(path, result.article) : described(path, result.article));
  return [];
}

async function inFile(path: string, options: ImportOptions, terminal: Terminal) {
  const { text, format } = await readInput(path, options.inputFormat, terminal);
  return { slug: options.slug ?? slugOf(path), content: text, format };
}

/** What stands at an address the server fetches. */
function onTheWeb(url: string, { slug, inputFormat }: ImportOptions) {
  const format = ARTICLE_FORMATS.find((each) => each.toLowerCase() === inputFormat);
  return { slug: slug ?? slugOfAddress(url), url, ...(format === undefined ? {} : { format }) };
}

/** Two articles under one slug would be two revisions of one article. */
function checkAddresses(addresses: readonly string[]): void {
  const bySlug = new Map<string, string>();
  for (const address of addresses) {
    const slug = slugOfAddress(address);
    const other = bySlug.get(slug);
    if (other !== undefined && other !== address) {
      throw new UsageError(
        `${other} and ${address} would both be called "${slug}"; import them one by one, with --slug`,
      );
    }
    bySlug.set(slug, address);
  }
}

/** The file's name without folder and extension, as it can stand in an address: "Hydrogen Buses.md" → "hydrogen-buses". */
export function slugOf(path: string): string {
  const slug = slugFrom(basename(path).replace(/\.[^.]+$/, ''));
  if (slug === '') throw new UsageError(`${path}: its name makes no slug; give --slug`);
  return slug;
}
