import { createHash } from 'node:crypto';
import type { Claim } from './evidence.js';
import { normalise } from './text/normalise.js';

/**
 * Names findings so that the same finding has the same name in every revision that leaves its text alone: a hash over
 * the rule and the normalised text of what it is about, without ids or positions. Equal ones are told apart by their
 * occurrence, so one judging of one article needs one `Fingerprints`.
 */
export class Fingerprints {
  private readonly occurrences = new Map<string, number>();

  /** @param about what a finding is about beside the claim: a number, a label, a note */
  next(rule: string, claim: Claim | null, about: string | undefined): string {
    const parts = claim
      ? [claim.attribute ?? '', claim.column ?? '', claim.value ?? claim.text, about ?? '']
      : ['', '', '', about ?? ''];
    // No part can contain the separator: normalising folds it away as white space.
    const subject = [rule, ...parts.map(normalise)].join('\n');
    const occurrence = this.occurrences.get(subject) ?? 0;
    this.occurrences.set(subject, occurrence + 1);
    return createHash('sha256').update(`${subject}\n${occurrence}`).digest('hex').slice(0, 32);
  }
}
