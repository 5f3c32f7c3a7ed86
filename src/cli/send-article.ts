import { setTimeout } from 'node:timers/promises';
import { STANDINGS, type Standing } from '../judging/evidence.js';
import type { GraphqlClient, UserErrorAnswer } from './graphql-client.js';
import { counted, percent, printable, unsupportedIn } from './layout.js';
import { SIGNS } from './pretty-report.js';
import { UsageError, type Terminal } from './terminal.js';

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
      revision {
        id
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
    readonly revision: { readonly id: string } | null;
    readonly job: { readonly id: string } | null;
    readonly userErrors: readonly UserErrorAnswer[];
  } | null;
}

/** The fields of the API's ImportArticleInput that are sent. */
export interface SentArticle {
  readonly slug: string;
  /** Left out, the server fetches it from `url`. */
  readonly content?: string;
  readonly format?: string;
  readonly title?: string;
  readonly url?: string;
  readonly desk?: string;
  readonly publishedAt?: string;
  readonly onlyIfChanged?: boolean;
}

export type SendResult =
  | { readonly refused: readonly UserErrorAnswer[] }
  /** Where nothing had changed, nothing was stored. */
  | { readonly article: ImportedArticle; readonly isUnchanged: boolean };

/**
 * Sends an article, and waits until it is imported.
 *
 * @param path what people are told that it is
 * @throws UsageError when the server cannot be asked, or fails
 */
export async function sendArticle(
  input: SentArticle,
  path: string,
  client: GraphqlClient,
  terminal: Terminal,
): Promise<SendResult> {
  const { importArticle: payload } = await client.request<ImportAnswer>(IMPORT, { input });
  if (!payload) throw new UsageError('the server gave no answer about this article; look into its log');
  if (payload.userErrors.length > 0) return { refused: payload.userErrors };
  if (payload.job) await finished(payload.job.id, path, client, terminal);
  const { slug } = input;
  const article =
    payload.article ?? (await client.request<{ article: ImportedArticle | null }>(FINISHED, { slug })).article;
  if (!article) throw new UsageError('the server took the article and does not have it; look into its log');
  return { article, isUnchanged: payload.article !== null && payload.revision === null };
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

/** An article as it was imported, in three lines. */
export function described(path: string, { slug, title, version, summary }: ImportedArticle): string {
  const count = new Map(summary.byStanding.map((each) => [each.standing, each.count]));
  const standings = STANDINGS.filter((standing) => standing !== 'NOT_CHECKABLE' && (count.get(standing) ?? 0) > 0);
  const score = summary.score === null ? '' : `; score ${percent(summary.score)}`;
  return [
    `${path} → ${slug} (version ${version}): ${printable(title)}`,
    `  ${counted(summary.claims, 'claim')}, ${summary.checkable} checkable, ${unsupportedIn(summary)} unsupported${score}`,
    `  ${standings.map((standing) => `${SIGNS[standing]} ${count.get(standing)} ${standing}`).join('  ')}`.trimEnd(),
  ].join('\n');
}

/** An article that was there as it is. */
export const unchanged = (path: string, { slug, version }: ImportedArticle): string =>
  `${path} → ${slug} (version ${version}): unchanged`;

/** Why the server refused an article, as one line. */
export const refusal = (path: string, { code, message, field }: UserErrorAnswer): string =>
  `${path}: ${code}${field?.length ? ` (${field.join('.')})` : ''}: ${printable(message)}`;
