import type { Client } from 'urql';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { problemOf } from '../../api/problem.js';
import { PACK } from './packs.js';

const NOW = graphql(`
  query ClaimsNow($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Claim {
        version
        checkable
        assignee {
          id
          version
          name
        }
        verdict {
          id
          value
          text
        }
      }
    }
  }
`);

/** A claim as far as what is said of it can be taken back. */
export type ClaimNow = Extract<NonNullable<ResultOf<typeof NOW>['nodes'][number]>, { version: number }>;

/**
 * How claims are by now. What somebody did is taken back where it still holds, whatever else has changed since: a
 * version alone would forbid it after any other edit, also their own.
 *
 * @returns those that are there, or why it cannot be told
 */
export async function claimsNow(client: Client, ids: readonly string[]): Promise<readonly ClaimNow[] | string> {
  const claims: ClaimNow[] = [];
  for (let from = 0; from < ids.length; from += PACK) {
    const variables = { ids: ids.slice(from, from + PACK) };
    const { data, error } = await client.query(NOW, variables, { requestPolicy: 'network-only' });
    if (error || !data) return error ? problemOf(error).message : '';
    for (const node of data.nodes) if (node && 'checkable' in node) claims.push(node);
  }
  return claims;
}
