import { ENGLISH } from '../../languages/en.js';
import { languageOf } from '../../languages/languages.js';
import type { Article } from '../evidence.js';
import { rarity } from '../support/background.js';
import { ownModel } from '../support/support.js';
import { lexiconOf } from './lexicon.js';
import { LIGHT_WEIGHT, likeness, weightOf, type Weigh, type Weighed } from './likeness.js';
import { readStatements, type StatedClaim, type Statement } from './statements.js';

/**
 * Which of some claims of other articles say the same as a claim, in these words or in others: as the restatements within an
 * article are told, except that a word counts by how rare it is in general, not by how rare it is in one article.
 *
 * @param others of the same language, from wherever they are
 * @param language BCP 47; null: English is assumed
 * @returns those of `others` that say the same, the most alike first; of equally alike ones in their order
 */
export function restating<C extends StatedClaim>(
  claim: StatedClaim,
  others: readonly C[],
  language: Article['language'],
): C[] {
  // Cells are told apart by the row in which they stand, and rows are numbered in each article anew.
  const claims = [claim, ...others].map((each, i) => ({ ...each, blockIndex: i }));
  const statements = readStatements({ language, claims });
  const weigh = inGeneral(language, statements);
  const weighed = (statement: Statement<StatedClaim>): Weighed => ({
    statement,
    // Sorted, for sums of the same numbers in another order can differ in their last digit.
    weight: weightOf([...statement.content].sort(), weigh),
  });
  const own = statements.filter((each) => each.claim.blockIndex === 0).map(weighed);
  const alike = others.map(() => 0);
  for (const statement of statements) {
    const place = statement.claim.blockIndex - 1;
    if (place < 0) continue;
    const other = weighed(statement);
    for (const mine of own) {
      if (!areComparable(mine.statement, statement) || other.weight === 0 || mine.weight === 0) continue;
      alike[place] = Math.max(alike[place]!, likeness(mine, other, weigh));
    }
  }
  return others
    .map((each, i) => ({ each, alike: alike[i]! }))
    .filter((one) => one.alike > 0)
    .sort((a, b) => b.alike - a.alike)
    .map(({ each }) => each);
}

/**
 * Claims as wholes, or a plain claim and a clause of another. Two that share a clause and say more besides do not say the
 * same.
 */
const areComparable = (a: Statement<StatedClaim>, b: Statement<StatedClaim>): boolean =>
  (a.whole && b.whole) || (a.whole && !a.compound) || (b.whole && !b.compound);

/** How rare words are in English at large; of other languages that is not known, and each word counts alike. */
function inGeneral(language: Article['language'], statements: readonly Statement<StatedClaim>[]): Weigh {
  const known = languageOf(language);
  const light = lexiconOf(known).lightVerbs;
  const common = (stem: string): number => (light.has(stem) ? LIGHT_WEIGHT : 1);
  if (known !== ENGLISH || statements.length === 0) return common;
  const { background } = ownModel();
  return (stem) => rarity(background, stem) * common(stem);
}
