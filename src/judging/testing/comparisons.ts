import {
  COMPARISON_VERSION,
  type Compared,
  type MissingWords,
  type NotCompared,
  type QuoteMatch,
  type SnapshotPlace,
  type SupportFound,
} from '../comparison.js';
import { withComparison, type Citation } from '../evidence.js';
import { citation, source } from './builders.js';

/** Comparisons for tests, with the plainest values for all that a case leaves out: a whole page, compared, that has all. */

/** A place of these words in a snapshot. */
export const placed = (exact: string, snapshot = 'page'): SnapshotPlace => ({
  snapshot,
  position: { type: 'TextPositionSelector', start: 10, end: 10 + exact.length },
  quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
});

export const quoteMatch = (text: string, parts: Partial<QuoteMatch> = {}): QuoteMatch => ({
  of: 'CITATION',
  text,
  short: false,
  result: 'VERBATIM',
  place: parts.result === 'NOT_FOUND' ? null : placed(text),
  differences: [],
  elsewhere: [],
  ...parts,
});

export const missing = (text: string, parts: Partial<MissingWords> = {}): MissingWords => ({
  kind: 'NUMBER',
  text,
  span: null,
  instead: null,
  ...parts,
});

export const support = (score: number, parts: Partial<SupportFound> = {}): SupportFound => ({
  score,
  label: score >= 0.5 ? 'FOUND' : 'NOT_FOUND',
  confidence: 0.7,
  passages: [placed('The depot keeps twelve buses.')],
  ...parts,
});

export const compared = (parts: Partial<Compared> = {}): Compared => ({
  state: 'COMPARED',
  version: COMPARISON_VERSION,
  extent: 'FULL',
  quotes: [],
  figures: { stated: 1, missing: [] },
  support: support(0.9),
  ...parts,
});

/** A citation of a source of its own that was compared so, or was not compared. */
export const comparedCitation = (
  number: number,
  comparison: Partial<Omit<Compared, 'state'>> | NotCompared,
  parts: Partial<Citation> = {},
): Citation => {
  const made = citation(number, { source: source(`s${number}`), ...parts });
  return withComparison(made, 'state' in comparison ? comparison : compared(comparison));
};
