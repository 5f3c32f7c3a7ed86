import { UsageError, type ExitStatus, type Terminal } from './terminal.js';

/**
 * Does the work on each path. One that cannot be done is told, and the others are done.
 *
 * @param work what comes of one
 * @returns the worst status; 2 when one could not be done
 */
export async function eachPath(
  paths: readonly string[],
  terminal: Terminal,
  work: (path: string, place: number) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  for (const [place, path] of paths.entries()) {
    try {
      const own = await work(path, place);
      if (own > status) status = own;
    } catch (error) {
      terminal.progress('');
      if (!(error instanceof UsageError)) throw error;
      terminal.error(error.message.startsWith(`${path}: `) ? error.message : `${path}: ${error.message}`);
      status = 2;
    }
  }
  return status;
}
