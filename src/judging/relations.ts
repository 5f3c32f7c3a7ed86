import type { Article, Claim } from './evidence.js';
import { normalise } from './text/normalise.js';
import {
  groupOf,
  type RestatedPart,
  type RestatedStatement,
  type RestatementGroup,
  type Restatements,
} from './text/restatements.js';

/**
 * A claim's place among the others of its article, as far as their texts alone decide it. It stays the same while
 * citations and sources change, so it is stored, and such a change need not compare all texts again.
 */
export interface ClaimRelations {
  /** How many earlier claims read the same: label, column and text. Tells the findings of equal claims apart. */
  readonly twin: number;
  /**
   * What the claim says that others say, too, in the order of the groups' numbers; as far as it is compared with them: see
   * `MOST_COMPARED`.
   */
  readonly parts: readonly PartOfGroup[];
}

/** One statement of a claim, and the group of claims that make it. */
export interface PartOfGroup {
  /** Claims of the article with the same number say the same. A number says nothing beyond one judging of all texts. */
  readonly group: number;
  /** The claim as a whole says it, rather than one of its clauses. */
  readonly whole: boolean;
  /** The claim is judged by it: not so for a clause of a claim that others say as a whole. */
  readonly judged: boolean;
  /** The condition or exception that it makes, as written. */
  readonly qualifier: string | null;
  /** Other groups that it says the same as, in words less like its own. */
  readonly near: readonly number[];
}

/** Raised when the same texts can be related in another way: what was stored before is then worked out anew. */
export const RELATIONS_VERSION = 2;

/** What tells claims apart that read the same: none of it is a position or an id. */
export function wordsOf(claim: Claim): readonly string[] {
  return [claim.attribute ?? '', claim.column ?? '', claim.value ?? claim.text].map(normalise);
}

/** The groups that a claim is judged by, or that are judged by it. */
export const groupsOf = ({ parts }: ClaimRelations): number[] => parts.flatMap(({ group, near }) => [group, ...near]);

/** The relations of each claim of an article, by ordinal. */
export function relationsOf(article: Article, restatements: Restatements): Map<number, ClaimRelations> {
  const parts = new Map<number, PartOfGroup[]>(article.claims.map(({ ordinal }) => [ordinal, []]));
  for (const group of restatements.groups) {
    for (const { claim, whole, qualifier } of group.compared) {
      const part = restatements.partsOf(claim).find((each) => each.group === group);
      const near = (part?.near ?? []).map(({ number }) => number);
      parts.get(claim.ordinal)!.push({ group: group.number, whole, judged: part !== undefined, qualifier, near });
    }
  }
  const seen = new Map<string, number>();
  return new Map(
    article.claims.map((claim) => {
      const key = wordsOf(claim).join('\n');
      const twin = seen.get(key) ?? 0;
      seen.set(key, twin + 1);
      return [claim.ordinal, { twin, parts: parts.get(claim.ordinal)! }];
    }),
  );
}

/** Restatements as they were stored, among the claims at hand. */
export class KnownRestatements implements Restatements {
  readonly groups: readonly RestatementGroup[];
  private readonly parts = new Map<number, readonly RestatedPart[]>();

  /** @param claims in reading order; all members of each group that is going to be asked about */
  constructor(claims: readonly Claim[], relations: ReadonlyMap<number, ClaimRelations>) {
    const members = new Map<number, RestatedStatement[]>();
    const own = claims.map((claim) => ({
      claim,
      parts: (relations.get(claim.ordinal)?.parts ?? []).map((part) => {
        const statement = { claim, whole: part.whole, qualifier: part.qualifier };
        const known = members.get(part.group);
        if (known) known.push(statement);
        else members.set(part.group, [statement]);
        return { part, statement };
      }),
    }));
    const groups = new Map([...members].map(([number, all]) => [number, groupOf(number, all)] as const));
    for (const { claim, parts } of own) {
      const judged = parts.filter(({ part }) => part.judged);
      this.parts.set(
        claim.ordinal,
        judged.map(({ part, statement }) => ({
          statement,
          group: groups.get(part.group)!,
          near: part.near.flatMap((number) => groups.get(number) ?? []),
        })),
      );
    }
    this.groups = [...groups.values()].sort((a, b) => a.number - b.number);
  }

  partsOf(claim: Claim): readonly RestatedPart[] {
    return this.parts.get(claim.ordinal) ?? [];
  }

  /** Only what is compared is stored. */
  allPartsOf(claim: Claim): readonly RestatedPart[] {
    return this.partsOf(claim);
  }
}
