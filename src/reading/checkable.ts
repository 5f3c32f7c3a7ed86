import type { BlockKind, NotCheckable } from '../judging/evidence.js';
import { SUBSCRIPTION } from './boilerplate.js';
import { bare, endsWithStop, hasFiniteVerb, startsFigure, tokens } from './words.js';

/**
 * Verbs that open instructions in explainers, manuals and calls to action: the base forms among the verbs that the
 * imperative sentences of style guides (Google, Microsoft) begin with. Many are nouns, too; see `isInstruction`.
 */
const IMPERATIVES = new Set(
  (
    'access add adopt allow apply ask assess avoid be begin book bring browse build buy call check choose claim click ' +
    'collect compare complete configure confirm connect consider consult contact continue copy create decide define ' +
    'delete discover do don’t download draft enable enjoy ensure enter evaluate examine expect explore fill find follow ' +
    'get give go hold identify include install invest join keep know learn leave let leverage list look make map measure ' +
    'monitor move negotiate never note open order pay pick plan prefer prepare press protect provide purchase put read ' +
    'record reduce refer register remember remove replace report request reserve review run save schedule search see ' +
    'select send set share show sign start stay stop store submit subscribe switch take talk tell test think track treat ' +
    'try turn type understand update upgrade use verify visit wait watch work write'
  ).split(' '),
);

/** After a noun, not after an imperative: "Use of …", "Work is …". */
const AFTER_A_NOUN = new Set(
  (
    'of is was are were has had have will would can could may might must began ended rose fell went came took made gave ' +
    'saw grew stood ran led left met paid held'
  ).split(' '),
);

const LEAD_IN =
  /^(?:please|always|also|then|next|first|second|third|finally|instead|now|so|and|but|just|simply)\b,?\s+/i;
/** "For existing customers: …", "Step 2: …": what an instruction in a list is addressed to. */
const LABEL = /^[^:.!?]{1,80}:\s+(?=\p{Lu})/u;

const SPECULATION = /\b(?:could|might|may|should|perhaps|possibly)\b/;
const OPINION =
  /\b(?:(?:I|we) (?:think|believe|feel|hope|suspect|would argue)|in (?:my|our) (?:view|opinion|judg(?:e)?ment)|arguably|in the author’s view)\b/i;

/**
 * Why a statement is not one of fact; null when it is.
 *
 * @param text the statement without its markers
 * @param marked it carries a marker: its author took it for a fact
 * @param holed words are missing from it, which is worth a look whatever it is
 */
export function whyNotCheckable(text: string, block: BlockKind, marked: boolean, holed: boolean): NotCheckable | null {
  if (holed) return null;
  // A value is a name or a phrase: "Open harbour intake" asks nobody to open anything.
  const isValue = block === 'FIELD' || block === 'CELL';
  if (!isValue && isInstruction(text)) return 'instruction';
  if (marked) return null;
  if (block === 'DEFINITION') return 'definition';
  if (SUBSCRIPTION.test(text)) return 'promotion';
  if (OPINION.test(text)) return 'opinion';
  if (SPECULATION.test(text)) return 'speculation';
  if (isFragment(text, block)) return 'fragment';
  return null;
}

/** Begins with a verb in its base form and no subject. */
export function isInstruction(text: string): boolean {
  const labelled = LABEL.exec(text);
  return isImperative(text) || (labelled !== null && isImperative(text.slice(labelled[0].length)));
}

function isImperative(text: string): boolean {
  const [first, second] = tokens(text.replace(LEAD_IN, '').replace(/^(?:do not|don['’]t)\s+/i, 'do '));
  if (!first || !second || !IMPERATIVES.has(bare(first.text).toLowerCase().replace("'", '’'))) return false;
  if (/[:,–—-]$/.test(first.text)) return false;
  const next = bare(second.text).toLowerCase();
  return !AFTER_A_NOUN.has(next) && !/[^e]ed$/.test(next);
}

/** Too little to be a statement: a few words without a verb or figure, or words that only announce what follows. */
function isFragment(text: string, block: BlockKind): boolean {
  if (block === 'FIELD' || block === 'CELL' || block === 'EVIDENCE_ROW') return false;
  if (/:\s*$/.test(text)) return true;
  if (endsWithStop(text)) return false;
  const words = tokens(text);
  return words.length <= 3 && !hasFiniteVerb(text) && !words.some((w) => startsFigure(w.text));
}
