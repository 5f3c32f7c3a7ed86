import type { Span } from '../judging/evidence.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';
import { splitSentences } from './sentences.js';

/** A word of a table's row, or a marker with what stands against it. Positions are in the row's text. */
export interface Unit extends Span {
  readonly text: string;
  readonly isMarker: boolean;
  /** A sentence begins here. */
  readonly opens: boolean;
  /** A sentence ends here, a marker behind it counted in. */
  readonly closes: boolean;
  /** Within brackets that opened before this unit. */
  readonly bracketed: boolean;
}

/** The words of a line in order; a marker such as "[1, 2]." is one unit. */
export function unitsOf(text: string): Unit[] {
  const markers = findMarkers(PositionedText.verbatim(text, { start: 0, end: text.length })).map((m) => m.span);
  const sentences = splitSentences(text, markers);
  const openings = new Set(sentences.map((s) => s.start));
  const closings = new Set(sentences.map((s) => s.end));
  const units: Unit[] = [];
  let depth = 0;
  let next = 0;
  const space = /\s+/g;
  for (let at = skipSpace(text, 0); at < text.length;) {
    while (next < markers.length && markers[next]!.end <= at) next++;
    // A marker's own white space does not end a unit.
    let end = endOfWord(text, at);
    for (let m = next; m < markers.length && markers[m]!.start < end; m++)
      end = Math.max(end, endOfWord(text, markers[m]!.end));
    const word = text.slice(at, end);
    const isMarker = markers[next]?.start === at;
    const last = end === text.length || skipSpace(text, end) === text.length;
    const closes =
      closings.has(end) &&
      (!last || /[.!?…]["'”’»)\]]*$|[.!?…]["'”’»)]*\s*\[[^\]]*\]$/.test(text.slice(Math.max(0, end - 60), end)));
    units.push({ text: word, start: at, end, isMarker, opens: openings.has(at), closes, bracketed: depth > 0 });
    if (!isMarker)
      for (const char of word) depth = char === '(' ? depth + 1 : char === ')' ? Math.max(0, depth - 1) : depth;
    space.lastIndex = end;
    at = skipSpace(text, end);
  }
  return units;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/\s/.test(text.charAt(at))) at++;
  return at;
}
