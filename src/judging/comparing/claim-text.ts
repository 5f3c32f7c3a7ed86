import type { Claim, Span } from '../evidence.js';

/** What is compared of a claim. */
export type ClaimParts = Pick<Claim, 'block' | 'attribute' | 'column' | 'text'>;

/** A claim as a sentence of its own: of a cell, its row and column tell what it speaks of. A field's text has its label. */
export function claimText({ block, attribute, column, text }: ClaimParts): string {
  const of = block === 'CELL' ? [attribute, column].filter((part) => part !== null && part.trim() !== '') : [];
  return of.length > 0 ? `${of.join(', ')}: ${text}` : text;
}

/**
 * Where words stand in a claim's text that were read from a plainer form of it (see `plain`).
 *
 * @returns the first place; null when they do not stand there
 */
export function placeOf(words: string, text: string): Span | null {
  const start = text.indexOf(words);
  if (start >= 0) return { start, end: start + words.length };
  const pattern = [...words]
    .map(
      (sign) =>
        PLAIN_OF[sign] ?? (/\s/.test(sign) ? '\\s+' : `${sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')}${INVISIBLE}`),
    )
    .join('');
  const match = new RegExp(pattern, 'u').exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}

const INVISIBLE = '[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]?';
/** What a plain sign was made of. */
const PLAIN_OF: Readonly<Record<string, string>> = {
  "'": '[\u0027\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4]',
  '"': '["\u201c-\u201f\u2033\u00ab\u00bb]',
  '-': '[\\-\u2010-\u2015\u2212]',
};
