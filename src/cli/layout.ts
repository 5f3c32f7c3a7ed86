import { SEVERITIES, UNSUPPORTED, type Severity, type Standing } from '../judging/evidence.js';

/** Control characters would steer the terminal; marks that turn the direction of writing would shuffle the line. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** East Asian wide characters and emoji take two columns; see Unicode's UAX #11. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const ASCII = /^[\x20-\x7e]*$/;

/** A text of an article as it can be shown in one line: no control characters, white space folded. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(UNPRINTABLE, '\ufffd').trim();
}

/** How many columns of a terminal the text takes. */
export function columnsOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}

/** The text, cut to the columns with an ellipsis when it is longer. */
export function shorten(text: string, columns: number): string {
  // No character takes less than one column and few take more than ten units: no need to measure a whole novel.
  const head = text.slice(0, columns * 10);
  if (head.length === text.length && columnsOf(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(head)) {
    used += WIDE.test(segment) ? 2 : 1;
    if (used >= columns) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines of at most so many columns, broken between words. A word that is longer keeps its line. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const width = columnsOf(word);
    if (line !== '' && used + 1 + width > columns) {
      lines.push(line);
      line = '';
      used = 0;
    }
    used += (line === '' ? 0 : 1) + width;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** "1 claim", "2 claims". */
export function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
}

/** "2 errors, 1 warning, 0 notes". */
export function severitiesOf(findings: readonly { readonly severity: Severity }[]): string {
  return SEVERITIES.map((severity) =>
    counted(findings.filter((finding) => finding.severity === severity).length, severity.toLowerCase()),
  ).join(', ');
}

/** How many claims are unsupported, by how many stand so. */
export const unsupportedIn = ({
  byStanding,
}: {
  readonly byStanding: readonly { readonly standing: Standing; readonly count: number }[];
}): number => byStanding.reduce((sum, { standing, count }) => sum + (UNSUPPORTED.includes(standing) ? count : 0), 0);

/** Rounded down: 99.6 % is not 100 %. */
export const percent = (share: number): string => `${Math.floor(share * 100 + 1e-9)} %`;
