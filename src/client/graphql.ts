import { initGraphQLTada } from 'gql.tada';
import type { Schema } from './schema.generated.js';

/**
 * Makes a document of the text of a query, mutation, subscription or fragment. What it answers with and which variables
 * it takes is worked out by the compiler from the text: what the schema does not have is `never`.
 *
 * A fragment is given beside the documents that spread it: `graphql(text, [fragment])`.
 */
export const graphql = initGraphQLTada<{
  introspection: Schema;
  disableMasking: true;
  scalars: {
    /** A time in ISO 8601, in UTC: "2031-04-02T08:00:00.000Z". */
    DateTime: string;
    /** An absolute address, http or https. */
    URL: string;
    /** Any JSON: look at it before you use it. */
    JSON: unknown;
  };
}>();
