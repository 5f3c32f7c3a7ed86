import {
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../fragments.js';
import { RequestError } from '../request-error.js';
import { LIMITS } from './limits.js';

/** Sizes of a selection set with its fragments opened. Counts stop growing at `CAP`. */
interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  /** Fields at the top of the set. */
  readonly width: number;
}

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0, width: 0 };
/** Fragments that spread one another double a count with every step; above this, numbers say nothing more. */
const CAP = 1_000_000;

/**
 * Refuses a document that is too large in shape, before it is compared with the schema: some of the checks that GraphQL
 * itself demands take time that grows with the square of what is refused here. Each fragment is measured once.
 *
 * @throws RequestError QUERY_TOO_LARGE naming the limit and what to do
 */
export function checkDocumentLimits(document: DocumentNode): void {
  const measure = measurer(document);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) checkOperation(definition, measure(definition.selectionSet));
    else if (definition.kind === Kind.FRAGMENT_DEFINITION) checkDirectives(definition);
  }
}

function checkOperation(operation: OperationDefinitionNode, size: Size): void {
  checkDirectives(operation);
  const measures = [
    [size.depth, LIMITS.depth, 'levels of fields', 'ask for nested objects in a request of their own'],
    [size.width, LIMITS.rootFields, 'fields at the top', 'send several requests'],
    [size.fields, LIMITS.fields, 'fields', 'send several requests'],
    [size.aliases, LIMITS.aliases, 'aliases', 'send several requests, or use nodes(ids)'],
  ] as const;
  for (const [found, limit, what, advice] of measures) {
    if (found > limit) throw tooLarge(`the operation has ${told(found)} ${what}; the limit is ${limit}: ${advice}`);
  }
}

function checkDirectives(node: { readonly directives?: readonly unknown[] }): void {
  const found = node.directives?.length ?? 0;
  if (found > LIMITS.directives) {
    throw tooLarge(`${found} directives stand in one place; the limit is ${LIMITS.directives}`);
  }
}

function measurer(document: DocumentNode): (set: SelectionSetNode) => Size {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Size>();

  // Recursion goes as deep as the document's own nesting plus the chain of its fragments: both within its tokens.
  const measure = (set: SelectionSetNode): Size => {
    checkRepeats(set.selections);
    let size = NOTHING;
    for (const selection of set.selections) {
      checkDirectives(selection);
      size = beside(size, sizeOf(selection));
    }
    return size;
  };
  const sizeOf = (selection: SelectionNode): Size => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return fragmentSize(selection.name.value);
    const inner = selection.selectionSet ? measure(selection.selectionSet) : NOTHING;
    return {
      depth: inner.depth + 1,
      fields: Math.min(CAP, inner.fields + 1),
      aliases: Math.min(CAP, inner.aliases + (selection.alias ? 1 : 0)),
      width: 1,
    };
  };
  const fragmentSize = (name: string): Size => {
    const size = known.get(name);
    if (size) return size;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    // A fragment that spreads itself has no size; GraphQL's own rules refuse it and say so.
    known.set(name, NOTHING);
    const measured = measure(fragment.selectionSet);
    known.set(name, measured);
    return measured;
  };
  return measure;
}

const beside = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  fields: Math.min(CAP, a.fields + b.fields),
  aliases: Math.min(CAP, a.aliases + b.aliases),
  width: Math.min(CAP, a.width + b.width),
});

function checkRepeats(selections: readonly SelectionNode[]): void {
  const counts = new Map<string, number>();
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) continue;
    const name =
      selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : `...${selection.name.value}`;
    const count = (counts.get(name) ?? 0) + 1;
    if (count > LIMITS.repeats) {
      throw tooLarge(`"${name}" stands more than ${LIMITS.repeats} times in one place; once is enough`);
    }
    counts.set(name, count);
  }
}

const told = (count: number): string => (count >= CAP ? 'a million or more' : String(count));

function tooLarge(message: string): RequestError {
  return new RequestError('QUERY_TOO_LARGE', `Too large: ${message}.`);
}
