import { CLEAR, NOT_APPLICABLE, type ArticleRule } from '../rule.js';
import { listed } from '../text/normalise.js';

/** How many gaps a message lists before it stops. */
const MOST_LISTED = 20;

/** Numbers that neither the text nor the list has. */
export const numberingGap: ArticleRule = {
  scope: 'article',
  meta: {
    id: 'numbering-gap',
    title: 'Numbers of sources are left out',
    description: `Fires once, naming every number between 1 and the highest that is neither cited nor listed. A gap often means
that a source was dropped and its markers with it, or that a marker's number is mistyped.

Only labels that are numbers are looked at; named notes have no order to leave a gap in.`,
    remedy: 'Restore the source that stood there, or number the sources again.',
    version: 1,
    severity: 'NOTE',
    bearings: [],
    reads: ['references'],
    examples: {
      fires: ['[1], [2] and [4] are cited, and the list has no 3'],
      quiet: ['[1] and [3] are cited, and the list has a 2'],
    },
  },
  judge({ article }) {
    const numbers = article.references
      .filter((reference) => /^\d+$/.test(reference.label))
      .map((reference) => reference.number)
      .sort((a, b) => a - b);
    if (numbers.length === 0) return NOT_APPLICABLE;
    const gaps = gapsIn(numbers);
    if (gaps.length === 0) return CLEAR;

    const shown = [...gaps.slice(0, MOST_LISTED), ...(gaps.length > MOST_LISTED ? ['more'] : [])];
    const one = gaps.length === 1 && !gaps[0]!.includes('–');
    return {
      kind: 'finding',
      message: `Sources are numbered up to ${numbers.at(-1)}, and ${listed(shown)} ${one ? 'is' : 'are'} neither cited nor listed`,
      remedy: `Restore what ${listed(shown)} stood for, or number the sources again.`,
      bearing: null,
      about: gaps.join(', '),
    };
  },
};

/** @param numbers ascending; the cost is that of the numbers present, however high they are */
function gapsIn(numbers: readonly number[]): string[] {
  const gaps: string[] = [];
  let expected = 1;
  for (const number of numbers) {
    if (number > expected) gaps.push(number - 1 === expected ? `${expected}` : `${expected}–${number - 1}`);
    expected = Math.max(expected, number + 1);
  }
  return gaps;
}
