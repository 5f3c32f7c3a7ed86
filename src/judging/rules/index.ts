import type { Rule } from '../rule.js';
import { blankValue } from './blank-value.js';
import { conflictingClaims } from './conflicting-claims.js';
import { contradicted } from './contradicted.js';
import { danglingCitation } from './dangling-citation.js';
import { deadLink } from './dead-link.js';
import { droppedQualifier } from './dropped-qualifier.js';
import { duplicateReference } from './duplicate-reference.js';
import { elidedValue } from './elided-value.js';
import { expiredClaim } from './expired-claim.js';
import { inconsistentCitations } from './inconsistent-citations.js';
import { indirectOnly } from './indirect-only.js';
import { interestedSource } from './interested-source.js';
import { malformedCitation } from './malformed-citation.js';
import { missingQuote } from './missing-quote.js';
import { noBibliography } from './no-bibliography.js';
import { noUsableEvidence } from './no-usable-evidence.js';
import { nonIndependentSources } from './non-independent-sources.js';
import { numberMismatch } from './number-mismatch.js';
import { numberingGap } from './numbering-gap.js';
import { orphanReference } from './orphan-reference.js';
import { quoteMisattributed } from './quote-misattributed.js';
import { quoteNotFound } from './quote-not-found.js';
import { quoteUnverifiable } from './quote-unverifiable.js';
import { restatedClaim } from './restated-claim.js';
import { retractedSource } from './retracted-source.js';
import { reusedQuote } from './reused-quote.js';
import { singleSource } from './single-source.js';
import { sourceConcentration } from './source-concentration.js';
import { staleSource } from './stale-source.js';
import { staleUndisclosed } from './stale-undisclosed.js';
import { stanceNoteConflict } from './stance-note-conflict.js';
import { titleAsQuote } from './title-as-quote.js';
import { taggedClaim } from './tagged-claim.js';
import { unarchivedSource } from './unarchived-source.js';
import { uncitedClaim } from './uncited-claim.js';
import { undisclosedValue } from './undisclosed-value.js';
import { unidentifiableSource } from './unidentifiable-source.js';
import { unratedSource } from './unrated-source.js';
import { unreliableSource } from './unreliable-source.js';
import { unsupportedBySource } from './unsupported-by-source.js';
import { vacuousEvidence } from './vacuous-evidence.js';
import { weaselWording } from './weasel-wording.js';

/** Every rule that comes with the program, in the order in which findings about one claim are listed. */
export const BUILT_IN_RULES: readonly Rule[] = [
  contradicted,
  uncitedClaim,
  blankValue,
  elidedValue,
  noUsableEvidence,
  danglingCitation,
  retractedSource,
  unreliableSource,
  quoteMisattributed,
  quoteNotFound,
  numberMismatch,
  unsupportedBySource,
  conflictingClaims,
  unidentifiableSource,
  staleUndisclosed,
  undisclosedValue,
  taggedClaim,
  vacuousEvidence,
  restatedClaim,
  stanceNoteConflict,
  titleAsQuote,
  droppedQualifier,
  inconsistentCitations,
  indirectOnly,
  nonIndependentSources,
  staleSource,
  singleSource,
  unratedSource,
  interestedSource,
  quoteUnverifiable,
  missingQuote,
  expiredClaim,
  weaselWording,
  noBibliography,
  malformedCitation,
  duplicateReference,
  deadLink,
  unarchivedSource,
  sourceConcentration,
  reusedQuote,
  numberingGap,
  orphanReference,
];
