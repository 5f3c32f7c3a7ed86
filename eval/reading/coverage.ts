import type { Span } from '../../src/judging/evidence.js';
import { readArticle } from '../../src/reading/read-article.js';

/** Keeps the paragraph from being taken for the title. */
const HEADING = 'A paragraph\n\n';
/** The marker that people looked at. */
const TAGGED = /<CITATION_MARKER>(.*?)<\/CITATION_MARKER>/;

/**
 * Which sentences a marker covers, as Obelus reads the paragraph that they make.
 *
 * A marker that lost its markup on the way into the set (a raised number, a name and a year without a list of works) is
 * given as the number in brackets that it would be in plain text.
 *
 * @param sentences in order, the marker in `<CITATION_MARKER>`
 * @returns for each sentence whether a claim that cites the marker shares letters with it; false for all when Obelus sees
 *   no marker there
 */
export function coveredBy(sentences: readonly string[]): boolean[] {
  let input = HEADING;
  let marker: Span | null = null;
  const spans = sentences.map((sentence): Span => {
    const start = input.length;
    const tagged = TAGGED.exec(sentence);
    const { text: shown, span } = tagged ? withMarker(sentence, tagged) : { text: sentence, span: null };
    if (span) marker = { start: start + span.start, end: start + span.end };
    input += `${shown} `;
    return { start, end: start + shown.length };
  });
  const at = marker as Span | null;
  if (at === null) return sentences.map(() => false);
  const { claims, markers } = readArticle(input, { format: 'TEXT' });
  const citing = claims.filter(({ citations }) =>
    citations.some((each) => each.spans.some((span) => overlaps(span, at))),
  );
  const isMarker = (offset: number): boolean => markers.some(({ span }) => span.start <= offset && offset < span.end);
  return spans.map((sentence) => citing.some((claim) => sharesLetters(input, sentence, claim.span, isMarker)));
}

/** The sentence with the tags taken off a marker in square brackets, or the marker put into them; and where it stands. */
function withMarker(sentence: string, tagged: RegExpExecArray): { readonly text: string; readonly span: Span } {
  const [before, after] = [sentence.slice(0, tagged.index), sentence.slice(tagged.index + tagged[0].length)];
  const label = tagged[1]!;
  if (before.lastIndexOf('[') > before.lastIndexOf(']') && /^\d+$/.test(label.trim())) {
    return { text: before + label + after, span: { start: before.length, end: before.length + label.length } };
  }
  // "3,4–7": the other numbers of a raised list are part of the marker.
  const first = /(?<!\d)(?:\d{1,3}[,–-]\s?){0,9}$/.exec(before)?.[0].length ?? 0;
  const last = /^(?:\s?[,–-]\s?\d{1,3}){0,9}/.exec(after)![0].length;
  const start = before.length - first;
  return { text: `${before.slice(0, start)}[1]${after.slice(last)}`, span: { start, end: start + 3 } };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether a letter or digit outside of markers stands in both. */
function sharesLetters(input: string, a: Span, b: Span, isMarker: (offset: number) => boolean): boolean {
  for (let at = Math.max(a.start, b.start); at < Math.min(a.end, b.end); at++) {
    if (/[\p{L}\p{N}]/u.test(input.charAt(at)) && !isMarker(at)) return true;
  }
  return false;
}
