import type { BlockKind, NotCheckable } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import { WORDLESS } from '../languages/wordless.js';
import { isInstruction } from './instructions.js';
import { endsWithStop, hasFiniteVerb, startsFigure, tokens } from './words.js';

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
  language: Language,
): NotCheckable | null {
  const { speculation, noSpeculation, opinion } = language.statements;
  if (holed) return null;
  // A value is a name or a phrase: "Open harbour intake" asks nobody to open anything.
  const isValue = block === 'FIELD' || block === 'CELL';
  if (!isValue && (amongInstructions || isInstruction(text, language))) return 'instruction';
  if (marked) return null;
  if (block === 'DEFINITION') return 'definition';
  if (language.furniture.subscription.test(text)) return 'promotion';
  if (opinion.test(text) || isEvaluation(text, language)) return 'opinion';
  if (speculation.test(text) && speculation.test(text.replace(noSpeculation, ''))) return 'speculation';
  if (isFragment(text, block, language)) return 'fragment';
  return language === WORDLESS && !isValue && !/\p{Nd}/u.test(text) ? 'unknown language' : null;
}

/** A figure makes it a fact: "It is a great success, with 3 million riders". */
const isEvaluation = (text: string, { statements }: Language): boolean =>
  statements.evaluation.test(text.charAt(0).toLowerCase() + text.slice(1)) && !/\d/.test(text);

/** Who is quoted: "— Ana Orr, 1953". */
const ATTRIBUTION = /^[—–]\s?\p{Lu}[^.!?]{1,80}$/u;

/** Too little to be a statement: a few words without a verb or figure, or words that only announce what follows. */
function isFragment(text: string, block: BlockKind, language: Language): boolean {
  if (block === 'FIELD' || block === 'CELL' || block === 'EVIDENCE_ROW') return false;
  if (text.endsWith(':') || (ATTRIBUTION.test(text) && !hasFiniteVerb(text, language))) return true;
  if (endsWithStop(text)) return false;
  const words = tokens(text);
  return words.length <= 3 && !hasFiniteVerb(text, language) && !words.some((w) => startsFigure(w.text));
}
