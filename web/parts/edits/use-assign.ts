import { useLingui } from '@lingui/react/macro';
import { useClient } from 'urql';
import { graphql } from '../../api/graphql.js';
import { done } from '../undo.js';
import { claimsNow } from './claims-now.js';
import { firstReason, useMany } from './use-many.js';

const ASSIGN = graphql(`
  mutation AssignClaims($input: AssignClaimsInput!) {
    assignClaims(input: $input) {
      results {
        claim {
          id
          version
          assignee {
            id
            version
            name
          }
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
`);

export interface AssignableClaim {
  readonly id: string;
  readonly version: number;
  readonly assignee: { readonly id: string; readonly name: string } | null;
}

interface Item {
  readonly claimId: string;
  readonly expectedVersion: number;
  readonly memberId: string | null;
}

type Whose = (claimId: string) => string | null;

/** Gives claims to a member, or to nobody in particular. @returns whether any was given */
export function useAssign(): (
  claims: readonly AssignableClaim[],
  member: { readonly id: string; readonly name: string } | null,
) => Promise<boolean> {
  const { t } = useLingui();
  const client = useClient();
  const run = useMany(
    ASSIGN,
    (items: readonly Item[]) => ({ input: { items: [...items] } }),
    (data) => data.assignClaims,
  );
  return async (claims, member) => {
    const to: Whose = () => member?.id ?? null;
    const outcome = await run(claims.map(({ id, version }) => itemOf(id, version, to)));
    const given = outcome.done.map(({ item }) => item.claimId);
    const count = given.length;
    if (count === 0) return false;
    const before = new Map(claims.map(({ id, assignee }) => [id, assignee?.id ?? null]));
    const back: Whose = (id) => before.get(id) ?? null;
    const give = async (from: Whose, whom: Whose): Promise<string | null> => {
      const now = await claimsNow(client, given);
      if (typeof now === 'string') return now;
      const still = now.filter(({ id, assignee }) => (assignee?.id ?? null) === from(id));
      const again = await run(
        still.map(({ id, version }) => itemOf(id, version, whom)),
        true,
      );
      const others = count - still.length;
      return others > 0 ? t`Somebody else gave claims to others since: ${others}` : firstReason(again);
    };
    const name = member?.name;
    done({
      says: name === undefined ? t`Claims given to nobody: ${count}` : t`Claims given to ${name}: ${count}`,
      undo: () => give(to, back),
      redo: () => give(back, to),
    });
    return true;
  };
}

const itemOf = (claimId: string, expectedVersion: number, whose: Whose): Item => ({
  claimId,
  expectedVersion,
  memberId: whose(claimId),
});
