import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** What became of a question: its answer, or that there is none. */
export type Outcome<A> =
  { readonly kind: 'answered'; readonly answer: A } | { readonly kind: 'hang' | 'crash'; readonly details: string };

/** Says that a child can be asked: what it takes to load it is not part of any question. */
export const READY = 'ready';

/** Memory of a child, in MiB: twice what 20 MiB of text may take. */
const MEMORY_MB = 4_096;

/** A script that answers questions in a process of its own, so that a hang and a crash are outcomes like others. */
export class Isolated<Q extends object, A> {
  private child: ChildProcess | null = null;

  /** @param script a file of this folder; sends `READY`, then an answer to each message */
  constructor(private readonly script: string) {}

  /** @param limitMs how long the answer may take */
  async ask(question: Q, limitMs: number): Promise<Outcome<A>> {
    const child = (this.child ??= await start(this.script));
    return await new Promise<Outcome<A>>((resolve) => {
      const settle = (outcome: Outcome<A>): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (outcome.kind !== 'answered') this.close();
        resolve(outcome);
      };
      const timer = setTimeout(() => settle({ kind: 'hang', details: `took more than ${limitMs / 1000} s` }), limitMs);
      child.once('message', (answer) => settle({ kind: 'answered', answer: answer as A }));
      child.once('exit', (code, signal) =>
        settle({ kind: 'crash', details: `the process ended with ${signal ?? code}` }),
      );
      child.once('error', (error) => settle({ kind: 'crash', details: String(error) }));
      child.send(question);
    });
  }

  close(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }
}

async function start(script: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, script), [], {
    execArgv: ['--import', './test/support/typescript.mjs', `--max-old-space-size=${MEMORY_MB}`],
    serialization: 'advanced',
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it could be asked`)));
  });
  child.removeAllListeners();
  return child;
}
