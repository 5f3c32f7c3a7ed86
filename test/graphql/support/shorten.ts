import { Kind, parse, print, visit, type ASTNode } from 'graphql';

/** Parts of a document that it may do without. */
const REMOVABLE = new Set<string>([
  Kind.FIELD,
  Kind.FRAGMENT_SPREAD,
  Kind.INLINE_FRAGMENT,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
]);

/** A document with as little in it as still fails. @param fails whether a document does */
export async function shorten(query: string, fails: (query: string) => Promise<boolean>): Promise<string> {
  let shortest = query;
  for (let at = 0, tries = 0; tries < 500; tries++) {
    const candidate = without(shortest, at);
    if (candidate === null) return shortest;
    if (await fails(candidate)) shortest = candidate;
    else at++;
  }
  return shortest;
}

/** The document without its n-th removable part; null when it has fewer. */
function without(query: string, n: number): string | null {
  let seen = 0;
  let removed = false;
  const document = visit(parse(query), {
    enter(node: ASTNode) {
      if (removed || !REMOVABLE.has(node.kind) || seen++ < n) return undefined;
      removed = true;
      return null;
    },
  });
  return removed ? print(document) : null;
}
