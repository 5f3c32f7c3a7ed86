/**
 * Looks quotes up in snapshots, and compares claims with them, and tells how many a second, and how the time grows with the length of
 * the text.
 *
 *     npm run bench:comparing -- --lengths 1000,10000,100000,1000000,5000000 --claims 1000
 *
 * Texts are made up as those of `support.ts` are, lengths are in UTF-16 units; "one letter" is a text of the same word over and over,
 * in which each quote nearly stands everywhere. "Read" is the time to index a snapshot once, "each" the mean time to look one quote up,
 * or to compare one claim with its quote, and "growth" that time by unit of length, as a ratio to the shortest. Times are of the
 * processor. Nothing passes or fails here: times are of one machine.
 */
import { parseArgs } from 'node:util';
import { compare } from '../src/judging/comparing/compare.js';
import { findQuote, readQuote } from '../src/judging/comparing/find-quote.js';
import { indexSnapshot, type SnapshotIndex } from '../src/judging/comparing/snapshot.js';
import { sentence, sourceOf } from './support/made-up.js';
import { timed } from './support/timed.js';

const { values } = parseArgs({
  options: {
    lengths: { type: 'string', default: '1000,10000,100000,1000000,5000000' },
    claims: { type: 'string', default: '1000' },
  },
});
const lengths = values.lengths.split(',').map(Number);
const claims = Number(values.claims);

const snapshotOf = (text: string): SnapshotIndex =>
  indexSnapshot({ name: 'page', text, extent: 'FULL', language: 'en' });
const lookUp = (quote: string, { text, words }: SnapshotIndex): void => void findQuote(readQuote(quote), words(), text);
const middleOf = (text: string): string =>
  text.slice(text.length / 2, text.length / 2 + 150).replace(/^\S* | \S*$/g, '');

/** What is done many times with one snapshot. */
interface Work {
  readonly name: string;
  readonly textOf: (length: number) => string;
  /** @returns what is done once */
  readonly prepare: (snapshot: SnapshotIndex) => () => void;
}

const WORK: readonly Work[] = [
  {
    name: 'a quote that stands there',
    textOf: sourceOf,
    prepare: (snapshot) => () => lookUp(middleOf(snapshot.text), snapshot),
  },
  {
    name: 'a quote with a word changed',
    textOf: sourceOf,
    prepare: (snapshot) => () => lookUp(middleOf(snapshot.text).replace(/ the /, ' every '), snapshot),
  },
  {
    name: 'a quote with words left out',
    textOf: sourceOf,
    prepare: (snapshot) => () => lookUp(middleOf(snapshot.text).replace(/ in \d+, /, ' … '), snapshot),
  },
  { name: 'a quote that is nowhere', textOf: sourceOf, prepare: (snapshot) => () => lookUp(sentence(), snapshot) },
  {
    name: 'one letter: nearly everywhere',
    textOf: (length) => 'a '.repeat(length / 2),
    prepare: (snapshot) => () => lookUp(`${'a '.repeat(200)}b ${'a '.repeat(200)}`, snapshot),
  },
  {
    name: 'one letter: in 20 parts',
    textOf: (length) => 'a '.repeat(length / 2),
    prepare: (snapshot) => () => lookUp('a … '.repeat(20), snapshot),
  },
  {
    name: 'a claim with its quote, compared',
    textOf: sourceOf,
    prepare: (snapshot) => () =>
      void compare(
        { block: 'PARAGRAPH', attribute: null, column: null, text: sentence() },
        { quote: sentence() },
        { snapshots: [snapshot], issued: null, others: [] },
        'en',
      ),
  },
];

const row = ([first, ...cells]: readonly string[]): void =>
  console.log(first!.padEnd(34) + cells.map((cell) => cell.padStart(13)).join(''));
row(['', 'length', 'read', 'each', 'a second', 'growth']);
for (const { name, textOf, prepare } of WORK) {
  let first: number | null = null;
  for (const length of lengths) {
    const snapshot = snapshotOf(textOf(length));
    const read = timed(() => void [snapshot.words(), snapshot.source()]);
    const work = prepare(snapshot);
    work(); // What is read on first use, and compiled.
    const times = Math.max(3, Math.min(claims, Math.ceil(2e7 / length)));
    const { ms } = timed(() => {
      for (let i = 0; i < times; i++) work();
    });
    const each = ms / times;
    first ??= each / length;
    const growth = each / length / first;
    row([
      name,
      String(length),
      `${read.ms.toFixed(1)} ms`,
      `${each.toFixed(3)} ms`,
      (1000 / each).toFixed(0),
      growth.toFixed(3),
    ]);
  }
}
const shared = snapshotOf(sourceOf(lengths.at(-1)!));
const all = timed(() => {
  for (let i = 0; i < claims; i++) {
    const claim = { block: 'PARAGRAPH', attribute: null, column: null, text: sentence() } as const;
    compare(claim, { quote: sentence() }, { snapshots: [shared], issued: null, others: [] }, 'en');
  }
});
console.log(
  `\n${claims} claims that cite one source of ${lengths.at(-1)}, indexed once: ${(all.ms / 1000).toFixed(1)} s`,
);
