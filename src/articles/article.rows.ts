import { FORMAT } from '../database/codes.js';
import { sqlOrder, integerKey, textKey, timeKey, uuidKey } from '../graphql/keyset.js';
import { identity } from '../graphql/ids.js';
import { Columns, named, type Needs } from '../graphql/rows.js';
import type { Article, ArticleOrder, Revision } from './article.type.js';

export interface ArticleRow {
  id: string;
  slug: string;
  title: string;
  url: string | null;
  language: string | null;
  desk: string | null;
  published_at: Date | null;
  updated_at: Date;
  archived_at: Date | null;
  version: number;
  revision: number;
}

/** Of a table `article a`. */
export const ARTICLE_COLUMNS = new Columns<ArticleRow>('a_', {
  id: 'a.id',
  slug: 'a.slug',
  title: 'a.title',
  url: 'a.url',
  language: 'a.language',
  desk: 'a.desk',
  published_at: 'a.published_at',
  updated_at: 'a.updated_at',
  archived_at: 'a.archived_at',
  version: 'a.version',
  revision: 'a.revision',
});

export const ARTICLE_NEEDS: Needs<ArticleRow> = {
  slug: ['slug'],
  title: ['title'],
  url: ['url'],
  language: ['language'],
  desk: ['desk'],
  publishedAt: ['published_at'],
  updatedAt: ['updated_at'],
  archivedAt: ['archived_at'],
  version: ['version'],
  revision: ['revision'],
  diff: ['revision'],
};

export function toArticle(row: ArticleRow): Article {
  return {
    ...identity('Article', row.id),
    slug: row.slug,
    title: row.title,
    url: row.url,
    language: row.language,
    desk: row.desk,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    archivedAt: row.archived_at,
    version: row.version,
    revisionNumber: row.revision,
  };
}

export const ARTICLE_ORDERS = {
  UPDATED: sqlOrder('articles:updated', [timeKey('a.updated_at'), uuidKey('a.id')], true),
  TITLE: sqlOrder('articles:title', [textKey('a.title'), uuidKey('a.id')]),
} as const satisfies Record<ArticleOrder, unknown>;

/** Holds of what belongs to an article that is not archived. `$1` is the workspace's id. @param column its id */
export const notArchived = (column: string): string =>
  `NOT EXISTS (SELECT FROM article ar WHERE ar.workspace_id = $1 AND ar.id = ${column} AND ar.archived_at IS NOT NULL)`;

export interface RevisionRow {
  id: string;
  article_id: string;
  number: number;
  title: string;
  format: number;
  created_at: Date;
}

/** Of a table `revision rv`. Without the content, which can have 20 MiB. */
export const REVISION_COLUMNS = new Columns<RevisionRow>('rv_', {
  id: 'rv.id',
  article_id: 'rv.article_id',
  number: 'rv.number',
  title: 'rv.title',
  format: 'rv.format',
  created_at: 'rv.created_at',
});

export function toRevision(row: RevisionRow): Revision {
  return {
    ...identity('Revision', row.id),
    number: row.number,
    title: row.title,
    format: named(FORMAT, row.format),
    createdAt: row.created_at,
  };
}

/** The newest first. */
export const REVISION_ORDER = sqlOrder('revisions', [integerKey('rv.number')], true);
