import { useLingui } from '@lingui/react/macro';
import { graphql } from '../../api/graphql.js';
import { tell } from '../toasts.js';
import { done } from '../undo.js';
import { useEdit } from '../use-edit.js';
import { EVIDENCE } from './evidence.js';

const CHECKABLE = graphql(
  `
    mutation SetCheckable($input: UpdateClaimInput!) {
      updateClaim(input: $input) {
        claim {
          ...ChangedEvidence
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [EVIDENCE],
);

/** Says whether a claim is a statement of fact: the reverse of what it is. @returns whether it was done */
export function useToggleCheckable(): (claim: {
  readonly id: string;
  readonly version: number;
  readonly checkable: boolean;
}) => Promise<boolean> {
  const { t } = useLingui();
  const [run] = useEdit(CHECKABLE, (data) => data.updateClaim, true);
  return async ({ id, version, checkable }) => {
    let expectedVersion = version;
    const set = async (to: boolean): Promise<string | null> => {
      const outcome = await run({ input: { claimId: id, expectedVersion, checkable: to } });
      if (!outcome.ok) return outcome.refusals[0]?.message ?? '';
      if (outcome.payload.claim) expectedVersion = outcome.payload.claim.version;
      return null;
    };
    const why = await set(!checkable);
    if (why !== null) {
      tell({ title: t`Not done`, detail: why, isMistake: true });
      return false;
    }
    done({
      says: checkable ? t`Marked as not checkable` : t`Marked as checkable`,
      undo: () => set(checkable),
      redo: () => set(!checkable),
    });
    return true;
  };
}
