import { open } from 'node:fs/promises';
import type { RandomAccess } from '../converting/random-access.js';
import { UsageError } from './terminal.js';

/** A file on a disk, of which any part can be read, until it is closed. */
export interface OpenedFile extends RandomAccess {
  close(): Promise<void>;
}

/** @throws UsageError when it is no file on a disk; the errors of Node when it cannot be opened */
export async function openedFile(path: string): Promise<OpenedFile> {
  const handle = await open(path);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) {
      throw new UsageError(
        'is no file on a disk, and is read at several places; save what comes of it as a file first',
      );
    }
    return {
      size: stats.size,
      read: async (at, length) => {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, stats.size - at)));
        let done = 0;
        while (done < buffer.byteLength) {
          const { bytesRead } = await handle.read(buffer, done, buffer.byteLength - done, at + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return buffer.subarray(0, done);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
