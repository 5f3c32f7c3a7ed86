import { useLingui } from '@lingui/react/macro';
import { useClient } from 'urql';
import { graphql } from '../../api/graphql.js';
import { tell } from '../toasts.js';
import { done } from '../undo.js';
import { useEdit } from '../use-edit.js';
import { claimsNow } from './claims-now.js';
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
  const client = useClient();
  const [run] = useEdit(CHECKABLE, (data) => data.updateClaim, true);
  return async ({ id, version, checkable }) => {
    const set = async (expectedVersion: number, to: boolean): Promise<string | null> => {
      const outcome = await run({ input: { claimId: id, expectedVersion, checkable: to } });
      return outcome.ok ? null : (outcome.refusals[0]?.message ?? '');
    };
    const again = async (to: boolean): Promise<string | null> => {
      const now = await claimsNow(client, [id]);
      if (typeof now === 'string') return now;
      const [claim] = now;
      return claim && claim.checkable !== to ? set(claim.version, to) : t`Somebody else has changed it since.`;
    };
    const why = await set(version, !checkable);
    if (why !== null) {
      tell({ title: t`Not done`, detail: why, isMistake: true });
      return false;
    }
    done({
      says: checkable ? t`Marked as not checkable` : t`Marked as checkable`,
      undo: () => again(checkable),
      redo: () => again(!checkable),
    });
    return true;
  };
}
