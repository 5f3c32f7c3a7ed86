import {
  COMPARISON_VERSION,
  FOUND_LABELS,
  MISSING_KINDS,
  MOST_DIFFERENCES,
  QUOTE_ORIGINS,
  QUOTE_RESULTS,
  SNAPSHOT_EXTENTS,
  type Comparison,
} from './comparison.js';
import { isRecord } from './is-record.js';

/** Whether a value of unknown make is of a shape. */
type Is = (value: unknown) => boolean;

const text: Is = (value) => typeof value === 'string';
const flag: Is = (value) => typeof value === 'boolean';
const share: Is = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const place: Is = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const exactly =
  (wanted: unknown): Is =>
  (value) =>
    value === wanted;
const oneOf =
  (allowed: readonly string[]): Is =>
  (value) =>
    typeof value === 'string' && allowed.includes(value);
const orNull =
  (is: Is): Is =>
  (value) =>
    value === null || is(value);
const listOf =
  (is: Is, most = Infinity): Is =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(is);
/** An object that has these keys; others are let through. */
const record =
  (keys: Readonly<Record<string, Is>>): Is =>
  (value) =>
    isRecord(value) && Object.entries(keys).every(([key, is]) => is(value[key]));
const inOrder =
  (is: Is): Is =>
  (value) =>
    is(value) && (value as { readonly start: number }).start <= (value as { readonly end: number }).end;

const span = inOrder(record({ start: place, end: place }));
const snapshotPlace = record({
  snapshot: text,
  position: inOrder(record({ type: exactly('TextPositionSelector'), start: place, end: place })),
  quote: record({ type: exactly('TextQuoteSelector'), exact: text, prefix: text, suffix: text }),
});
const quoteMatch = record({
  of: oneOf(QUOTE_ORIGINS),
  text,
  short: flag,
  result: oneOf(QUOTE_RESULTS),
  place: orNull(snapshotPlace),
  differences: listOf(record({ quote: text, source: text }), MOST_DIFFERENCES),
  elsewhere: listOf(record({ source: text, label: text, place: snapshotPlace })),
});
const missingWords = record({ kind: oneOf(MISSING_KINDS), text, span: orNull(span), instead: orNull(text) });
const compared = record({
  state: exactly('COMPARED'),
  version: exactly(COMPARISON_VERSION),
  extent: oneOf(SNAPSHOT_EXTENTS),
  quotes: listOf(quoteMatch),
  figures: orNull(record({ stated: place, missing: listOf(missingWords) })),
  support: orNull(
    record({ score: share, label: oneOf(FOUND_LABELS), confidence: share, passages: listOf(snapshotPlace, 3) }),
  ),
});

/**
 * A comparison as it was stored.
 *
 * @param stored what `JSON.parse` made of it, or a column of JSON holds; null where none was stored
 * @returns PENDING for what another version of the method made, and for anything that is no comparison: it is to be made
 *   anew, and nothing rests on it until then
 */
export function readComparison(stored: unknown): Comparison {
  if (compared(stored)) return stored as Comparison;
  return isRecord(stored) && stored.state === 'NO_SNAPSHOT' ? { state: 'NO_SNAPSHOT' } : { state: 'PENDING' };
}
