import { print, type DocumentNode } from '@0no-co/graphql.web';
import type { DocumentDecoration } from 'gql.tada';

/** A document that knows what it answers with and which variables it takes: what `graphql` makes. */
export type TypedDocument<Result, Variables> = DocumentNode & DocumentDecoration<Result, Variables>;

/** What is sent for a document. @param document as `graphql` made it, or its text */
export const textOf = (document: DocumentNode | string): string =>
  typeof document === 'string' ? document : print(document);

/** Variables may be left out where all of them may. */
export type Given<Variables, Options> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: Options]
    : [variables: Variables, options?: Options];
