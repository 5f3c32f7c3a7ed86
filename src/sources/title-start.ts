/** Characters of a title that sources are ordered by: an index takes no text of any length. As in the database's own check. */
export const TITLE_START = 500;

/**
 * What of a title is stored for the order by titles.
 *
 * @returns its first 500 characters, as PostgreSQL counts them; empty for none
 */
export const titleStart = (title: string | null): string =>
  // No character takes more than two units.
  title === null || title.length <= TITLE_START
    ? (title ?? '')
    : [...title.slice(0, 2 * TITLE_START)].slice(0, TITLE_START).join('');
