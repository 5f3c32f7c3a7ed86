import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { PATHS, type Screen } from '../paths.js';
import { earlyScript, headsOf, STYLES } from './heads.js';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const COMPRESSIBLE = /\.(?:js|css|svg|json)$/;
/** Below this a packet is a packet. */
const SMALLEST_BYTES = 1_024;
/** What opens at "/". */
const FIRST: Screen = 'queue';

/**
 * Writes what the server needs beside the files: the paths of screens, what is put into the page at each, and each file compressed as far
 * as it goes.
 */
export function served(): Plugin {
  return {
    name: 'obelus:served',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) this.error('the build has no folder');
      const path = join(dir, 'index.html');
      const page = await readFile(path, 'utf8');
      const heads = headsOf(bundle, page, await earlyScript());
      await writeFile(path, page.replaceAll(STYLES, ''));
      const screens = Object.entries(PATHS).map(([screen, at]) => ({ path: at, head: heads[screen as Screen] }));
      const description = { screens: [{ path: '/', head: heads[FIRST] }, ...screens] };
      await writeFile(join(dir, 'console.json'), JSON.stringify(description));
      const names = await readdir(dir, { recursive: true });
      await Promise.all(names.filter((name) => COMPRESSIBLE.test(name)).map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < SMALLEST_BYTES) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${path}.br`, await brotli(bytes, { params }));
  await writeFile(`${path}.gz`, await zip(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
