// npm run generate: writes what is generated from the code. With --check it only says what is stale, and exits 1.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, node, root } from './setup.mjs';

install();
build();
const { status } = spawnSync(node, [join(root, 'scripts', 'generate-rule-docs.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
