import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Terminal } from './terminal.js';

/** Beside the folder of what is built. */
const START = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url));

/**
 * Runs the server in a process of its own, as `npm start` does, until it ends.
 *
 * @returns the exit status of the server, or 128 + the number of the signal that ended it
 */
export async function serve(terminal: Terminal): Promise<number> {
  const server = spawn(process.execPath, [START], { stdio: 'inherit' });
  // Ctrl-C in a terminal reaches both processes, and this one outlives it to tell how the server ended.
  const forward = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
  };
  process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', forward);
  try {
    const [status, signal] = (await once(server, 'exit')) as [number | null, NodeJS.Signals | null];
    return status ?? 128 + (signal ? constants.signals[signal] : 0);
  } catch (error) {
    terminal.error(`the server cannot be started: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  } finally {
    process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', forward);
  }
}
