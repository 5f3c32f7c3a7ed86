import { v7 as uuid } from 'uuid';
import type { WaiverInForce } from '../findings/carry-waivers.js';
import { rewaive, type Finding, type Judgement } from '../judging/judge.js';
import type { HeldFinding } from '../editing/article-state.js';
import type { FoundOf } from '../editing/revision-rows.js';
import type { FormerArticle } from './former-article.js';
import type { PlannedClaim, PlannedRevision } from './plan-revision.js';

export interface EndedWaiver extends WaiverInForce {
  readonly claimId: string;
}

/** What was found before and is found in a new text. */
export interface CarriedFindings {
  /** Waived by the waivers as they hold now. */
  readonly judgement: Judgement;
  readonly opened: readonly (FoundOf & { readonly id: string })[];
  readonly fixed: readonly HeldFinding[];
  /** Found before and found again, perhaps elsewhere and in other words. */
  readonly again: readonly { readonly held: HeldFinding; readonly finding: FoundOf }[];
  readonly movedWaivers: readonly WaiverInForce[];
  /** Their findings are about claims that say something else now. */
  readonly endedWaivers: readonly EndedWaiver[];
}

/**
 * Says which findings of a new text are those of the former one: of the same claim, by fingerprint, else of the same
 * rule. A fingerprint holds the claim's words, so waivers move on with the findings of claims that were only reworded.
 */
export function carryFindings(
  former: FormerArticle | null,
  plan: PlannedRevision,
  judgement: Judgement,
): CarriedFindings {
  const held = Map.groupBy(former?.state.findings ?? [], ({ claimId }) => claimId);
  const waivers = Map.groupBy(former?.waivers ?? [], ({ fingerprint }) => fingerprint);
  const found = Map.groupBy(judgement.findings, ({ claim }) => claim);
  const carried = {
    opened: [] as (FoundOf & { id: string })[],
    fixed: [] as HeldFinding[],
    again: [] as { held: HeldFinding; finding: FoundOf }[],
  };
  const movedWaivers: WaiverInForce[] = [];
  const endedWaivers: EndedWaiver[] = [];
  const carry = (claim: PlannedClaim | null, ordinal: number | null): void => {
    const claimId = claim?.to.id ?? null;
    const own = held.get(claimId) ?? [];
    const { pairs, opened, fixed } = pair(own, found.get(ordinal) ?? []);
    carried.opened.push(...opened.map((finding) => ({ ...finding, claimId, id: uuid() })));
    carried.fixed.push(...fixed);
    carried.again.push(...pairs.map(([was, is]) => ({ held: was, finding: { ...is, claimId } })));
    if (claim?.saysOtherwise) {
      const about = own.flatMap(({ fingerprint }) => waivers.get(fingerprint) ?? []);
      endedWaivers.push(...about.map((waiver) => ({ ...waiver, claimId: claim.to.id })));
      return;
    }
    for (const [was, { fingerprint }] of pairs) {
      if (was.fingerprint === fingerprint) continue;
      movedWaivers.push(...(waivers.get(was.fingerprint) ?? []).map(({ id }) => ({ id, fingerprint })));
    }
  };
  for (const [i, claim] of plan.claims.entries()) carry(claim, i + 1);
  carry(null, null);
  carried.fixed.push(...plan.goneClaims.flatMap(({ id }) => held.get(id) ?? []));

  const now = new Map((former?.waivers ?? []).map(({ id, fingerprint }) => [id, fingerprint]));
  for (const { id, fingerprint } of movedWaivers) now.set(id, fingerprint);
  for (const { id } of endedWaivers) now.delete(id);
  const waived = new Set(now.values());
  const isSame = judgement.findings.every((finding) => finding.waived === waived.has(finding.fingerprint));
  if (isSame) return { judgement, ...carried, movedWaivers, endedWaivers };
  const mark = <T extends Finding>(finding: T): T => ({ ...finding, waived: waived.has(finding.fingerprint) });
  return {
    judgement: rewaive(plan.article, judgement, waived),
    opened: carried.opened.map(mark),
    fixed: carried.fixed,
    again: carried.again.map(({ held: was, finding }) => ({ held: was, finding: mark(finding) })),
    movedWaivers,
    endedWaivers,
  };
}

interface Paired {
  readonly pairs: readonly (readonly [HeldFinding, Finding])[];
  readonly opened: readonly Finding[];
  readonly fixed: readonly HeldFinding[];
}

/** Of one claim, or of the article. */
function pair(held: readonly HeldFinding[], found: readonly Finding[]): Paired {
  const pairs: [HeldFinding, Finding][] = [];
  let left = [...held];
  let fresh = [...found];
  const pairBy = (keyOfHeld: (each: HeldFinding) => string, keyOfFound: (each: Finding) => string): void => {
    const waiting = Map.groupBy(left, keyOfHeld);
    const paired = new Set<HeldFinding>();
    fresh = fresh.filter((finding) => {
      const was = waiting.get(keyOfFound(finding))?.shift();
      if (was) {
        pairs.push([was, finding]);
        paired.add(was);
      }
      return !was;
    });
    left = left.filter((each) => !paired.has(each));
  };
  pairBy(
    (each) => each.fingerprint,
    (each) => each.fingerprint,
  );
  if (left.some(({ claimId }) => claimId !== null)) {
    pairBy(
      ({ rule, message }) => `${rule}\n${message}`,
      ({ rule, message }) => `${rule}\n${message}`,
    );
    // As many as before of a rule are the same ones in the same order; of more or fewer nobody can say which.
    const count = (list: readonly { rule: string }[], rule: string): number =>
      list.filter((each) => each.rule === rule).length;
    const [was, is] = [left, fresh];
    const even = new Set(was.map(({ rule }) => rule).filter((rule) => count(was, rule) === count(is, rule)));
    pairBy(
      ({ rule, id }) => (even.has(rule) ? rule : id),
      ({ rule }) => rule,
    );
  }
  return { pairs, opened: fresh, fixed: left };
}
