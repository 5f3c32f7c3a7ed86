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

/** The project's own checkout. */
const HERE = join(import.meta.dirname, '../..');

/** Runs Node. What the caller's environment says otherwise does not reach it. */
function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, said: () => output };
}

/**
 * Starts a script of the project in a process of its own, and waits until it is ready.
 *
 * @param ready what it says when it is
 * @param checkout whose script it is; this one's when left out
 * @throws Error when it ends before that
 */
export const startProcess = (
  script: string,
  env: Readonly<Record<string, string>>,
  ready: string,
  checkout = HERE,
): Promise<Started> => startNode([join(checkout, 'scripts', script)], env, ready);

/** The same for anything that Node runs. @throws Error when it ends before it is ready */
export async function startNode(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: string,
): Promise<Started> {
  const { child, said } = runNode(args, env);
  await new Promise<void>((resolve, reject) => {
    const look = (): void => (said().includes(ready) ? resolve() : undefined);
    child.stdout!.on('data', look);
    child.once('close', () => reject(new Error(`${args.at(-1)} ended: ${said()}`)));
  });
  return { child, output: said() };
}

/** Runs a script of the project to its end. @returns what it said, and its exit status */
export async function runProcess(
  script: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<{ output: string; status: number | null }> {
  const { child, said } = runNode([join(HERE, 'scripts', script), ...args], env);
  const [status] = (await once(child, 'close')) as [number | null];
  return { output: said(), status };
}

export async function endProcess({ child }: Started, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
