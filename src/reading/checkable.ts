import type { BlockKind, NotCheckable } from '../judging/evidence.js';
import { SUBSCRIPTION } from './furniture.js';
import { isInstruction } from './instructions.js';
import { endsWithStop, hasFiniteVerb, startsFigure, tokens } from './words.js';

const SPECULATION = /\b(?:could|might|may|should|perhaps|possibly)\b/;
/** Where such a word tells what was, or describes: "could not have been missed", "as soon as we could", "a game that may be sold". */
const NO_SPECULATION =
  /\bcould(?: not|n['’]t| never) have\b|\bas (?:\S{1,40} ){1,5}as (?:\S{1,40} ){1,4}could\b|(?<=[\p{L}\p{N}],? )(?:that|which|who) may\b/gu;

const OPINION =
  /\b(?:(?:I|we) (?:think|believe|feel|hope|suspect|would argue)|in (?:my|our) (?:view|opinion|judg(?:e)?ment)|arguably|frankly|in the author’s view)\b/i;
/** "that is a smart choice": a pronoun, and what the author makes of it. Adjectives and nouns of worth (WordNet). */
const EVALUATION =
  /^(?:(?:and|but|so) )?(?:that|this|it|they|these|those|he|she)(?:['’]s|['’]re| is| are| was| were)(?: (?:not|also|just|quite|very|really|truly|simply|such|a|an|the|\w{1,20}ly))* (?:good|great|bad|smart|clever|wise|stupid|silly|foolish|excellent|superb|brilliant|terrible|awful|horrible|dreadful|wonderful|fantastic|amazing|awesome|impressive|disappointing|exciting|boring|beautiful|gorgeous|lovely|ugly|nice|delightful|shameful|admirable|sensible|worthwhile|bargain|triumph|shame|pity|masterpiece|disgrace)\b/;

/** What stands around a statement, as far as it matters to whether the statement can be checked. */
export interface Circumstances {
  readonly block: BlockKind;
  /** It carries a marker: its author took it for a fact. */
  readonly marked: boolean;
  /** Words are missing from it, which is worth a look whatever it is. */
  readonly holed: boolean;
  /** It opens an item of a list of instructions or duties. */
  readonly amongInstructions?: boolean;
}

/**
 * Why a statement is not one of fact; null when it is.
 *
 * @param text the statement without its markers
 */
export function whyNotCheckable(
  text: string,
  { block, marked, holed, amongInstructions = false }: Circumstances,
): NotCheckable | null {
  if (holed) return null;
  // A value is a name or a phrase: "Open harbour intake" asks nobody to open anything.
  const isValue = block === 'FIELD' || block === 'CELL';
  if (!isValue && (amongInstructions || isInstruction(text))) return 'instruction';
  if (marked) return null;
  if (block === 'DEFINITION') return 'definition';
  if (SUBSCRIPTION.test(text)) return 'promotion';
  if (OPINION.test(text) || isEvaluation(text)) return 'opinion';
  if (SPECULATION.test(text) && SPECULATION.test(text.replace(NO_SPECULATION, ''))) return 'speculation';
  if (isFragment(text, block)) return 'fragment';
  return null;
}

/** A figure makes it a fact: "It is a great success, with 3 million riders". */
const isEvaluation = (text: string): boolean =>
  EVALUATION.test(text.charAt(0).toLowerCase() + text.slice(1)) && !/\d/.test(text);

/** Who is quoted: "— Ana Orr, 1953". */
const ATTRIBUTION = /^[—–]\s?\p{Lu}[^.!?]{1,80}$/u;

/** Too little to be a statement: a few words without a verb or figure, or words that only announce what follows. */
function isFragment(text: string, block: BlockKind): boolean {
  if (block === 'FIELD' || block === 'CELL' || block === 'EVIDENCE_ROW') return false;
  if (text.endsWith(':') || (ATTRIBUTION.test(text) && !hasFiniteVerb(text))) return true;
  if (endsWithStop(text)) return false;
  const words = tokens(text);
  return words.length <= 3 && !hasFiniteVerb(text) && !words.some((w) => startsFigure(w.text));
}
