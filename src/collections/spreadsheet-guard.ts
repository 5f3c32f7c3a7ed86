/*
 * A spreadsheet runs a cell that begins with =, +, - or @ as a formula, and where its lists are separated by semicolons
 * or tabs, it divides our cells there. An article's words may be anybody's, so every such place gets an apostrophe,
 * which spreadsheets take for "this is text". One apostrophe more is put where some stand already, so that
 * `unguarded` takes back exactly what was put.
 */

/** Where a cell of some spreadsheet may begin, and what would run there; full-width signs count as the others do. */
const STARTS = /(^|[;\t\r\n])( *)('*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
const GUARDED = /(^|[;\t\r\n])( *)'('*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** A text that no spreadsheet runs. */
export const guarded = (text: string): string => text.replace(STARTS, "$1$2'$3");

/** The text that was guarded. */
export const unguarded = (text: string): string => text.replace(GUARDED, '$1$2$3');
