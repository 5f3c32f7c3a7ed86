import type { Line, Piece } from './pdf-lines.js';

const HYPHENATED = /\p{L}{2,40}(?:-\p{L}{2,40})+/gu;
const BROKEN = /(\p{L}{1,40})[-\u2010]$/u;
const BROKEN_URL = /https?:\/\/\S{0,2000}[/\-_.=&?#%]$/i;
const FIRST_WORD = /^\p{Ll}{1,40}/u;
/** How much of a line's end is looked at. */
const END = 2_100;

/** Pairs of words that stand with a hyphen between them inside a line: "well-known". */
export function compoundsOf(lines: readonly Line[]): Set<string> {
  const found = new Set<string>();
  for (const { text } of lines) {
    for (const [whole] of text.matchAll(HYPHENATED)) {
      const words = whole.toLowerCase().split('-');
      for (let i = 1; i < words.length; i++) found.add(`${words[i - 1]}-${words[i]}`);
    }
  }
  return found;
}

/**
 * Lines as running text. A word that was divided at the end of a line is put together again; its hyphen stays where the
 * document writes the same pair with one elsewhere.
 */
export function joined(lines: readonly Line[], compounds: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const [first, ...rest] = line.pieces;
    if (!first) continue;
    const last = pieces.at(-1);
    if (last) {
      const { cut, glue } = seam(last, first, compounds);
      const text = last.text.slice(0, last.text.length - cut);
      // A space is no part of a superscript, nor of a link that ends.
      const isApart = last.raised || (last.url !== null && last.url !== first.url);
      pieces[pieces.length - 1] = { ...last, text: isApart ? text : text + glue };
      if (isApart && glue !== '') pieces.push({ text: glue, raised: false, url: null });
    }
    pieces.push(first, ...rest);
  }
  return pieces;
}

/** How two lines meet: how many characters of the first go, and what comes between. */
function seam(before: Piece, after: Piece, compounds: ReadonlySet<string>): { cut: number; glue: string } {
  const end = before.text.slice(-END);
  if (end.endsWith('\u00AD')) return { cut: 1, glue: '' };
  if (BROKEN_URL.test(end) || (before.url !== null && before.url === after.url && /https?:\/\/\S*$/i.test(end))) {
    return { cut: 0, glue: '' };
  }
  const broken = BROKEN.exec(end.slice(-50));
  if (broken && !before.raised) {
    const next = FIRST_WORD.exec(after.text)?.[0];
    if (next === undefined) return { cut: 0, glue: '' };
    return { cut: compounds.has(`${broken[1]!}-${next}`.toLowerCase()) ? 0 : 1, glue: '' };
  }
  // "1999–" and "2003": a range.
  if (/\d[-–]$/.test(end) && /^\d/.test(after.text)) return { cut: 0, glue: '' };
  return { cut: 0, glue: end.endsWith(' ') ? '' : ' ' };
}
