import { renameSync, rmSync, writeFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { entryAt } from './entry-at.js';
import { UsageError } from './terminal.js';

/**
 * Writes a file whole or not at all: beside it, then in its place. What a link leads to is written, and keeps its
 * permissions.
 *
 * @throws UsageError naming the file when it cannot be written
 */
export function writeFileWhole(path: string, text: string): void {
  const before = entryAt(path);
  const target = before ? realpathSync(path) : path;
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { flag: 'wx', ...(before ? { mode: before.mode } : {}) });
    renameSync(beside, target);
  } catch (error) {
    removeWhatIsThere(beside);
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path}: cannot be written (${code}); check who owns it and its folder`, { cause: error });
  }
}

function removeWhatIsThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing could be written, nothing is there.
  }
}
