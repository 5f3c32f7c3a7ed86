import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export interface StartedScript {
  readonly child: ChildProcess;
  /** All that it said so far, to whichever stream. */
  readonly output: string;
}

/**
 * Starts a script of the project with nothing of the caller's environment but the search path and the home folder.
 *
 * @param started is told of the process at once, so that a test that gives up can end it
 * @param isReady by what it said so far; this waits until then, or until the script ends
 */
export async function startScript(
  name: string,
  options: { readonly cwd?: string; readonly environment: Readonly<Record<string, string>> },
  started: (child: ChildProcess) => void,
  isReady: (output: string) => boolean,
): Promise<StartedScript> {
  const child = spawn(process.execPath, [join(process.cwd(), 'scripts', name)], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.environment },
  });
  started(child);
  let output = '';
  await new Promise<void>((done) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (isReady(output)) done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => done());
  });
  return { child, output };
}
