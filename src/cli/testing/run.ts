import { run as runProgram } from '../program.js';
import type { Terminal } from '../terminal.js';

/** What a command answered. */
export interface Result {
  readonly status: number;
  readonly out: string;
  /** One a line. */
  readonly errors: readonly string[];
}

/** Runs a command line without a process, with a clock that stands still; a first object changes the terminal. */
export async function run(
  ...args: readonly [Partial<Omit<Terminal, 'input'>> & { input?: unknown }, ...string[]] | readonly string[]
): Promise<Result> {
  const [first, ...rest] = args;
  const [changed, words] = typeof first === 'object' ? [first, rest as string[]] : [{}, args as readonly string[]];
  const out: string[] = [];
  const errors: string[] = [];
  const terminal = {
    out: (text: string) => out.push(text),
    error: (text: string) => errors.push(...text.split('\n')),
    progress: () => {},
    isWatched: false,
    interrupted: () => Promise.resolve(),
    input: [],
    colour: false,
    width: 100,
    now: new Date('2031-01-01'),
    version: '1.2.3',
    ...changed,
  } as unknown as Terminal;
  const status = await runProgram(words, terminal);
  return { status, out: out.join('\n'), errors };
}
