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
import { createRuleset, type RulesetConfig } from '../judging/ruleset.js';
import { readArticle } from '../reading/read-article.js';
import type { WrittenFormat } from '../writing/markup.js';
import { writeArticle, type WrittenArticle } from '../writing/write-article.js';

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
  try {
    return await convertFile(bytes, kind);
  } catch (error) {
    if (!(error instanceof UnconvertibleFileError)) throw error;
    return { reason: error.reason, message: error.message };
  }
}

/** The words of a source, or why it has none. */
export async function extract(input: SourceInput): Promise<SourceText | Unconvertible> {
  const { sourceText } = await import('../converting/source-text.js');
  try {
    return await sourceText(input);
  } catch (error) {
    if (!(error instanceof UnconvertibleFileError)) throw error;
    return { reason: error.reason, message: error.message };
  }
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

/** @throws RulesetError when the configuration is wrong */
export function judge({ article, ruleset, waived, now }: JudgeTask): Judgement {
  return judgeArticle(article, { ruleset: createRuleset(ruleset), now, waived: new Set(waived) });
}
