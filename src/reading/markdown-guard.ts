/**
 * Keeps micromark's time in bounds. Its work grows with the square of what stands unmatched in one paragraph
 * (brackets, emphasis) and of how deep one line nests; measured on 100,000 characters: `]]]…` over a minute, `>>>…`
 * over a minute, `[[[…]]]` 18 s. No article is written so: what goes beyond these limits is hidden from micromark
 * behind a letter of the same width and read as plain text.
 */

/** Nested quotes and lists that one line may open. */
const MAX_DEPTH = 24;
/** Runs of emphasis signs in one paragraph. */
const MAX_EMPHASIS = 300;
/** Pairs of brackets in one paragraph, and how deep they may nest. */
const MAX_BRACKETS = 1000;
const MAX_BRACKET_DEPTH = 8;

/** A private-use character: a letter to micromark, and in no article. */
const HIDDEN = '\uE000';

/** Something to hide: one unit of the text. */
type Hide = (at: number) => void;

/**
 * `text` with what exceeds the limits replaced, each unit by one unit, so that positions stay. Ordinary text comes back
 * as it is.
 */
export function hideExcess(text: string): string {
  const hidden: number[] = [];
  const hide: Hide = (at) => hidden.push(at);
  for (let start = 0; start < text.length;) {
    const end = endOfParagraph(text, start);
    hideBrackets(text, start, end, hide);
    hideEmphasis(text, start, end, hide);
    start = end;
  }
  for (let start = 0; start < text.length; start = endOfLine(text, start)) hideDepth(text, start, hide);
  if (hidden.length === 0) return text;
  const units = text.split('');
  for (const at of hidden) units[at] = HIDDEN;
  return units.join('');
}

/** After the line break; the end of the text when there is none. */
export function endOfLine(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  return at < 0 ? text.length : at + 1;
}

export const isBlank = (text: string, start: number, end: number) => text.slice(start, end).trim() === '';

function endOfParagraph(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const next = endOfLine(text, end);
    const blank = isBlank(text, end, next);
    end = next;
    if (blank) break;
  }
  return end;
}

/** Brackets without a partner are text in any case; micromark looks for the partner each time. */
function hideBrackets(text: string, start: number, end: number, hide: Hide): void {
  const open: number[] = [];
  let pairs = 0;
  for (let i = start; i < end; i += 1) {
    const sign = text[i];
    if (sign === '\\') i += 1;
    else if (sign === '[') open.push(i);
    else if (sign === ']') {
      const from = open.pop();
      if (from === undefined) hide(i);
      else {
        pairs += 1;
        if (pairs <= MAX_BRACKETS && open.length < MAX_BRACKET_DEPTH) continue;
        hide(from);
        hide(i);
      }
    }
  }
  for (const i of open) hide(i);
}

function hideEmphasis(text: string, start: number, end: number, hide: Hide): void {
  let runs = 0;
  for (let i = start; i < end; i += 1) {
    const sign = text[i];
    if (sign === '\\') i += 1;
    else if (sign === '*' || sign === '_' || sign === '~') {
      if (text[i - 1] !== sign) runs += 1;
      if (runs > MAX_EMPHASIS) hide(i);
    }
  }
}

function hideDepth(text: string, start: number, hide: Hide): void {
  const marker = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  marker.lastIndex = start;
  for (let depth = 0; marker.test(text); depth += 1) if (depth >= MAX_DEPTH) hide(marker.lastIndex - 1);
}
