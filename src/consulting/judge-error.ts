/**
 * Why a second judge gave no answer. Stable, for programs.
 *
 * - BUSY: it asks for patience (429, 503)
 * - AWAY: it cannot be reached, took too long, or fails
 * - REFUSED: it does not take the request: another key, model or address is needed
 * - STRANGE: what answers is no such endpoint, or answers without bounds
 */
export type JudgeErrorCode = 'BUSY' | 'AWAY' | 'REFUSED' | 'STRANGE';

/** Thrown when a second judge gave no answer. The message is for everybody: it names no address and no key. */
export class JudgeError extends Error {
  override readonly name = 'JudgeError';

  constructor(
    readonly code: JudgeErrorCode,
    message: string,
    /** For the log of who runs the server. */
    readonly detail: string,
    /** How long it asks to be left alone, in milliseconds; 0: it does not say. */
    readonly waitMs = 0,
  ) {
    super(message);
  }

  /** Whether trying again later may help, without anybody doing something about it. */
  get isPassing(): boolean {
    return this.code === 'BUSY' || this.code === 'AWAY';
  }
}
