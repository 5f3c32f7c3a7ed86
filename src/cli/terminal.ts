/** Where a command reads and writes, so that tests can listen. */
export interface Terminal {
  /** Writes lines to standard output; the last line break is added. */
  readonly out: (text: string) => void;
  /** The same for standard error. */
  readonly error: (text: string) => void;
  /** Shows what is being done, in place of what it showed before; '' clears it. Silent where nobody watches. */
  readonly progress: (text: string) => void;
  /** Whether somebody watches what `progress` shows. */
  readonly isWatched: boolean;
  /** Resolves when the user or the system wants the command to end. Asked only by what would else go on for ever. */
  readonly interrupted: () => Promise<void>;
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly now: Date;
  /** The version of Obelus. */
  readonly version: string;
}

/** 0: done; 1: done, and what was found is at or over the limit; 2: something could not be run. */
export type ExitStatus = 0 | 1 | 2;

/** A mistake in how a command was called or in what it was given. The message is one line for people. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
