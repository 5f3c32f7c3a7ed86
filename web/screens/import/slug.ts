/** The longest name that the server takes. */
const LONGEST = 200;

/**
 * A name that the server takes, made of words: "Über die Fähre" becomes "uber-die-fahre". Empty when no Latin letter or
 * digit is in them.
 */
export const slugOf = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');

/** The name of an article that is a file: "Hydrogen Buses.md" becomes "hydrogen-buses". */
export const slugOfFile = (name: string): string => slugOf(name.replace(/\.[^.]+$/, ''));

/** The name of an article at an address, after the last part of its path. Empty for what is no address. */
export function slugOfAddress(address: string): string {
  const url = URL.parse(address.trim());
  if (!url) return '';
  const part = url.pathname.split('/').findLast((each) => each !== '');
  return slugOf(part === undefined ? url.hostname : decoded(part).replace(/\.[a-z]{2,5}$/i, ''));
}

/** The name of an article by its text: its heading, or how it begins. */
export function slugOfText(text: string): string {
  const title = /<title[^>]*>([^<]*)</i.exec(text)?.[1] ?? /<h1[^>]*>([^<]*)</i.exec(text)?.[1];
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  return slugOf((title ?? line).trim().split(/\s+/).slice(0, 8).join(' '));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
