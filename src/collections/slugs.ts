/** The longest slug that a workspace takes, in characters. */
export const LONGEST_SLUG = 200;
/** An article that is a folder's: the folder names it. */
const INDEX = /\/(?:index|readme)$/i;

/** Lower-case letters without accents: "Über die Straße" → "uber die strasse". */
export const plainLetters = (words: string): string =>
  words.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/ß/g, 'ss');

/**
 * Words as they can stand in an address: lower-case Latin letters, digits and hyphens. Empty when nothing is left of them.
 */
export const slugOfWords = (words: string): string =>
  plainLetters(words)
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST_SLUG)
    .replace(/-$/, '');

/**
 * The slug of a file in a collection: its whole path, so that the same file has the same slug whatever stands beside it.
 * "2031/Hydrogen Buses.md" → "2031-hydrogen-buses", "trams/index.html" → "trams".
 *
 * @param path from the collection's root, with slashes
 */
export const slugOfPath = (path: string): string => slugOfWords(path.replace(/\.[^./]+$/, '').replace(INDEX, ''));

/** Gives each article of a collection a slug of its own. */
export class Slugs {
  private readonly taken = new Map<string, string>();

  /** @param prefix stands before all of them, as it is given */
  constructor(private readonly prefix = '') {}

  /**
   * @param name whose slug it is, for others who want it
   * @returns the slug, or who has it already
   */
  take(slug: string, name: string): { readonly slug: string } | { readonly takenBy: string } {
    const own = `${this.prefix}${slug}`;
    const takenBy = this.taken.get(own);
    if (takenBy !== undefined) return { takenBy };
    this.taken.set(own, name);
    return { slug: own };
  }
}
