import type { Claim } from './evidence.js';
import type { ClaimRelations } from './relations.js';
import type { QuoteUse } from './rule.js';

/** The quotes of these claims, in reading order, but for those of rejected citations. */
export function quotesOf(claims: readonly Claim[], relations: ReadonlyMap<number, ClaimRelations>): QuoteUse[] {
  return claims.flatMap(({ ordinal, line, citations }) => {
    const quotes = citations.flatMap(({ quote, state }) => (quote === null || state === 'REJECTED' ? [] : [quote]));
    if (quotes.length === 0) return [];
    const group = relations.get(ordinal)?.parts.find(({ judged }) => judged)?.group ?? null;
    const statement = statementOf(ordinal, group);
    return quotes.map((quote) => ({ quote, ordinal, line, statement }));
  });
}

/** What claims share that say the same. @param group the first that the claim is judged by; null for none */
export const statementOf = (ordinal: number, group: number | null): string =>
  group === null ? `claim ${ordinal}` : `group ${group}`;
