import { createHash, hash, type Hash } from 'node:crypto';
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
  /** Of the rule and the claim that were last named: a claim of a long text can have a finding for each of its citations. */
  private last: Subject | null = null;

  /** @param relations by ordinal: which of the claims that read the same it is */
  constructor(private readonly relations: ReadonlyMap<number, Pick<ClaimRelations, 'twin'>>) {}

  /** @param about what a finding is about beside the claim: a number, a label, a note */
  next(rule: string, claim: Claim | null, about: string | undefined): string {
    const subject = this.subjectOf(rule, claim);
    const twin = claim ? (this.relations.get(claim.ordinal)?.twin ?? 0) : 0;
    // No part can contain the separator: normalising folds it away as white space.
    const rest = `\n${normalise(about ?? '')}\n${twin}`;
    const key = subject.name + rest;
    const occurrence = this.occurrences.get(key) ?? 0;
    this.occurrences.set(key, occurrence + 1);
    const end = `${rest}\n${occurrence}`;
    const digest = subject.begun?.copy().update(end).digest('hex') ?? hash('sha256', subject.name + end, 'hex');
    return digest.slice(0, 32);
  }

  private subjectOf(rule: string, claim: Claim | null): Subject {
    if (this.last?.rule !== rule || this.last.claim !== claim) {
      const words = claim ? wordsOf(claim) : ['', '', ''];
      const text = [rule, ...words].join('\n');
      if (text.length <= SHORT) {
        this.last = { rule, claim, begun: null, name: text };
      } else {
        const begun = createHash('sha256').update(text);
        this.last = { rule, claim, begun, name: begun.copy().digest('hex') };
      }
    }
    return this.last;
  }
}

/** What is hashed again in less time than a hash is copied in, in UTF-16 units. */
const SHORT = 1_000;

/** What a finding is about, as far as the rule and the claim's words tell. */
interface Subject {
  readonly rule: string;
  readonly claim: Claim | null;
  /** Over both, where they are long: goes on with a copy. Null: where they are short, all is hashed at once. */
  readonly begun: Hash | null;
  /** Both, or where they are long, their hash. */
  readonly name: string;
}
