import type { Span } from '../judging/evidence.js';

/**
 * Finds the quotations of a block that hold several sentences. What somebody said is stated by whoever quotes it, as
 * one: `Vane told the court: "I was promised stone. I had none."[11]`.
 */

/** A longer quotation than this (UTF-16 units) is read sentence by sentence, as if it were the article's own text. */
const LONGEST = 600;

/** By the mark that opens: „German“ and “English” share a sign. */
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"' };
const MARK = /["„“”«»]/g;

/**
 * @param markers the markers' spans, in order: a quotation with a marker inside is read sentence by sentence, for a
 *   marker covers its sentence
 * @returns the spans of the quotations, the marks included, in order
 */
export function findQuotations(text: string, markers: readonly Span[]): Span[] {
  const found: Span[] = [];
  const straight = straightPairUp(text);
  let open: { readonly mark: string; readonly at: number } | null = null;
  let next = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '"' && !straight) continue;
    if (open && CLOSING[open.mark]!.includes(mark)) {
      const start = open.at;
      while (next < markers.length && markers[next]!.end <= start) next++;
      const marked = next < markers.length && markers[next]!.start < index;
      if (index - start <= LONGEST && !marked) found.push({ start, end: index + 1 });
      open = null;
    } else if (mark in CLOSING && (!open || open.mark !== '"')) open = { mark, at: index };
  }
  return found;
}

/** Whether the straight quotes of a text open and close in turn: a sign for inches or seconds upsets all of them. */
function straightPairUp(text: string): boolean {
  let opened = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    if (
      opened ? /[\s(]/.test(before) || /[\p{L}\p{N}]/u.test(after) : /[\p{L}\p{N}]/u.test(before) || /\s|^$/.test(after)
    )
      return false;
    opened = !opened;
  }
  return !opened;
}
