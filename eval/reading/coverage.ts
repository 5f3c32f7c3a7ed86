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
    const shown = tagged ? withMarker(sentence, tagged) : sentence;
    if (tagged)
      marker = {
        start: start + tagged.index,
        end: start + shown.length - (sentence.length - tagged.index - tagged[0].length),
      };
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

/** The sentence with the tags taken off a marker in square brackets, or the marker put into them. */
function withMarker(sentence: string, tagged: RegExpExecArray): string {
  const [before, after] = [sentence.slice(0, tagged.index), sentence.slice(tagged.index + tagged[0].length)];
  const bracketed = before.lastIndexOf('[') > before.lastIndexOf(']') && /^\d+$/.test(tagged[1]!.trim());
  return before + (bracketed ? tagged[1]! : '[1]') + after;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether a letter or digit outside of markers stands in both. */
function sharesLetters(input: string, a: Span, b: Span, isMarker: (offset: number) => boolean): boolean {
  for (let at = Math.max(a.start, b.start); at < Math.min(a.end, b.end); at++) {
    if (/[\p{L}\p{N}]/u.test(input.charAt(at)) && !isMarker(at)) return true;
  }
  return false;
}
