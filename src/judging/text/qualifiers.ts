/**
 * Words that open a condition or exception, without which the statement says more than it did: the conditional and
 * exceptive subordinators and prepositions of Quirk et al. (1985) §15.34 and §9.58.
 */
const OPENING =
  /\b(?:unless|except(?:ing)?(?: for| that| when| where| if| in| to)?|with the exception of|only (?:if|when|where|after|once)|provided(?: that|(?=,))|providing that|(?:as|so) long as|on (?:the )?condition that|but not (?:if|when|where))\b/i;

/** "…, provided it rains": without "that" only after a comma, for "it provided food" is no condition. */
const AFTER_COMMA = /,\s*provided\b/i;

/**
 * Parts a clause from its condition or exception.
 *
 * @returns the clause without it, and the condition as written; null when the clause makes none
 */
export function cutQualifier(clause: string): { core: string; qualifier: string | null } {
  const match = OPENING.exec(clause) ?? AFTER_COMMA.exec(clause);
  if (!match) return { core: clause, qualifier: null };
  const before = clause.slice(0, match.index);
  const from = clause.slice(match.index).replace(/^,\s*/, '');
  if (/\p{L}/u.test(before.replace(/^(?:and|but|so|yet)\s/i, ''))) {
    return { core: before.replace(/[\s,(–-]+$/u, ''), qualifier: tidy(from) };
  }
  // It comes first: "Unless it rains, the ferry runs."
  const comma = from.indexOf(',');
  if (comma < 0) return { core: clause, qualifier: null };
  return { core: from.slice(comma + 1).trim(), qualifier: tidy(from.slice(0, comma)) };
}

/** Whether a text makes a condition or exception anywhere. */
export const hasQualifier = (text: string): boolean => OPENING.test(text) || AFTER_COMMA.test(text);

const tidy = (text: string): string => text.trim().replace(/[\s.;,)]+$/u, '');
