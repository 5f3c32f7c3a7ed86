import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startScript } from '../support/start-script.js';

/** A script of the project that is killed and started again. */
export class Program {
  private child: ChildProcess | null = null;

  constructor(
    private readonly script: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly isReady: RegExp,
  ) {}

  /** Until it says that it is ready. */
  async start(): Promise<void> {
    const { child, output } = await startScript(
      this.script,
      { environment: this.environment },
      (started) => (this.child = started),
      (said) => this.isReady.test(said),
    );
    if (child.exitCode !== null || !this.isReady.test(output)) throw new Error(`${this.script} ended: ${output}`);
  }

  /** Gives it no chance to end what it does. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
