import { initGraphQLTada } from 'gql.tada';
import type { Schema } from '../../src/client/schema.generated.js';

/**
 * Makes a document of the text of a query, mutation, subscription or fragment; the compiler works its types out from
 * the text. A fragment is given beside the documents that spread it: `graphql(text, [fragment])`.
 */
export const graphql = initGraphQLTada<{
  introspection: Schema;
  disableMasking: true;
  scalars: { DateTime: string; URL: string; JSON: unknown };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
export type * from '../../src/client/inputs.generated.js';
