import type { Claim } from '../evidence.js';
import type { DisclaimerWords, Language } from '../../languages/language.js';
import { lexiconOf } from './lexicon.js';
import { polarityOf } from './polarity.js';
import { stem, words } from './words.js';

/** Words before a negator among which its subject is looked for. */
const SUBJECT_WITHIN = 12;
/** Words between a negator and the verb that it denies. */
const REACH = 3;

/**
 * The words by which a note on evidence says that the source does not say what it is cited for, or says otherwise; null
 * when it says no such thing. A claim that itself denies something can be backed by a denial.
 *
 * @param disclaimers those of the language
 */
export function disclaims(
  note: string,
  claim: Pick<Claim, 'text'>,
  disclaimers: DisclaimerWords,
  language: Language,
): string | null {
  const lists = listsOf(disclaimers, language);
  const stemOf = (word: string): string => stem(word, language);
  const all = words(note).map(({ text }) => text);
  const claimed = words(claim.text);
  if (all.some((word) => disclaimers.contrast.has(word)) || polarityOf(claimed, language) !== 'AFFIRMS') return null;
  const said = new Set(claimed.map(({ text }) => stemOf(text)));
  for (const [i, word] of all.entries()) {
    const length = disclaimerAt(all, word, i, lists);
    // "The mayor disputes it" is no objection to a claim that the mayor disputed it.
    if (
      length > 0 &&
      !all.slice(i, i + length).some((each) => lists.against.has(stemOf(each)) && said.has(stemOf(each)))
    ) {
      return all.slice(i, i + length).join(' ');
    }
  }
  return null;
}

/** The words by which notes deny, with their stems. */
interface Lists {
  readonly words: DisclaimerWords;
  readonly language: Language;
  readonly backing: ReadonlySet<string>;
  readonly trace: ReadonlySet<string>;
  readonly against: ReadonlySet<string>;
}

const listsMade = new WeakMap<DisclaimerWords, Lists>();

function listsOf(words: DisclaimerWords, language: Language): Lists {
  let made = listsMade.get(words);
  if (!made) {
    const stems = (list: string) =>
      new Set(
        list
          .trim()
          .split(/\s+/)
          .map((word) => stem(word, language)),
      );
    made = {
      words,
      language,
      backing: stems(words.backing),
      trace: stems(words.trace),
      against: stems(words.against),
    };
    listsMade.set(words, made);
  }
  return made;
}

/** Whether what is denied is said of the source ("the report does not", "does not"), or of the claim ("is not stated"). */
function isOfSource(all: readonly string[], i: number, verb: string, { words: w, language }: Lists): boolean {
  const before = all.slice(Math.max(0, i - SUBJECT_WITHIN), i);
  if (before.some((word) => w.condition.has(word))) return false;
  if (/^(is|are|was|were|isn't|aren't|wasn't|weren't)$/.test(before.at(-1) ?? all[i]!))
    return /(ed|en|n|id)$/.test(verb);
  const subject = before.filter((word) => !w.auxiliaries.has(word)).at(-1);
  return (
    subject === undefined || w.source.has(subject) || lexiconOf(language).documentNouns.has(stem(subject, language))
  );
}

/** How many words a disclaimer has that begins here; 0: none does. */
function disclaimerAt(all: readonly string[], word: string, i: number, lists: Lists): number {
  const { words: w, language } = lists;
  const stemOf = (each: string): string => stem(each, language);
  const next = all.slice(i + 1, i + 1 + REACH);
  if (w.not.has(word) || word.endsWith("n't") || w.failing.has(word)) {
    const verb = next.findIndex((each) => lists.backing.has(stemOf(each)));
    return verb < 0 || !isOfSource(all, i, next[verb]!, lists) ? 0 : verb + 2;
  }
  if (word === 'no' || word === 'without' || word === 'any') {
    const denied = word !== 'any' || w.not.has(all[i - 1] ?? '') || /n't$/.test(all[i - 1] ?? '');
    const noun = denied ? next.findIndex((each) => lists.trace.has(stemOf(each))) : -1;
    return noun < 0 ? 0 : noun + 2;
  }
  if (word === 'nothing') return next.some((each) => /^(about|in|of|on|that|to)$/.test(each)) ? 2 : 0;
  if (lists.against.has(stemOf(word)) || w.unbacked.has(word)) return 1;
  if (w.silent.has(word)) return /^(on|about|in|here)$/.test(next[0] ?? '') ? 2 : 0;
  if (w.otherwise.has(word)) {
    return all.slice(Math.max(0, i - REACH), i).some((each) => lexiconOf(language).reportingVerbs.has(stemOf(each)))
      ? 1
      : 0;
  }
  return 0;
}
