/**
 * Reads and judges texts made to be hard (see `hostile.ts`) that grow, and tells what grows faster than they do.
 *
 *     npm run fuzz:growth -- --lengths 100000,400000,1600000 --format HTML --only "in each other"
 *
 * For each family it prints the time to read and to judge the shortest text, and for each longer one the time per
 * character as a ratio to the one before: 1.0 is linear, 4.0 at four times the length is quadratic. Times are of the
 * processor. Rows with "!" are to be looked at: a ratio above `--most`, an error, no answer within `--limit` seconds.
 * Times of a shared machine say no more than that, so nothing passes or fails by them; an error or no answer does.
 */
import { parseArgs } from 'node:util';
import type { GrowthAnswer, GrowthQuestion } from './growth-child.js';
import { HOSTILE_FAMILIES } from './hostile.js';
import { Isolated } from './isolated.js';

/** What takes less says nothing by its growth, in milliseconds. */
const TOO_SHORT_MS = 150;

const { values } = parseArgs({
  options: {
    lengths: { type: 'string', default: '50000,400000' },
    format: { type: 'string' },
    only: { type: 'string' },
    limit: { type: 'string', default: '60' },
    most: { type: 'string', default: '2' },
  },
});
const lengths = values.lengths.split(',').map(Number);
const most = Number(values.most);
const families = HOSTILE_FAMILIES.filter(
  ({ format, name }) =>
    (values.format === undefined || format === values.format.toUpperCase()) &&
    (values.only === undefined || name.includes(values.only)),
);

const isolated = new Isolated<GrowthQuestion, GrowthAnswer>('growth-child.ts');
let failed = 0;
for (const { format, name } of families) {
  const cells: string[] = [];
  let looked = false;
  let before: GrowthAnswer | null = null;
  for (const [i, length] of lengths.entries()) {
    const outcome = await isolated.ask({ format, name, length }, Number(values.limit) * 1000);
    if (outcome.kind !== 'answered' || outcome.answer.error !== null) {
      failed += 1;
      looked = true;
      cells.push(outcome.kind === 'answered' ? outcome.answer.error! : `${outcome.kind}: ${outcome.details}`);
      break;
    }
    const { answer } = outcome;
    const by = length / (lengths[i - 1] ?? length);
    const grown = (part: 'read' | 'judge'): string => {
      const ratio = before ? answer[part] / Math.max(before[part], 1) / by : 1;
      looked ||= ratio > most && answer[part] > TOO_SHORT_MS;
      return `${answer[part].toFixed(0).padStart(6)} ms${before ? ` ×${ratio.toFixed(1)}` : ''}`;
    };
    cells.push(
      `read ${grown('read')}, judge ${grown('judge')}, ${answer.claims} claims, ${answer.memory.toFixed(0)} MiB`,
    );
    before = answer;
  }
  console.log(`${looked ? '!' : ' '} ${format.padEnd(8)} ${name.padEnd(36)} ${cells.join(' | ')}`);
}
isolated.close();
process.exitCode = failed > 0 ? 1 : 0;
