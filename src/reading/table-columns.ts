import type { ColumnRole, Language } from '../languages/language.js';

const ROLES: readonly ColumnRole[] = ['claim', 'evidence', 'source', 'label', 'value'];

/** The role of a column by its heading, or by one word of it; null when it names a subject. */
export function columnRole(heading: string, { columns }: Language): ColumnRole | null {
  const name = heading.trim();
  for (const role of ROLES) if (columns.roles[role].test(name)) return role;
  return null;
}

/** Whether a heading names sources, given that the column before it holds evidence. */
export const isSourceBesideEvidence = (heading: string, language: Language): boolean =>
  columnRole(heading, language) === 'source' || language.columns.document.test(heading.trim());

/** Whether a word that ends a line is the heading of a column, its stop that of an abbreviation. */
export const isAbbreviatedColumn = (word: string, { columns }: Language): boolean => columns.abbreviated.test(word);
