import { plain } from '../text/normalise.js';
import type { Beside } from './conflict.js';
import { MUTUAL } from './lexicon.js';
import { termsOf, type Term } from './terms.js';

/** The claim says something of one thing and another, and the sentence says it of the other and the one. */
export const isReversed = ({ claim, sentence }: Beside): boolean =>
  isComparedTheOtherWay(claim.text, sentence.text) || isDoneTheOtherWay(claim.text, sentence.text);

/** "More reactive than", "taller than", with what stands on either side. */
const COMPARISON = /(?<![\p{L}\p{N}])((?:more|less|fewer)(?: [\p{L}-]+){1,2}|\p{L}{2,}er(?: [\p{L}-]+)?) than /iu;
/** So many words that carry meaning on either side can name what is compared. */
const NAMING = 4;

interface Compared {
  readonly by: string;
  readonly one: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
}

function comparisonIn(text: string): Compared | null {
  const form = plain(text);
  const found = COMPARISON.exec(form);
  if (!found) return null;
  const stems = (part: string): string[] => termsOf(part).map(({ stem }) => stem);
  return {
    by: found[1]!.toLowerCase(),
    one: new Set(stems(form.slice(0, found.index)).slice(-NAMING)),
    other: new Set(stems(form.slice(found.index + found[0].length)).slice(0, NAMING)),
  };
}

/** "Copper is more reactive than iron", "iron is more reactive than copper". */
function isComparedTheOtherWay(claim: string, sentence: string): boolean {
  const [mine, theirs] = [comparisonIn(claim), comparisonIn(sentence)];
  if (!mine || mine.by !== theirs?.by) return false;
  const [ones, others] = [
    [...mine.one].filter((stem) => !mine.other.has(stem)),
    [...mine.other].filter((stem) => !mine.one.has(stem)),
  ];
  const isHeld = (stems: readonly string[], side: ReadonlySet<string>): boolean => stems.some((stem) => side.has(stem));
  return (
    isHeld(ones, theirs.other) &&
    isHeld(others, theirs.one) &&
    !isHeld(ones, theirs.one) &&
    !isHeld(others, theirs.other)
  );
}

/** Three words that carry meaning, with little between: who does what to whom. */
interface Deed {
  readonly who: string;
  /** As written: "chased" by one is not "chases" by another, nor "was chased". */
  readonly does: string;
  readonly whom: string;
}

const AUXILIARY = /^ (?:(?:can|could|will|would|does|did|has|had) ){0,2}$/i;
const ARTICLE = /^ (?:(?:a|an|the) )?$/i;

function deedsIn(text: string): Deed[] {
  const form = plain(text).replace(/ ?\([^()]*\)/g, '');
  const terms = termsOf(form);
  const gap = (one: Term, other: Term): string => form.slice(one.word.end, other.word.start);
  return terms.slice(2).flatMap((whom, i): Deed[] => {
    const [who, does] = [terms[i]!, terms[i + 1]!];
    if (!AUXILIARY.test(gap(who, does)) || !ARTICLE.test(gap(does, whom)) || who.stem === whom.stem) return [];
    return MUTUAL.has(does.word.text) ? [] : [{ who: who.stem, does: does.word.text, whom: whom.stem }];
  });
}

/** "Copper displaces iron", "iron displaces copper". */
function isDoneTheOtherWay(claim: string, sentence: string): boolean {
  const theirs = deedsIn(sentence);
  return (
    theirs.length > 0 &&
    deedsIn(claim).some(({ who, does, whom }) =>
      theirs.some((other) => other.does === does && other.who === whom && other.whom === who),
    )
  );
}
