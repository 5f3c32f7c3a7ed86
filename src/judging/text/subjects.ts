import type { Language } from '../../languages/language.js';
import { lexiconOf } from './lexicon.js';
import { nameWords } from './publishers.js';
import { stem, words, type Word } from './words.js';

/**
 * Whether a text speaks of somebody of that name, and not only of what they said or published. Whole words, with their
 * capitals, a possessive ending or not; a name that is part of a longer one is another name.
 */
export function speaksOf(text: string, name: string, language: Language): boolean {
  const wanted = nameWords(name);
  if (wanted.length === 0 || !wanted.some((word) => /^\p{Lu}/u.test(word))) return false;
  const all = words(text);
  return all.some(
    (_, i) =>
      isAt(all, wanted, i) &&
      !isLonger(all, i, i + wanted.length, language) &&
      !isSpeaker(all, i, i + wanted.length, language),
  );
}

/** Words of the longest names of which a domain is made in one piece. */
const MOST_WORDS = 5;
/** Shorter labels are as many words' as names'. */
const SHORTEST_LABEL = 4;
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

/** The name in a text that a domain is made of: "Harbour Trams" of "harbour-trams.example"; null when there is none. */
export function nameOfDomain(text: string, domain: string, language: Language): string | null {
  const label = domain.split('.')[0]!.replaceAll('-', '');
  // Few texts have its letters in a row: the rest need not be parted into words.
  if (label.length < SHORTEST_LABEL || !text.toLowerCase().replace(NO_LETTERS, '').includes(label)) return null;
  const all = words(text);
  for (const [i, first] of all.entries()) {
    if (!isName(first, language)) continue;
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

const isName = (word: Word | undefined, { stopWords }: Language): boolean =>
  word !== undefined && /^\p{Lu}/u.test(word.raw) && !stopWords.has(word.text);

/** "Example Records" is not "Example": a name goes on where a word with a capital touches it. */
function isLonger(all: readonly Word[], from: number, to: number, language: Language): boolean {
  const [before, first, last, after] = [all[from - 1], all[from]!, all[to - 1]!, all[to]];
  return (
    (isName(before, language) && first.start - before!.end === 1) ||
    (isName(after, language) && after!.start - last.end === 1)
  );
}

/** "Example said", "Example has reported", "according to Example", "told Example". */
function isSpeaker(all: readonly Word[], from: number, to: number, language: Language): boolean {
  const before = all.slice(Math.max(0, from - 2), from).map(({ text }) => text);
  const near = language.notes.articles.has(before.at(-1) ?? '') ? before.at(-2) : before.at(-1);
  if (language.notes.sourceBefore.has(near ?? '')) return true;
  const next = all.slice(to, to + 2).map(({ text }) => text);
  const verb = language.stopWords.has(next[0] ?? '') ? next[1] : next[0];
  return verb !== undefined && lexiconOf(language).reportingVerbs.has(stem(verb, language));
}
