import { createHash } from 'node:crypto';
import type { SourceText } from '../converting/source-text.js';
import { fault } from '../editing/user-fault.js';
import { ReadingError, type ReadingPool } from '../importing/reading-pool.js';
import type { SnapshotExtent } from '../judging/comparison.js';
import { extentOf } from '../judging/comparing/snapshot.js';
import { LONGEST_TEXT } from '../sources/snapshot-texts.js';
import type { CapturedContent } from './given-content.js';

/** The words of a source, as they are to be kept. */
export interface TakenText {
  readonly text: string;
  /** SHA-256 of the text as UTF-8. */
  readonly hash: Buffer;
  readonly words: number;
  readonly mediaType: string;
  readonly title: string | null;
  readonly extent: SnapshotExtent;
  /** What speaks against its being the whole source, in sentences. */
  readonly cautions: readonly string[];
}

/**
 * Takes the words of what was captured, in a thread.
 *
 * @param complete what a person says; null: nothing
 * @param field of the input, for errors
 * @throws UserFault when there are none, or too many, or the page says that there is nothing
 */
export async function takeText(
  { input, mediaType }: CapturedContent,
  { title, complete }: { readonly title: string | null; readonly complete: boolean | null },
  pool: Pick<ReadingPool, 'extract'>,
  field: string,
): Promise<TakenText> {
  const found = await extract(input, pool, field);
  const { text, words } = found;
  if (found.gone !== null && complete !== true) {
    throw fault('UNREACHABLE', `${found.gone}; say complete: true if that is the source`, field);
  }
  if (words === 0)
    throw fault('EMPTY', 'has no words; of a scanned document give the text that was read from it', field);
  if (text.length > LONGEST_TEXT) {
    const size = text.length.toLocaleString('en');
    const advice = 'capture the part that is cited, with complete: false';
    throw fault(
      'TOO_LARGE',
      `has ${size} characters of text, at most ${LONGEST_TEXT.toLocaleString('en')} are kept; ${advice}`,
      field,
    );
  }
  // What a person says goes before what the page looks like.
  const isPart = complete === null ? found.caution !== null : !complete;
  return {
    text,
    hash: createHash('sha256').update(text).digest(),
    words,
    mediaType,
    title: title ?? found.title,
    extent: extentOf(text, isPart ? 'PARTIAL' : 'FULL'),
    cautions: complete === null && found.caution !== null ? [found.caution] : [],
  };
}

async function extract(
  input: CapturedContent['input'],
  pool: Pick<ReadingPool, 'extract'>,
  field: string,
): Promise<SourceText> {
  try {
    const found = await pool.extract(input);
    if (!('reason' in found)) return found;
    throw fault(found.reason === 'TOO_LARGE' ? 'TOO_LARGE' : 'INVALID_INPUT', found.message, field);
  } catch (error) {
    if (error instanceof ReadingError) throw fault(error.code, error.message, field);
    throw error;
  }
}
