import { useLingui } from '@lingui/react/macro';
import type { BlockKind } from '../../api/graphql.js';
import { useEdit, type Outcome } from '../../parts/use-edit.js';
import { useStep, whyNot } from '../../parts/use-step.js';
import { MERGE, SPLIT, UPDATE, type FoundClaim } from './documents.js';

/** What can be set right of what was found. Each can be taken back. */
export interface Corrections {
  readonly isRunning: boolean;
  setCheckable(claim: FoundClaim, checkable: boolean): Promise<void>;
  setBlock(claim: FoundClaim, block: BlockKind): Promise<void>;
  /** @param at where its text is cut, in UTF-16 units */
  split(claim: FoundClaim, at: number): Promise<void>;
  /** @param claims neighbours, in reading order */
  merge(claims: readonly [FoundClaim, FoundClaim]): Promise<void>;
}

/** @param readAnew asks for all claims again, when some came or went */
export function useCorrections(readAnew: () => void): Corrections {
  const { t } = useLingui();
  const step = useStep();
  const [update, isUpdating] = useEdit(UPDATE, (data) => data.updateClaim, true);
  const [cut, isCutting] = useEdit(SPLIT, (data) => data.splitClaim, true);
  const [join, isJoining] = useEdit(MERGE, (data) => data.mergeClaims, true);

  /** Overrules the reader, or takes back that it was overruled. Each knows the version that the other left. */
  const overrule = <Value>(
    says: string,
    claim: FoundClaim,
    before: Value,
    after: Value,
    write: (value: Value | null) => object,
    read: (claim: FoundClaim) => Value,
  ): Promise<void> => {
    let version = claim.version;
    const set = async (value: Value | null): Promise<Outcome<{ readonly claim: FoundClaim | null }>> => {
      const outcome = await update({ input: { claimId: claim.id, expectedVersion: version, ...write(value) } });
      if (outcome.ok && outcome.payload.claim) version = outcome.payload.claim.version;
      return outcome;
    };
    return step(
      says,
      async () => whyNot(await set(after)),
      async () => {
        // As the reader says, unless somebody had overruled it before.
        const outcome = await set(null);
        const now = outcome.ok ? outcome.payload.claim : null;
        return whyNot(now && read(now) !== before ? await set(before) : outcome);
      },
    );
  };

  const apart = async (claim: FoundClaim, at: number): Promise<Outcome<{ readonly claims: readonly FoundClaim[] }>> => {
    const outcome = await cut({ input: { claimId: claim.id, at, expectedVersion: claim.version } });
    if (outcome.ok) readAnew();
    return outcome;
  };
  const together = async (claims: readonly FoundClaim[]): Promise<Outcome<{ readonly claim: FoundClaim | null }>> => {
    const outcome = await join({
      input: { claimIds: claims.map(({ id }) => id), expectedVersion: claims[0]!.version },
    });
    if (outcome.ok) readAnew();
    return outcome;
  };

  return {
    isRunning: isUpdating || isCutting || isJoining,
    setCheckable: (claim, checkable) =>
      overrule(
        checkable ? t`It is a claim` : t`It is not a claim`,
        claim,
        claim.checkable,
        checkable,
        (value) => ({ checkable: value }),
        (now) => now.checkable,
      ),
    setBlock: (claim, block) =>
      overrule(
        t`Its place was changed`,
        claim,
        claim.block,
        block,
        (value) => ({ block: value }),
        (now) => now.block,
      ),
    split(claim, at) {
      let whole = claim;
      let halves: readonly FoundClaim[] = [];
      return step(
        t`Split in two`,
        async () => {
          const outcome = await apart(whole, at);
          if (outcome.ok) halves = outcome.payload.claims;
          return whyNot(outcome);
        },
        async () => {
          const outcome = await together(halves);
          if (outcome.ok && outcome.payload.claim) whole = outcome.payload.claim;
          return whyNot(outcome);
        },
      );
    },
    merge(claims) {
      let parts: readonly FoundClaim[] = claims;
      let whole: FoundClaim | null = null;
      return step(
        t`Merged`,
        async () => {
          const outcome = await together(parts);
          if (outcome.ok) whole = outcome.payload.claim;
          return whyNot(outcome);
        },
        async () => {
          const at = whole?.text.indexOf(claims[1].text) ?? -1;
          if (whole === null || at <= 0) return t`Where it was joined is not known any more.`;
          const outcome = await apart(whole, at);
          if (outcome.ok) parts = outcome.payload.claims;
          return whyNot(outcome);
        },
      );
    },
  };
}
