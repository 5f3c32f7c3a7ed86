import { createHash } from 'node:crypto';
import type { Claim } from './evidence.js';
import { type ClaimRelations, wordsOf } from './relations.js';
import { normalise } from './text/normalise.js';

/**
 * Names findings so that the same finding has the same name in every revision that leaves its text alone: a hash over
 * the rule and the normalised text of what it is about, without ids or positions. Claims that read the same are told
 * apart by their order, and findings of one rule about the same thing by theirs.
 */
export class Fingerprints {
  private readonly occurrences = new Map<string, number>();

  /** @param relations by ordinal: which of the claims that read the same it is */
  constructor(private readonly relations: ReadonlyMap<number, Pick<ClaimRelations, 'twin'>>) {}

  /** @param about what a finding is about beside the claim: a number, a label, a note */
  next(rule: string, claim: Claim | null, about: string | undefined): string {
    const words = claim ? wordsOf(claim) : ['', '', ''];
    const twin = claim ? (this.relations.get(claim.ordinal)?.twin ?? 0) : 0;
    // No part can contain the separator: normalising folds it away as white space.
    const subject = [rule, ...words, normalise(about ?? ''), twin].join('\n');
    const occurrence = this.occurrences.get(subject) ?? 0;
    this.occurrences.set(subject, occurrence + 1);
    return createHash('sha256').update(`${subject}\n${occurrence}`).digest('hex').slice(0, 32);
  }
}
