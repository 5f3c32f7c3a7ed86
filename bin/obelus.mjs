#!/usr/bin/env node
// `npx obelus` from a checkout: installs and builds what is missing, then runs the command line.
import { handOver, setUp } from '../scripts/setup.mjs';

setUp();
await handOver('src/cli.js', process.argv.slice(2));
