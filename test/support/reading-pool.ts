import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ReadingPool } from '../../src/importing/reading-pool.js';

/** The pool with a worker that runs the sources as they are. End it with `onApplicationShutdown`. */
export function sourceReadingPool(): ReadingPool {
  const url = (path: string): string => pathToFileURL(join(process.cwd(), path)).href;
  return new ReadingPool({
    filename: url('src/importing/reading.worker.ts'),
    execArgv: ['--import', url('test/support/typescript.mjs')],
  });
}
