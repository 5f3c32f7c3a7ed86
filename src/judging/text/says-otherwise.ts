import type { Language } from '../../languages/language.js';
import { opennessOf, roleOf } from './differences.js';
import { figures, type Figure } from './figures.js';
import { normalise, plain } from './normalise.js';
import { polarityOf } from './polarity.js';
import { cutQualifier } from './qualifiers.js';
import { stem, words, type Word } from './words.js';

/**
 * Whether a text that was reworded says something else, so that what a person found out about the former must be looked
 * at again: another number, amount or date, or another bound of one ("at least", "until"); a denial, or something that
 * has ended; a condition or exception; another name, or names in another order. Anything else is taken for a rewording.
 */
export function saysOtherwise(before: string, after: string, language: Language): boolean {
  if (normalise(before) === normalise(after)) return false;
  return pointsOf(before, language) !== pointsOf(after, language) || namesDiffer(before, after, language);
}

/** What must stay the same, in one form: figures in any order, for a sentence can be turned around. */
function pointsOf(text: string, language: Language): string {
  const { core, qualifier } = cutQualifier(plain(text), language);
  const stated = figures(core, language).map(
    (figure) => `${valueOf(figure)} ${opennessOf(core, figure, language)}${roleOf(core, figure, language)}`,
  );
  const condition = qualifier === null ? null : words(qualifier).map((word) => word.text);
  return JSON.stringify([stated.sort(), polarityOf(words(core), language), condition]);
}

const valueOf = ({ kind, value, date, currency, unit }: Figure): string =>
  [kind, date ?? value, currency ?? unit].join(' ');

function namesDiffer(before: string, after: string, language: Language): boolean {
  const toStem = (word: Word): string => stem(word.text, language);
  const [old, fresh] = [words(before), words(after)];
  const [hadBefore, hasNow] = [new Set(old.map(toStem)), new Set(fresh.map(toStem))];
  const [was, is] = [namesOf(old, before, language), namesOf(fresh, after, language)];
  // Where a sentence begins, a capital shows nothing: what is a name on one side must only be said on the other.
  if ([...was].some((name) => !hasNow.has(name)) || [...is].some((name) => !hadBefore.has(name))) return true;
  const names = new Set([...was, ...is]);
  const order = (all: readonly Word[]): string =>
    [...new Set(all.map(toStem).filter((each) => names.has(each)))].join();
  return order(old) !== order(fresh);
}

/** Words with a capital where no sentence begins. */
function namesOf(all: readonly Word[], text: string, language: Language): Set<string> {
  const flat = plain(text);
  const inside = all.filter(
    (word) =>
      /^\p{Lu}/u.test(word.raw) &&
      !language.stopWords.has(word.text) &&
      !/(?:^|[.!?:"'(]\s*)$/.test(flat.slice(Math.max(0, word.start - 3), word.start)),
  );
  return new Set(inside.map((word) => stem(word.text, language)));
}
