import type { Rule } from '../rule.js';
import { blankValue } from './blank-value.js';
import { conflictingClaims } from './conflicting-claims.js';
import { contradicted } from './contradicted.js';
import { danglingCitation } from './dangling-citation.js';
import { droppedQualifier } from './dropped-qualifier.js';
import { duplicateReference } from './duplicate-reference.js';
import { elidedValue } from './elided-value.js';
import { inconsistentCitations } from './inconsistent-citations.js';
import { malformedCitation } from './malformed-citation.js';
import { noBibliography } from './no-bibliography.js';
import { noUsableEvidence } from './no-usable-evidence.js';
import { numberingGap } from './numbering-gap.js';
import { orphanReference } from './orphan-reference.js';
import { restatedClaim } from './restated-claim.js';
import { retractedSource } from './retracted-source.js';
import { singleSource } from './single-source.js';
import { sourceConcentration } from './source-concentration.js';
import { taggedClaim } from './tagged-claim.js';
import { uncitedClaim } from './uncited-claim.js';
import { undisclosedValue } from './undisclosed-value.js';
import { unidentifiableSource } from './unidentifiable-source.js';
import { vacuousEvidence } from './vacuous-evidence.js';

/** Every rule that comes with the program, in the order in which findings about one claim are listed. */
export const BUILT_IN_RULES: readonly Rule[] = [
  contradicted,
  uncitedClaim,
  blankValue,
  elidedValue,
  noUsableEvidence,
  danglingCitation,
  retractedSource,
  conflictingClaims,
  unidentifiableSource,
  undisclosedValue,
  taggedClaim,
  vacuousEvidence,
  restatedClaim,
  droppedQualifier,
  inconsistentCitations,
  singleSource,
  noBibliography,
  malformedCitation,
  duplicateReference,
  sourceConcentration,
  numberingGap,
  orphanReference,
];
