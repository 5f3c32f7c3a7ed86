#!/usr/bin/env node
// `npx obelus` from a checkout: installs and builds what is missing, then runs the command line.
import { handOver, setUp } from '../scripts/setup.mjs';

setUp();
const args = process.argv.slice(2);
// Imports may run for hours.
await handOver('src/cli.js', args, { lean: args[0] === 'import' });
