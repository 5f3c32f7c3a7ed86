// npm run generate: writes what is generated from the code, by every scripts/generate-*.mjs. With --check nothing is
// written: it says what is stale, and exits 1.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, setUp } from './setup.mjs';

setUp();

const folder = join(root, 'scripts');
const generators = readdirSync(folder).filter((name) => /^generate-.*\.mjs$/.test(name));
const failed = generators.filter(
  (name) =>
    spawnSync(node, [join(folder, name), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status !== 0,
);
for (const name of failed) console.error(`scripts/${name} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
