import { isDeepStrictEqual } from 'node:util';
import { convertFile } from '../src/converting/convert.js';
import type { FileKind } from '../src/converting/file-kind.js';
import { UnconvertibleFileError } from '../src/converting/unconvertible-file.js';
import { ARTICLE_FORMATS, type Article, type ArticleFormat, type Span } from '../src/judging/evidence.js';
import { judgeArticle, type Judgement } from '../src/judging/judge.js';
import { createRuleset } from '../src/judging/ruleset.js';
import { decode, UnreadableInputError } from '../src/reading/decode.js';
import { LineIndex } from '../src/reading/line-index.js';
import { readArticle } from '../src/reading/read-article.js';
import { quoteSelector } from '../src/judging/selector.js';

/** Thrown when a reading breaks what readers promise. The message says which promise, and where. */
export class BrokenPromiseError extends Error {
  override readonly name = 'BrokenPromiseError';
}

const RULESET = createRuleset();

/** What an article may be given as. */
export type InputFormat = ArticleFormat | FileKind;

export const isTextFormat = (format: InputFormat): format is ArticleFormat =>
  ARTICLE_FORMATS.some((each) => each === format);

/**
 * Takes bytes as an import does: decoded or converted, read, judged, and all of it held to what readers promise.
 *
 * @returns the article; null when the bytes are refused with one of the errors that are meant for that
 * @throws BrokenPromiseError, or what a reader threw
 */
export async function examineBytes(bytes: Uint8Array, format: InputFormat): Promise<Article | null> {
  try {
    if (isTextFormat(format)) return examineText(decode(bytes), format);
    const { content, format: becomes } = await convertFile(bytes, format);
    return examineText(content, becomes);
  } catch (error) {
    if (error instanceof UnreadableInputError || error instanceof UnconvertibleFileError) return null;
    throw error;
  }
}

/**
 * Reads and judges a text, twice, and holds it to what readers promise.
 *
 * @throws BrokenPromiseError, or what a reader threw
 */
export function examineText(input: string, format: ArticleFormat): Article {
  const article = readArticle(input, { format });
  holdArticle(article, input);
  holdJudgement(judgeArticle(article, { ruleset: RULESET, now: new Date(0) }), article, input);
  promise(isDeepStrictEqual(readArticle(input, { format }), article), 'the same input is read in the same way');
  return article;
}

function promise(kept: boolean, what: string, where = ''): void {
  if (!kept) throw new BrokenPromiseError(where === '' ? what : `${what}: ${where}`);
}

function holdArticle(article: Article, input: string): void {
  const { claims, references, markers, titleSpan, titleLine } = article;
  const lines = new LineIndex(input);
  const hold = (span: Span, where: string): void => holdSpan(span, input, where);
  const holdLine = (line: number, { start }: Span, where: string): void =>
    promise(line === lines.lineOf(start), 'a line is that of its place', where);

  if (titleSpan) hold(titleSpan, 'title');
  promise(titleLine === (titleSpan ? lines.lineOf(titleSpan.start) : 1), 'a line is that of its place', 'title');
  promise(article.title !== '', 'an article has a title');

  for (const [i, { span, line, labels, problem, raw }] of markers.entries()) {
    const where = `marker ${i + 1}`;
    hold(span, where);
    holdLine(line, span, where);
    promise(raw !== '' && span.end > span.start, 'a marker takes room', where);
    promise(labels.length > 0 || problem !== null, 'a marker names something, or has a problem', where);
    promise(i === 0 || markers[i - 1]!.span.start <= span.start, 'markers are in reading order', where);
  }

  const cited = new Map<string, number>();
  for (const [i, claim] of claims.entries()) {
    const where = `claim ${i + 1}`;
    promise(claim.ordinal === i + 1, 'ordinals count from 1', where);
    hold(claim.span, where);
    holdLine(claim.line, claim.span, where);
    promise(i === 0 || claims[i - 1]!.blockIndex <= claim.blockIndex, 'blocks are in order', where);
    promise(claim.checkable === (claim.notCheckable === null), 'what is not checkable says why', where);
    for (const hole of claim.holes) hold(hole.span, `${where}, hole`);
    for (const tag of claim.tags) hold(tag.span, `${where}, tag`);
    const { exact, prefix, suffix } = quoteSelector(input, claim.span);
    promise(
      input.startsWith(prefix + exact + suffix, claim.span.start - prefix.length),
      'a selector finds its claim',
      where,
    );
    for (const { label, spans } of claim.citations) {
      cited.set(label, (cited.get(label) ?? 0) + 1);
      promise(spans.length > 0, 'a citation of a text has a marker', where);
      for (const span of spans) hold(span, `${where}, citation ${label}`);
    }
  }

  const byLabel = new Map(references.map((reference) => [reference.label, reference]));
  promise(byLabel.size === references.length, 'labels are unique', 'references');
  promise(
    new Set(references.map(({ number }) => number)).size === references.length,
    'numbers are unique',
    'references',
  );
  for (const [i, { label, number, span, line, text, source, citationCount, markerCount }] of references.entries()) {
    const where = `reference "${label}"`;
    promise(i === 0 || references[i - 1]!.number <= number, 'references are in order', where);
    promise((span === null) === (text === null) && (span === null) === (line === null), 'listed, or not', where);
    promise(source === null || span !== null, 'a source stands in the list', where);
    if (span) {
      hold(span, where);
      holdLine(line!, span, where);
    }
    promise(citationCount === (cited.get(label) ?? 0), 'citations are counted', where);
    promise(markerCount > 0 || citationCount === 0, 'what is cited has a marker', where);
  }
  for (const { citations, ordinal } of claims) {
    for (const { label, number, source } of citations) {
      const reference = byLabel.get(label);
      const is = reference?.number === number && reference.source === source;
      promise(is, 'a citation is of a reference', `claim ${ordinal}, citation ${label}`);
    }
  }
}

function holdSpan({ start, end }: Span, input: string, where: string): void {
  const place = `${where} at ${start}–${end} of ${input.length}`;
  promise(Number.isInteger(start) && Number.isInteger(end), 'positions are whole numbers', place);
  promise(start >= 0 && start <= end && end <= input.length, 'positions are inside the input', place);
  for (const at of [start, end]) {
    const splits = isHigh(input.charCodeAt(at - 1)) && isLow(input.charCodeAt(at));
    promise(!splits, 'no position splits a character', place);
  }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function holdJudgement({ errored, claims, findings }: Judgement, article: Article, input: string): void {
  const [error] = errored;
  if (error) promise(false, 'no rule fails', `${error.rule} on claim ${error.claim}: ${error.message}`);
  promise(claims.length === article.claims.length, 'each claim is judged');
  const fingerprints = new Set(findings.map(({ fingerprint }) => fingerprint));
  promise(fingerprints.size === findings.length, 'fingerprints are unique');
  const lines = new LineIndex(input);
  for (const { rule, claim, span, line, message, remedy } of findings) {
    const where = `finding ${rule} of claim ${claim}`;
    promise(message !== '' && remedy !== '', 'a finding has words', where);
    if (span) holdSpan(span, input, where);
    // Of a claim's finding it can also be the line in which the claim begins.
    const places = [...(claim === null ? [] : [article.claims[claim - 1]!.span]), ...(span ? [span] : [])];
    const isThere = places.some(({ start }) => lines.lineOf(start) === line) || (places.length === 0 && line === 1);
    promise(isThere, 'a line is that of its place', where);
  }
}
