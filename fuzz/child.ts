/** Examines one input after another, as its parent sends them: a hang or a crash ends this process alone. */
import { BrokenPromiseError, examineBytes, type InputFormat } from './examine.js';
import { READY } from './isolated.js';

/** What the parent asks. */
export interface Question {
  readonly format: InputFormat;
  readonly bytes: Uint8Array;
}

/** What became of an input. */
export type Answer =
  | { readonly kind: 'kept'; readonly claims: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Failure {
  /** Equal for failures that have, as far as one can tell, one cause. */
  readonly key: string;
  readonly details: string;
}

async function answer(bytes: Uint8Array, format: InputFormat): Promise<Answer> {
  try {
    const article = await examineBytes(bytes, format);
    // A promise that nobody waits for is to fail with its own input.
    await new Promise(setImmediate);
    return article ? { kind: 'kept', claims: article.claims.length } : { kind: 'refused' };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { key: 'threw no error', details: String(error) };
  const details = error.stack ?? error.message;
  if (error instanceof BrokenPromiseError) {
    // "a line is that of its place: claim 4" of any claim.
    return { key: error.message.replace(/\d+|"[^"]*"|“[^”]*”/g, '#').replace(/ at #.*/, ''), details };
  }
  const place = /\/(src\/[^)\s]*?:\d+)/.exec(details)?.[1] ?? '';
  return { key: `${error.name} ${place}`, details };
}

process.on('message', ({ format, bytes }: Question) => {
  void answer(bytes, format).then((told) => process.send!(told));
});
process.send!(READY);
