import { useLingui } from '@lingui/react/macro';
import { graphql } from '../../api/graphql.js';
import { done } from '../undo.js';
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

/** Gives claims to a member, or to nobody in particular. @returns whether any was given */
export function useAssign(): (
  claims: readonly AssignableClaim[],
  member: { readonly id: string; readonly name: string } | null,
) => Promise<boolean> {
  const { t } = useLingui();
  const run = useMany(
    ASSIGN,
    (items: readonly Item[]) => ({ input: { items: [...items] } }),
    (data) => data.assignClaims,
  );
  return async (claims, member) => {
    const before = new Map(claims.map(({ id, assignee }) => [id, assignee?.id ?? null]));
    const outcome = await run(
      claims.map(({ id, version }) => ({ claimId: id, expectedVersion: version, memberId: member?.id ?? null })),
    );
    let given = outcome.done.flatMap(({ result }) => (result.claim ? [result.claim] : []));
    const count = given.length;
    if (count === 0) return false;
    const set = async (to: (id: string) => string | null): Promise<string | null> => {
      const items = given.map(({ id, version }) => ({ claimId: id, expectedVersion: version, memberId: to(id) }));
      const again = await run(items, true);
      given = again.done.flatMap(({ result }) => (result.claim ? [result.claim] : []));
      return firstReason(again);
    };
    const name = member?.name;
    done({
      says: name === undefined ? t`Claims given to nobody: ${count}` : t`Claims given to ${name}: ${count}`,
      undo: () => set((id) => before.get(id) ?? null),
      redo: () => set(() => member?.id ?? null),
    });
    return true;
  };
}
