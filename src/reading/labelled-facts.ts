import type { Span } from '../judging/evidence.js';
import type { Line } from './flattened-phrases.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';
import { bare, endsWithStop, tokens } from './words.js';

/** A box of facts in plain text: a label, a colon and a value on each line, "Opened: 4 May 2031 [2]". */
export interface LabelledFacts {
  readonly header: null;
  readonly rows: readonly (readonly Span[])[];
}

const LABELLED = /^\s*(\p{Lu}[^:.!?[\]]{0,60}):(?=\s|$)/u;
const LEAST_LINES = 3;
const LONGEST_LABEL = 6;
/** A value of more words is a sentence. */
const LONGEST_VALUE = 14;

/**
 * @param run consecutive lines
 * @returns the cells' spans in the input, a blank value's being empty; null when the lines are no such box. Nothing
 * but a marker tells a box about the subject from one about the page ("Category: News"), so one value must be cited.
 */
export function labelledFacts(run: readonly Line[]): LabelledFacts | null {
  if (run.length < LEAST_LINES) return null;
  const labels = new Set<string>();
  const rows: Span[][] = [];
  let cited = false;
  for (const { text, start } of run) {
    const match = LABELLED.exec(text);
    if (!match || tokens(match[1]!).length > LONGEST_LABEL) return null;
    labels.add(bare(match[1]!).toLowerCase());
    const value = text.slice(match[0].length);
    const markers = findMarkers(PositionedText.verbatim(value, { start: 0, end: value.length }));
    cited ||= markers.length > 0;
    const said = value.slice(0, markers[0]?.span.start).trim();
    if (tokens(said).length > LONGEST_VALUE || endsWithStop(said)) return null;
    const at = start + match[0].length;
    rows.push([
      { start: at - 1 - match[1]!.length, end: at - 1 },
      { start: at, end: start + text.length },
    ]);
  }
  return cited && labels.size === rows.length ? { header: null, rows } : null;
}
