import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder. */
export class TestFolder {
  private readonly root = mkdtempSync(join(tmpdir(), 'obelus-cli-'));

  path(name = '.'): string {
    return join(this.root, name);
  }

  /** Writes a file, with the folders above it. @returns its path */
  file(name: string, content: string | Uint8Array): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
