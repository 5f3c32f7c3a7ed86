import { useLingui } from '@lingui/react/macro';
import { graphql, type VerdictValue } from '../../api/graphql.js';
import { tell } from '../toasts.js';
import { done } from '../undo.js';
import { useEdit } from '../use-edit.js';

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
  const [run] = useEdit(VERDICT, (data) => data.setVerdict, true);
  return async ({ id, version, verdict: before }, said) => {
    let expectedVersion = version;
    const set = async (to: Said): Promise<string | null> => {
      const outcome = await run({ input: { claimId: id, expectedVersion, ...to } });
      if (!outcome.ok) return outcome.refusals[0]?.message ?? '';
      if (outcome.payload.claim) expectedVersion = outcome.payload.claim.version;
      return null;
    };
    const why = await set(said);
    if (why !== null) {
      tell({ title: t`Not done`, detail: why, isMistake: true });
      return false;
    }
    const says = t`Verdict given`;
    if (before) done({ says, undo: () => set({ value: before.value, text: before.text }), redo: () => set(said) });
    else tell({ title: says, detail: t`A first verdict cannot be taken back; give another one.` });
    return true;
  };
}
