import { createRequest, formatDocument, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { makeFetchBody } from '@urql/core/internal';
import { VIEWER } from '../parts/viewer.js';
import type { Screen } from '../paths.js';
import { ARTICLE, CLAIMS, TEXT } from '../screens/reader/documents.js';

/** A question as the client sends it. Its cache asks for the type of each object, and hands on declared variables alone. */
function bodyOf<Variables extends AnyVariables>(
  document: TypedDocumentNode<unknown, Variables>,
  variables?: Variables,
): string {
  const { query, key } = createRequest(document, variables as Variables);
  return JSON.stringify(
    makeFetchBody({ query: formatDocument(query), variables: variables as Variables, key } as never),
  );
}

/** What every screen asks. */
const ALWAYS = [bodyOf(VIEWER)];

/** What a screen asks at first, where that is known before its script is there; ":id" where its address has that part. */
const OWN: Readonly<Partial<Record<Screen, readonly string[]>>> = {
  reader: [
    bodyOf(ARTICLE, { id: ':id' }),
    bodyOf(TEXT, { id: ':id', after: null }),
    bodyOf(CLAIMS, { id: ':id', after: null }),
  ],
};

/** What a screen asks when it is opened by its address. */
export const questionsOf = (screen: Screen): readonly string[] => [...ALWAYS, ...(OWN[screen] ?? [])];
