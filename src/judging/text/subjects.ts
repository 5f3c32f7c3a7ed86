import { REPORTING_VERBS } from './lexicon.js';
import { nameWords } from './publishers.js';
import { STOP_WORDS } from './stop-words.js';
import { stem, words, type Word } from './words.js';

/** Before a name that is only where something was said or stood: "according to", "told", "in", "published by". */
const SOURCE_BEFORE = new Set('by from in on via to told tell with'.split(' '));

/**
 * Whether a text speaks of somebody of that name, and not only of what they said or published. Whole words, with their
 * capitals, a possessive ending or not; a name that is part of a longer one is another name.
 */
export function speaksOf(text: string, name: string): boolean {
  const wanted = nameWords(name);
  if (wanted.length === 0 || !wanted.some((word) => /^\p{Lu}/u.test(word))) return false;
  const all = words(text);
  return all.some(
    (_, i) => isAt(all, wanted, i) && !isLonger(all, i, i + wanted.length) && !isSpeaker(all, i, i + wanted.length),
  );
}

/** Words of the longest names of which a domain is made in one piece. */
const MOST_WORDS = 5;
/** Shorter labels are as many words' as names'. */
const SHORTEST_LABEL = 4;
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

/** The name in a text that a domain is made of: "Harbour Trams" of "harbour-trams.example"; null when there is none. */
export function nameOfDomain(text: string, domain: string): string | null {
  const label = domain.split('.')[0]!.replaceAll('-', '');
  // Few texts have its letters in a row: the rest need not be parted into words.
  if (label.length < SHORTEST_LABEL || !text.toLowerCase().replace(NO_LETTERS, '').includes(label)) return null;
  const all = words(text);
  for (const [i, first] of all.entries()) {
    if (!isName(first)) continue;
    let joined = '';
    for (let n = 1; n <= MOST_WORDS && i + n <= all.length && joined.length < label.length; n += 1) {
      joined += all[i + n - 1]!.raw.toLowerCase();
      if (joined === label)
        return all
          .slice(i, i + n)
          .map(({ raw }) => raw)
          .join(' ');
    }
  }
  return null;
}

const isAt = (all: readonly Word[], wanted: readonly string[], at: number): boolean =>
  wanted.every((word, i) => all[at + i]?.raw === word);

const isName = (word: Word | undefined): boolean =>
  word !== undefined && /^\p{Lu}/u.test(word.raw) && !STOP_WORDS.has(word.text);

/** "Example Records" is not "Example": a name goes on where a word with a capital touches it. */
function isLonger(all: readonly Word[], from: number, to: number): boolean {
  const [before, first, last, after] = [all[from - 1], all[from]!, all[to - 1]!, all[to]];
  return (isName(before) && first.start - before!.end === 1) || (isName(after) && after!.start - last.end === 1);
}

/** "Example said", "Example has reported", "according to Example", "told Example". */
function isSpeaker(all: readonly Word[], from: number, to: number): boolean {
  const before = all.slice(Math.max(0, from - 2), from).map(({ text }) => text);
  const near = before.at(-1) === 'the' ? before.at(-2) : before.at(-1);
  if (SOURCE_BEFORE.has(near ?? '')) return true;
  const next = all.slice(to, to + 2).map(({ text }) => text);
  const verb = STOP_WORDS.has(next[0] ?? '') ? next[1] : next[0];
  return verb !== undefined && REPORTING_VERBS.has(stem(verb));
}
