import type { ArticleFormat } from '../judging/evidence.js';

/** Told how much of a collection is read, of how much: entries or bytes. */
export type Place = (done: number, total: number) => void;

/** An article that was found in a collection, as it can be imported. */
export interface CollectedArticle {
  /** Where it stands in the collection, for people: a path, "post 42". */
  readonly name: string;
  readonly slug: string;
  /** Null: the content's own. */
  readonly title: string | null;
  readonly content: string;
  readonly format: ArticleFormat;
  readonly url: string | null;
  readonly desk: string | null;
  /** ISO 8601. */
  readonly publishedAt: string | null;
  /** What people should know of it, in sentences without a capital. */
  readonly notices: readonly string[];
}

/** What stands in a collection and makes no article, and why. */
export interface SkippedEntry {
  readonly name: string;
  readonly why: string;
}

/** Of what is left out, `unreadable` is an article that cannot be read; `skipped` was never meant to be imported. */
export type Collected =
  | { readonly kind: 'article'; readonly article: CollectedArticle }
  | { readonly kind: 'unreadable' | 'skipped'; readonly entry: SkippedEntry };

export const found = (article: CollectedArticle): Collected => ({ kind: 'article', article });
export const unreadable = (name: string, why: string): Collected => ({ kind: 'unreadable', entry: { name, why } });
export const skipped = (name: string, why: string): Collected => ({ kind: 'skipped', entry: { name, why } });

/** What holds several articles. */
export const COLLECTION_FORMATS = ['ZIP', 'WXR', 'CSV'] as const;
export type CollectionFormat = (typeof COLLECTION_FORMATS)[number];
