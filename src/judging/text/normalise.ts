/**
 * One form for text that people would call the same: compatibility characters composed (NFKC), typographic quotes and
 * dashes made plain, soft hyphens and zero-width characters dropped, white space folded, lower case.
 */
export function normalise(text: string): string {
  return plain(text).toLowerCase();
}

/** As `normalise`, with capitals kept. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Long enough to recognise a sentence by, short enough for a list of findings. In UTF-16 units. */
const LONGEST_QUOTE = 80;

/** The text in quotation marks for a message, cut at a word when it is longer than `longest` UTF-16 units. */
export function quoted(text: string, longest = LONGEST_QUOTE): string {
  // Of a long text the beginning is enough, and a claim of one can be named by as many findings as it has citations.
  const start = text.length > 8 * longest ? fold(text.slice(0, 4 * longest)) : '';
  const folded = start.length > longest ? start : fold(text);
  if (folded.length <= longest) return `“${folded}”`;
  const cut = folded.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  const whole = space > longest / 2 ? cut.slice(0, space) : cutTo(cut, cut.length);
  return `“${whole.replace(/[\s,;:.–—-]+$/u, '')}…”`;
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A text in one line, without control characters and halves of surrogate pairs. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** The beginning of a text, of so many UTF-16 units at most: one less where the cut would part a surrogate pair. */
export function cutTo(text: string, longest: number): string {
  const cut = text.slice(0, longest);
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}

/** "1", "1 and 2", "1, 2 and 3". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** "1 claim", "2 claims". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
