import { useLingui } from '@lingui/react/macro';
import { useClient } from 'urql';
import { graphql } from '../../api/graphql.js';
import { problemOf } from '../../api/problem.js';
import { refusalWords } from '../../api/refusal.js';
import { done } from '../undo.js';
import { EVIDENCE } from './evidence.js';
import { firstReason, useMany } from './use-many.js';

const WAIVE = graphql(
  `
    mutation WaiveFindings($input: WaiveFindingsInput!) {
      waiveFindings(input: $input) {
        results {
          waiver {
            id
          }
          finding {
            id
            state
          }
          claim {
            ...ChangedEvidence
          }
          userErrors {
            code
            message
            field
          }
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

const LIFT = graphql(
  `
    mutation LiftWaiver($input: LiftWaiverInput!) {
      liftWaiver(input: $input) {
        finding {
          id
          state
        }
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

interface Item {
  readonly findingId: string;
  readonly reason: string;
  readonly expiresAt: string | null;
}

/** Accepts findings, for a reason. @returns whether any was */
export function useWaive(): (
  findingIds: readonly string[],
  reason: string,
  expiresAt: string | null,
) => Promise<boolean> {
  const { t } = useLingui();
  const client = useClient();
  const run = useMany(
    WAIVE,
    (items: readonly Item[]) => ({ input: { items: [...items] } }),
    (data) => data.waiveFindings,
  );
  return async (findingIds, reason, expiresAt) => {
    const items = findingIds.map((findingId) => ({ findingId, reason, expiresAt }));
    let waivers = waiversOf(await run(items));
    const count = waivers.length;
    if (count === 0) return false;
    done({
      says: t`Findings waived: ${count}`,
      undo: async () => {
        for (const waiverId of waivers) {
          const { data, error } = await client.mutation(LIFT, { input: { waiverId } });
          const [refusal] = data?.liftWaiver?.userErrors ?? [];
          if (error || refusal) return refusal ? refusalWords(refusal) : problemOf(error!).message;
        }
        return null;
      },
      redo: async () => {
        const again = await run(items, true);
        waivers = waiversOf(again);
        return firstReason(again);
      },
    });
    return true;
  };
}

const waiversOf = ({
  done: waived,
}: {
  readonly done: readonly { readonly result: { readonly waiver: { readonly id: string } | null } }[];
}): string[] => waived.flatMap(({ result }) => (result.waiver ? [result.waiver.id] : []));
