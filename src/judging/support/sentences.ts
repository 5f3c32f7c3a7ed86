import { ABBREVIATIONS } from './lexicon.js';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longer stretches without a stop are cut, so that tables and lists on one line do not become one sentence. In UTF-16 units. */
const LONGEST = 600;
/** How far back from a stop an abbreviation is looked for. */
const LONGEST_ABBREVIATION = 8;
/** A stop with what closes behind it, before white space; or a line's end. A longer run of stops is a leader in a table. */
const END = /(?<![.!?…])[.!?…]{1,20}["'”’»)\]]{0,3}(?=\s)|[\r\n]+/g;
const STARTS = /^\s{1,40}["'“‘«(\[¿¡]{0,3}[\p{Lu}\p{Lt}\p{Lo}\p{N}$€£#•–—-]/u;

/**
 * The sentences of a source's text: lines are parted, and stops end a sentence where a capital or a figure follows and no
 * abbreviation stands before. Sources are any text, with headings, menus and tables in it, so that what is no sentence is
 * cut into pieces of at most some hundred characters. Linear in the text's length.
 *
 * @returns stretches in order, without white space at their ends, none empty
 */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const at = match.index;
    const end = at + match[0].length;
    if (!/^[\r\n]/.test(match[0])) {
      if (!STARTS.test(text.slice(end, end + 48))) continue;
      if (match[0].startsWith('.') && isAbbreviated(text.slice(Math.max(start, at - LONGEST_ABBREVIATION), at)))
        continue;
    }
    add(found, text, start, end);
    start = end;
  }
  add(found, text, start, text.length);
  return found;
}

/** Whether the full stop behind it belongs to an abbreviation ("Dr", "U.S") or an initial. */
function isAbbreviated(before: string): boolean {
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? '';
  return /^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

function add(found: Stretch[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  while (end - start > LONGEST) {
    const space = text.slice(start, start + LONGEST).lastIndexOf(' ');
    const cut = start + (space > LONGEST / 2 ? space : LONGEST);
    found.push({ start, end: cut });
    start = cut;
    while (start < end && isSpace(text, start)) start++;
  }
  if (end > start) found.push({ start, end });
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));
