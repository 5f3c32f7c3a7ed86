import type { ValueState } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';

/** Characters that stand for nothing in a table. */
const NOTHING = /^[\s.–—‒―_*?/-]*$/;

/** How much may follow the phrase before the value says something after all, in words. */
const TAIL_WORDS = 4;

/**
 * @param value what stands beside the label, without markers
 * @returns BLANK for nothing or dashes, UNDISCLOSED when the whole value says that it is not told ("TBD", "Not yet
 *   announced by the city"), NOT_APPLICABLE when it opens with that, else PRESENT
 */
export function valueStateOf(value: string, { values }: Language): ValueState {
  const text = value.trim();
  if (NOTHING.test(text)) return 'BLANK';
  if (values.notApplicable.test(text)) return 'NOT_APPLICABLE';
  const phrase = values.notTold.exec(text);
  if (!phrase) return 'PRESENT';
  const tail = text
    .slice(phrase[0].length)
    .replace(/[\s.,;:!?()]+/g, ' ')
    .trim();
  if (/\d/.test(tail)) return 'PRESENT';
  return tail === '' || tail.split(' ').length <= TAIL_WORDS ? 'UNDISCLOSED' : 'PRESENT';
}

/** Whether a text begins with such a phrase: where a cell of a flattened table starts. */
export const opensWithValueState = (text: string, { values }: Language): boolean =>
  values.notTold.test(text) || values.notApplicable.test(text);
