import type { Span } from '../judging/evidence.js';
import { withChangedTexts } from './block-texts.js';
import type { DocumentBlock, StructuralMarker } from './document.js';
import { findMarkers, numbersIn } from './markers.js';

/** Longer words, years, quotes, brackets, stops and space come before a marker; units ("km²", "m³") and numbers ("10⁶") have exponents. */
const BEFORE_MARKER = /(?:\p{L}{4}|\p{Ll}{3}|(?<!\d)(?:1[5-9]|20)\d\d|[.,;:!?…)\]”’"'»%\s])$/u;
const LOOKED_BACK = 8;

/** Whether a small raised number after this is a marker, not an exponent. @param before the end of what stands before */
export const isMarkerPlace = (before: string): boolean => BEFORE_MARKER.test(before);

/** "²", "¹,³": superscripts that are characters of their own; the comma between two of them is set as any other. */
const SMALL = /[¹²³⁰⁴-⁹]{1,3}(?:[,⁻–]{1,2}[¹²³⁰⁴-⁹]{1,3}){0,20}/gu;

const smallNumbersIn = (text: string): Span[] =>
  [...text.matchAll(SMALL)].map(({ index, 0: raw }) => ({ start: index, end: index + raw.length }));

/**
 * Numbers in superscript that lead nowhere ("the ferry³", `<sup>1,2</sup>`) are markers where the list of references has all of
 * them; others are left alone.
 *
 * @param isListed whether the list of references has an entry with this label
 */
export function withRaisedNumbers(
  blocks: readonly DocumentBlock[],
  isListed: (label: string) => boolean,
): readonly DocumentBlock[] {
  return withChangedTexts(blocks, (content) => {
    const raised = [...content.raised, ...smallNumbersIn(content.text)];
    if (raised.length === 0) return content;
    const known = new Set(findMarkers(content).map(({ span }) => span.start));
    const markers = raised.flatMap(({ start, end }): StructuralMarker[] => {
      const before = content.text.slice(Math.max(0, start - LOOKED_BACK), start);
      const labels = known.has(start) ? [] : numbersIn(content.text.slice(start, end).normalize('NFKC'));
      if (labels.length === 0 || !isMarkerPlace(before) || !labels.every(isListed)) return [];
      return [{ span: { start, end }, items: labels.map((label) => ({ label, anchor: null })) }];
    });
    return content.withMarkers(markers);
  });
}
