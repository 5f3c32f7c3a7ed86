/**
 * Compares claims with sources, and tells how many a second, and how the time grows with the length of the source.
 *
 *     npm run bench:support -- --lengths 1000,10000,100000,1000000,5000000 --claims 1000
 *
 * Sources are made up of sentences on a few hundred things, lengths are in UTF-16 units. "Read" is the time to read the source
 * once, "a claim" the mean time to compare one with it, and "growth" both together for all claims, by unit of length, as a
 * ratio to the shortest. Times are of the processor. Nothing passes or fails here: times are of one machine.
 */
import { parseArgs } from 'node:util';
import { indexSource, type SourceIndex } from '../src/judging/support/source-index.js';
import { supportOf } from '../src/judging/support/support.js';
import { sentence, sourceOf } from './support/made-up.js';
import { timed } from './support/timed.js';

const { values } = parseArgs({
  options: {
    lengths: { type: 'string', default: '1000,10000,100000,1000000,5000000' },
    claims: { type: 'string', default: '1000' },
  },
});
const lengths = values.lengths.split(',').map(Number);
const claims = Array.from({ length: Number(values.claims) }, sentence);
const compareAll = (index: SourceIndex): void => claims.forEach((claim) => void supportOf(claim, index));
compareAll(indexSource({ text: sourceOf(5000) })); // Warms up what is compiled on first use.

console.log(`${claims.length} claims that cite one source`);
const row = (cells: readonly string[]): void => console.log(cells.map((cell) => cell.padStart(14)).join(''));
row(['length', 'read', 'a claim', 'claims/second', 'growth']);
let first: number | null = null;
for (const length of lengths) {
  const text = sourceOf(length);
  const read = timed(() => indexSource({ text }));
  const compared = timed(() => compareAll(read.result));
  const perUnit = (read.ms + compared.ms) / length;
  first ??= perUnit;
  const each = compared.ms / claims.length;
  row([
    String(length),
    `${read.ms.toFixed(1)} ms`,
    `${each.toFixed(3)} ms`,
    (1000 / each).toFixed(0),
    (perUnit / first).toFixed(3),
  ]);
}
const pairs = Array.from({ length: 500 }, () => ({ claim: sentence(), text: sourceOf(3000) }));
const apart = timed(() => pairs.forEach(({ claim, text }) => void supportOf(claim, indexSource({ text }))));
console.log(
  `\n${pairs.length} pairs, each with a source of its own of 3,000: ${((pairs.length / apart.ms) * 1000).toFixed(0)} pairs a second`,
);
