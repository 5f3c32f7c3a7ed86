import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Started {
  readonly child: ChildProcess;
  /** All that it said until it was ready. */
  readonly output: string;
}

const running = new Set<ChildProcess>();
// Nothing is left behind, however this ends.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/**
 * Runs a script of the project in a process of its own.
 *
 * @param ready what it says when it is
 * @throws Error when it ends before that
 */
export async function startProcess(script: string, env: Record<string, string>, ready: string): Promise<Started> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts', script)], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(ready)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(`${script} ended: ${output}`)));
  });
  return { child, output };
}

/** Runs a script of the project to its end. @returns what it said, and its exit status */
export async function runProcess(
  script: string,
  env: Record<string, string>,
): Promise<{ output: string; status: number | null }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts', script)], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  running.delete(child);
  return { output, status };
}

export async function endProcess({ child }: Started, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
