/**
 * Fits the weights of the comparison of claims with sources, and writes them to src/judging/support/weights.ts.
 *
 *     npm run train -- --data DIR
 *
 * DIR has a folder for each set of `pairs.ts` that may be trained on. The same data gives the same file.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { trainOn, WEIGHTS_FILE, weightsFile } from './weights-file.js';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) {
  console.error('Say where the sets of judged pairs lie: --data DIR');
  process.exit(2);
}
const content = await weightsFile(trainOn(values.data));
writeFileSync(WEIGHTS_FILE, content);
console.log(`${WEIGHTS_FILE}: ${Math.round(Buffer.byteLength(content) / 1024)} KiB`);
