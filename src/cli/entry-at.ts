import { statSync, type Stats } from 'node:fs';

/**
 * What stands at a path. Null where nothing does, and where it cannot be looked at: too long a path, a folder that is closed, a
 * link that leads back to itself. Whoever then reads it as a file is told why that cannot be.
 */
export function entryAt(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
