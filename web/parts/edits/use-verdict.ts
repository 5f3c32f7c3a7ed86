import { useLingui } from '@lingui/react/macro';
import { useClient } from 'urql';
import { graphql, type VerdictValue } from '../../api/graphql.js';
import { tell } from '../toasts.js';
import { done } from '../undo.js';
import { useEdit } from '../use-edit.js';
import { claimsNow } from './claims-now.js';

const VERDICT = graphql(`
  mutation SetVerdict($input: SetVerdictInput!) {
    setVerdict(input: $input) {
      claim {
        id
        version
        verdict {
          id
          value
          text
          createdAt
          createdBy {
            id
            version
            name
          }
        }
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export interface JudgedClaim {
  readonly id: string;
  readonly version: number;
  readonly verdict: { readonly value: VerdictValue; readonly text: string } | null;
}

interface Said {
  readonly value: VerdictValue;
  readonly text: string;
}

/** Says what a person concluded about a claim. A first verdict stays; a later one can be taken back to the one before. */
export function useVerdict(): (claim: JudgedClaim, said: Said) => Promise<boolean> {
  const { t } = useLingui();
  const client = useClient();
  const [run] = useEdit(VERDICT, (data) => data.setVerdict, true);
  return async ({ id, version, verdict: before }, said) => {
    const set = async (expectedVersion: number, to: Said): Promise<string | null> => {
      const outcome = await run({ input: { claimId: id, expectedVersion, ...to } });
      return outcome.ok ? null : (outcome.refusals[0]?.message ?? '');
    };
    const again = async (from: Said, to: Said): Promise<string | null> => {
      const now = await claimsNow(client, [id]);
      if (typeof now === 'string') return now;
      const [claim] = now;
      const isStill = claim?.verdict?.value === from.value && claim.verdict.text === from.text;
      return claim && isStill ? set(claim.version, to) : t`Somebody else has changed it since.`;
    };
    const why = await set(version, said);
    if (why !== null) {
      tell({ title: t`Not done`, detail: why, isMistake: true });
      return false;
    }
    const says = t`Verdict given`;
    if (before) {
      const former = { value: before.value, text: before.text };
      done({ says, undo: () => again(said, former), redo: () => again(former, said) });
    } else tell({ title: says, detail: t`A first verdict cannot be taken back; give another one.` });
    return true;
  };
}
