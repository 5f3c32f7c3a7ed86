import { createReadStream } from 'node:fs';
import { indexSource, type Source, type SourceIndex } from '../judging/support/source-index.js';
import { supportOf, type Support } from '../judging/support/support.js';
import { STANDARD_INPUT, whyUnreadable } from './input.js';
import { linesOf, objectOf, type Line } from './json-lines.js';
import { UsageError, type ExitStatus, type Terminal } from './terminal.js';

/** A claim beside its source, as a line gives it. */
interface Pair {
  /** Given back as it is; null when there is none. */
  readonly id: unknown;
  readonly claim: string;
  readonly source: Source;
}

const MIB = 1024 * 1024;
/** A source of 20 MiB with its escapes. In bytes. */
const LONGEST_LINE = 48 * MIB;
/** Claims are sentences. In UTF-16 units. */
const LONGEST_CLAIM = 20_000;
/** Sources that are kept for the next lines, the latest first: claims that cite one source often come in a row. */
const KEPT_SOURCES = 8;
/** Of larger sources only the latest is kept. In UTF-16 units, together. */
const KEPT_LENGTH = 4 * MIB;

/**
 * Compares claims with their sources: reads a pair a line and writes an answer a line, as it reads. A line that is no pair is
 * told on standard error with its number, and the rest goes on.
 *
 * @returns 2 when a line was no pair
 * @throws UsageError when the file cannot be read
 */
export async function support(path: string, terminal: Terminal): Promise<ExitStatus> {
  const indexOf = keepingSources();
  let status: ExitStatus = 0;
  try {
    const stream = path === STANDARD_INPUT ? terminal.input : createReadStream(path);
    for await (const line of linesOf(stream, LONGEST_LINE)) {
      terminal.progress(`Line ${line.number} …`);
      try {
        const pair = pairOf(line);
        if (pair) terminal.out(JSON.stringify(answerOf(pair, supportOf(pair.claim, indexOf(pair.source)))));
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        terminal.error(`${path}, line ${line.number}: ${error.message}`);
        status = 2;
      }
    }
  } catch (error) {
    throw new UsageError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  } finally {
    terminal.progress('');
  }
  return status;
}

/** Reads each source once, while it is among the latest. */
function keepingSources(): (source: Source) => SourceIndex {
  const kept = new Map<string, SourceIndex>();
  return (source) => {
    const key = JSON.stringify(source);
    const index = kept.get(key) ?? indexSource(source);
    // Set anew, so that the first is the one that was not asked for the longest.
    kept.delete(key);
    kept.set(key, index);
    let length = [...kept.keys()].reduce((sum, each) => sum + each.length, 0);
    for (const oldest of [...kept.keys()].slice(0, -1)) {
      if (kept.size <= KEPT_SOURCES && length <= KEPT_LENGTH) break;
      kept.delete(oldest);
      length -= oldest.length;
    }
    return index;
  };
}

/** @throws UsageError saying what is wrong with the line */
function pairOf({ bytes }: Line): Pair | null {
  if (bytes === null) throw new UsageError(`it is longer than ${LONGEST_LINE / MIB} MiB; shorten its source`);
  const object = objectOf(bytes);
  if (object === null) return null;
  const { id, claim, source_text: text, source_sentences: sentences } = object;
  if (typeof claim !== 'string') throw new UsageError('"claim" is missing, or no text');
  if (claim.length > LONGEST_CLAIM) {
    throw new UsageError(`"claim" has ${claim.length} characters, and may have ${LONGEST_CLAIM}; give one sentence`);
  }
  if ((text === undefined) === (sentences === undefined)) {
    throw new UsageError('it needs either "source_text" or "source_sentences"');
  }
  if (text === undefined) {
    if (!Array.isArray(sentences) || !sentences.every((each) => typeof each === 'string')) {
      throw new UsageError('"source_sentences" is no list of texts');
    }
    return { id: id ?? null, claim, source: { sentences } };
  }
  if (typeof text !== 'string') throw new UsageError('"source_text" is no text');
  return { id: id ?? null, claim, source: { text } };
}

/** What is written of a pair. */
const answerOf = (
  { id, source }: Pair,
  { score, label, confidence, passages, missing, cautions }: Support,
): object => ({
  id,
  score: rounded(score),
  label,
  confidence: rounded(confidence),
  passages: passages.map(({ start, end, ordinal, text }) =>
    'text' in source ? { start, end, text } : { sentence: ordinal, text },
  ),
  missing,
  cautions,
});

const rounded = (share: number): number => Number(share.toFixed(4));
