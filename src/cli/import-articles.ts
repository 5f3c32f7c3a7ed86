import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ARTICLE_FORMATS, STANDINGS, type Standing, UNSUPPORTED } from '../judging/evidence.js';
import { GraphqlClient, type UserErrorAnswer } from './graphql-client.js';
import { readInput, STANDARD_INPUT } from './input.js';
import { counted, printable } from './layout.js';
import { SIGNS } from './pretty-report.js';
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
}

const ARTICLE = /* GraphQL */ `
  fragment Imported on Article {
    slug
    title
    version
    summary {
      claims
      checkable
      score
      byStanding {
        standing
        count
      }
    }
  }
`;

const IMPORT = /* GraphQL */ `
  mutation Import($input: ImportArticleInput!) {
    importArticle(input: $input) {
      article {
        ...Imported
      }
      job {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
  ${ARTICLE}
`;

const PROGRESS = /* GraphQL */ `
  query Progress($id: ID!) {
    node(id: $id) {
      ... on Job {
        state
        done
        total
        error
      }
    }
  }
`;

const FINISHED = /* GraphQL */ `
  query Finished($slug: String!) {
    article(slug: $slug) {
      ...Imported
    }
  }
  ${ARTICLE}
`;

interface ImportedArticle {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly summary: {
    readonly claims: number;
    readonly checkable: number;
    readonly score: number | null;
    readonly byStanding: readonly { readonly standing: Standing; readonly count: number }[];
  };
}

interface JobProgress {
  readonly state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly done: number;
  readonly total: number | null;
  readonly error: string | null;
}

interface ImportAnswer {
  readonly importArticle: {
    readonly article: ImportedArticle | null;
    readonly job: { readonly id: string } | null;
    readonly userErrors: readonly UserErrorAnswer[];
  } | null;
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
  terminal: Terminal,
): Promise<ExitStatus> {
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
  let status: ExitStatus = 0;
  for (const [i, path] of paths.entries()) {
    terminal.progress(`${i + 1} of ${paths.length}: ${path} …`);
    try {
      const refused = await importOne(path, options, client, terminal);
      terminal.progress('');
      for (const { code, message, field } of refused) {
        terminal.error(`${path}: ${code}${field?.length ? ` (${field.join('.')})` : ''}: ${printable(message)}`);
      }
      if (refused.length > 0 && status === 0) status = 1;
    } catch (error) {
      terminal.progress('');
      if (!(error instanceof UsageError)) throw error;
      terminal.error(error.message.startsWith(`${path}: `) ? error.message : `${path}: ${error.message}`);
      status = 2;
    }
  }
  return status;
}

/** @returns why the server refused it; nothing when it did not */
async function importOne(
  path: string,
  options: ImportOptions,
  client: GraphqlClient,
  terminal: Terminal,
): Promise<readonly UserErrorAnswer[]> {
  const { slug, ...content } = isWebAddress(path) ? onTheWeb(path, options) : await inFile(path, options, terminal);
  const input = { slug, ...content, ...(options.desk === undefined ? {} : { desk: options.desk }) };
  const { importArticle: payload } = await client.request<ImportAnswer>(IMPORT, { input });
  if (!payload) throw new UsageError('the server gave no answer about this article; look into its log');
  if (payload.userErrors.length > 0) return payload.userErrors;
  if (payload.job) await finished(payload.job.id, path, client, terminal);
  const article =
    payload.article ?? (await client.request<{ article: ImportedArticle | null }>(FINISHED, { slug })).article;
  if (!article) throw new UsageError('the server took the article and does not have it; look into its log');
  terminal.progress('');
  terminal.out(described(path, article));
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

/** Waits for a job, asking more seldom the longer it takes: first after 0.1 s, at last every 2 s. */
async function finished(id: string, path: string, client: GraphqlClient, terminal: Terminal): Promise<void> {
  for (let pause = 100; ; pause = Math.min(2000, pause * 1.5)) {
    const { node } = await client.request<{ node: JobProgress | null }>(PROGRESS, { id });
    if (!node) throw new UsageError('the server no longer knows the job of this import; look at the article there');
    if (node.state === 'FAILED')
      throw new UsageError(`the import failed: ${node.error ?? 'the server does not say why'}`);
    if (node.state === 'DONE') return;
    terminal.progress(`${path}: ${node.done}${node.total === null ? '' : ` of ${node.total}`} …`);
    await setTimeout(pause);
  }
}

function described(path: string, { slug, title, version, summary }: ImportedArticle): string {
  const count = new Map(summary.byStanding.map((each) => [each.standing, each.count]));
  const unsupported = UNSUPPORTED.reduce((sum, standing) => sum + (count.get(standing) ?? 0), 0);
  const standings = STANDINGS.filter((standing) => standing !== 'NOT_CHECKABLE' && (count.get(standing) ?? 0) > 0);
  const score = summary.score === null ? '' : `; score ${Math.floor(summary.score * 100 + 1e-9)} %`;
  return [
    `${path} → ${slug} (version ${version}): ${printable(title)}`,
    `  ${counted(summary.claims, 'claim')}, ${summary.checkable} checkable, ${unsupported} unsupported${score}`,
    `  ${standings.map((standing) => `${SIGNS[standing]} ${count.get(standing)} ${standing}`).join('  ')}`.trimEnd(),
  ].join('\n');
}

/** The file's name without folder and extension, as it can stand in an address: "Hydrogen Buses.md" → "hydrogen-buses". */
export function slugOf(path: string): string {
  const slug = slugFrom(basename(path).replace(/\.[^.]+$/, ''));
  if (slug === '') throw new UsageError(`${path}: its name makes no slug; give --slug`);
  return slug;
}
