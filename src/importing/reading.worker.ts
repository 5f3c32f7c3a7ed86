import type { TableOptions } from '../collections/table-collection.js';
import type { ConvertedFile } from '../converting/convert.js';
import type { FileKind } from '../converting/file-kind.js';
import { UnconvertibleFileError, type UnconvertibleReason } from '../converting/unconvertible-file.js';
import type { SourceInput, SourceText } from '../converting/source-text.js';
import type { Comparison } from '../judging/comparison.js';
import { compareAll, keptIndices, type CitationsToCompare } from '../judging/comparing/compare-all.js';
import { changedPassages, type ChangedPassages } from '../revising/changed-passages.js';
import { matchClaims, type ClaimMatch, type ClaimSaid } from '../revising/match-claims.js';
import type { Article, ArticleFormat } from '../judging/evidence.js';
import { judgeArticle, type Judgement } from '../judging/judge.js';
import type { RulesetConfig } from '../judging/ruleset.js';
import { installedPlugins, installPlugins, rulesetOf } from '../plugins/installed-rules.js';
import { readArticle } from '../reading/read-article.js';
import { textBlocks, type TextBlock } from '../reading/text-blocks.js';
import type { WrittenFormat } from '../writing/markup.js';
import { writeArticle, type WrittenArticle } from '../writing/write-article.js';
import { collectArticles, type CollectResult, type CollectTask, type PreviewResult } from './collect.js';

/** What a worker thread is asked. Everything in it can be copied between threads. */
export interface ReadTask {
  readonly content: string;
  readonly format: ArticleFormat;
  readonly title: string | null;
}

export interface JudgeTask {
  readonly article: Article;
  readonly ruleset: RulesetConfig;
  /** Fingerprints of waived findings. */
  readonly waived: readonly string[];
  readonly now: Date;
  /** The files of the plugins by which the process judges. */
  readonly plugins: readonly string[];
}

export interface MatchTask {
  readonly before: readonly ClaimSaid[];
  readonly after: readonly ClaimSaid[];
}

export interface ConvertTask {
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
}

/** Why a file makes no article. A class of errors would not come through between threads. */
export interface Unconvertible {
  readonly reason: UnconvertibleReason;
  readonly message: string;
}

/** Loads the parsers of files with the first file: most threads never need them. */
export async function convert({ bytes, kind }: ConvertTask): Promise<ConvertedFile | Unconvertible> {
  const { convertFile } = await import('../converting/convert.js');
  return await orUnconvertible(() => convertFile(bytes, kind));
}

async function orUnconvertible<T>(work: () => T | Promise<T>): Promise<T | Unconvertible> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnconvertibleFileError)) throw error;
    return { reason: error.reason, message: error.message };
  }
}

export function collect(task: CollectTask): Promise<CollectResult> {
  return orUnconvertible(async () => ({ collected: await collectArticles(task) }));
}

export interface PreviewTask extends TableOptions {
  readonly bytes: Uint8Array;
}

export async function preview({ bytes, ...options }: PreviewTask): Promise<PreviewResult> {
  const { previewTable } = await import('../collections/table-collection.js');
  return await orUnconvertible(async () => ({ preview: await previewTable({ open: () => [bytes] }, options) }));
}

/** The words of a source, or why it has none. */
export async function extract(input: SourceInput): Promise<SourceText | Unconvertible> {
  const { sourceText } = await import('../converting/source-text.js');
  return await orUnconvertible(() => sourceText(input));
}

/** Indices of snapshots that a thread keeps, by the characters of their texts: a source is cited by article after article. */
const INDICES_KEPT = 10_000_000;
const indexOf = keptIndices(INDICES_KEPT);

export function compare(given: CitationsToCompare): Comparison[] {
  return compareAll(given, indexOf);
}

export interface DiffTask {
  readonly before: string;
  readonly after: string;
}

export function diff({ before, after }: DiffTask): ChangedPassages {
  return changedPassages(before, after);
}

export interface WriteTask {
  readonly article: WrittenArticle;
  readonly to: WrittenFormat;
}

export function write({ article, to }: WriteTask): string {
  return writeArticle(article, to);
}

export function match({ before, after }: MatchTask): ClaimMatch[] {
  return matchClaims(before, after);
}

export function read({ content, format, title }: ReadTask): Article {
  return readArticle(content, { format, title: title ?? undefined });
}

export interface BlocksTask {
  readonly content: string;
  readonly format: ArticleFormat;
  readonly title: string;
}

export function blocks({ content, format, title }: BlocksTask): TextBlock[] {
  return textBlocks(content, format, title);
}

/**
 * A thread has rules of its own: it loads the plugins of its process with the first article.
 *
 * @throws RulesetError when the configuration is wrong
 */
export async function judge({ article, ruleset, waived, now, plugins }: JudgeTask): Promise<Judgement> {
  if (installedPlugins().length === 0 && plugins.length > 0) await installPlugins(plugins, '/');
  return judgeArticle(article, { ruleset: rulesetOf(ruleset), now, waived: new Set(waived) });
}
