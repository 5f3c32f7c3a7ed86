import type { ValueState } from '../judging/evidence.js';

/**
 * What a field or cell says when it says nothing. The groups follow HL7's data-absent-reason (asked but unknown,
 * not applicable, temporarily unknown); the phrases are those that specification sheets and registers print.
 */
const NOT_TOLD =
  /^(?:(?:as yet |currently |still |officially )?(?:not|never) (?:yet |currently |publicly |officially |been |formally )*(?:disclosed|announced|revealed|published|released|stated|specified|given|known|confirmed|shared|provided|reported|made public|available|decided|determined|finali[sz]ed|clear)|undisclosed|unannounced|unspecified|unpublished|unconfirmed|unknown|unclear|confidential|tbd|tba|tbc|t\.b\.[acd]\.?|to be (?:announced|determined|confirmed|decided|disclosed|published|agreed)|pending|no (?:data|information|figures?|details)(?: (?:yet|available|given|disclosed|provided|published))*|details? (?:to follow|pending)|coming soon|awaiting (?:confirmation|announcement|publication))(?=$|[\s.,;:!?)\[])/i;

const NOT_APPLICABLE = /^(?:not applicable|n\/a|n\.a\.|does not apply|inapplicable)(?=$|[\s.,;:!?)(–—-])/i;

/** Characters that stand for nothing in a table. */
const NOTHING = /^[\s.–—‒―_*?/-]*$/;

/** How much may follow the phrase before the value says something after all, in words. */
const TAIL_WORDS = 4;

/**
 * @param value what stands beside the label, without markers
 * @returns BLANK for nothing or dashes, UNDISCLOSED when the whole value says that it is not told ("TBD", "Not yet
 *   announced by the city"), NOT_APPLICABLE when it opens with that, else PRESENT
 */
export function valueStateOf(value: string): ValueState {
  const text = value.trim();
  if (NOTHING.test(text)) return 'BLANK';
  if (NOT_APPLICABLE.test(text)) return 'NOT_APPLICABLE';
  const phrase = NOT_TOLD.exec(text);
  if (!phrase) return 'PRESENT';
  const tail = text
    .slice(phrase[0].length)
    .replace(/[\s.,;:!?()]+/g, ' ')
    .trim();
  if (/\d/.test(tail)) return 'PRESENT';
  return tail === '' || tail.split(' ').length <= TAIL_WORDS ? 'UNDISCLOSED' : 'PRESENT';
}

/** Whether a text begins with such a phrase: where a cell of a flattened table starts. */
export const opensWithValueState = (text: string): boolean => NOT_TOLD.test(text) || NOT_APPLICABLE.test(text);
