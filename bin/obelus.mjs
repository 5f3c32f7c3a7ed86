#!/usr/bin/env node
// `npx obelus` from a checkout: installs and builds when that was not done, then runs the command line.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, node, root } from '../scripts/setup.mjs';

install();
build();
const { status } = spawnSync(node, [join(root, 'dist', 'src', 'cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
