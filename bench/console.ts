/**
 * Measures the console in Chromium: by Lighthouse an article in the reader, with its scores, how soon it can be read, and what script
 * that takes; and a walk through a queue that is longer than anybody works through.
 *
 *     npm run bench:console -- --only reader --claims 1000 --references 300 --runs 3 --preset desktop,mobile
 *     npm run bench:console -- --only queue --queue 100000 --data .bench
 *
 * Who looks has signed in. Nothing passes or fails here: times are of one machine.
 */
import { parseArgs } from 'node:util';
import { measureQueue } from './console/queue.js';
import { measureReader } from './console/reader.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'reader,queue' },
    claims: { type: 'string', default: '1000' },
    references: { type: 'string', default: '300' },
    runs: { type: 'string', default: '3' },
    preset: { type: 'string', default: 'desktop,mobile' },
    keep: { type: 'string' },
    queue: { type: 'string', default: '100000' },
    data: { type: 'string', default: '.bench' },
  },
});
// The processes are ended, too.
process.once('SIGINT', () => process.exit(130));

const only = values.only.split(',');
if (only.includes('reader')) {
  await measureReader({
    claims: Number(values.claims),
    references: Number(values.references),
    runs: Number(values.runs),
    presets: values.preset.split(','),
    keep: values.keep,
  });
}
if (only.includes('queue')) await measureQueue({ claims: Number(values.queue), folder: values.data });
