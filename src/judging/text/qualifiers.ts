import type { Language } from '../../languages/language.js';

/**
 * Parts a clause from its condition or exception.
 *
 * @returns the clause without it, and the condition as written; null when the clause makes none
 */
export function cutQualifier(clause: string, { logic }: Language): { core: string; qualifier: string | null } {
  const match = logic && (logic.qualifier.exec(clause) ?? logic.qualifierAfterComma.exec(clause));
  if (!match) return { core: clause, qualifier: null };
  const before = clause.slice(0, match.index);
  const from = clause.slice(match.index).replace(/^,\s*/, '');
  if (/\p{L}/u.test(before.replace(logic!.conjunctionFirst, ''))) {
    return { core: before.replace(/[\s,(–-]+$/u, ''), qualifier: tidy(from) };
  }
  // It comes first: "Unless it rains, the ferry runs."
  const comma = from.indexOf(',');
  if (comma < 0) return { core: clause, qualifier: null };
  return { core: from.slice(comma + 1).trim(), qualifier: tidy(from.slice(0, comma)) };
}

/** Whether a text makes a condition or exception anywhere. */
export const hasQualifier = (text: string, { logic }: Language): boolean =>
  logic !== null && (logic.qualifier.test(text) || logic.qualifierAfterComma.test(text));

const tidy = (text: string): string => text.trim().replace(/[\s.;,)]+$/u, '');
