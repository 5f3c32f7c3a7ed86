import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './fragments.js';
import { graphql } from '../telemetry/instruments.js';
import { secondsSince } from '../telemetry/registry.js';
import { traceOperation } from '../telemetry/tracing.js';

/** What an operation is called where it is counted: names of the schema alone, for it was found to fit it. */
export interface OperationName {
  readonly operation: 'query' | 'mutation' | 'subscription';
  /** Its one field; "several" of more than one; "introspection" where it asks for nothing but the schema. */
  readonly field: string;
}

interface Running extends OperationName {
  readonly start: number;
  readonly endTrace: ((outcome: string) => void) | null;
}

const running = new WeakMap<object, Running>();
const names = new WeakMap<OperationDefinitionNode, OperationName>();

/** An operation begins. @param context of the request that it is run for, by which it is known at its end */
export function operationBegins(document: DocumentNode, operationName: string | null, context: object): void {
  const name = nameOf(document, operationName);
  if (!name) return;
  const { operation, field } = name;
  running.set(context, { ...name, start: performance.now(), endTrace: traceOperation(operation, field) });
}

/** It has ended, in one way or another. */
export function operationEnds(context: object, { errors }: Pick<ExecutionResult, 'errors'>): void {
  const ended = running.get(context);
  if (!ended) return;
  running.delete(context);
  const { operation, field, start, endTrace } = ended;
  const outcome = errors?.length ? 'error' : 'done';
  graphql.operations.inc({ operation, field, outcome });
  graphql.duration.observe({ operation, field }, secondsSince(start));
  endTrace?.(outcome);
}

/** It goes on in another way, which begins it anew: it is not counted twice. */
export function operationLeft(context: object): void {
  running.get(context)?.endTrace?.('passed on');
  running.delete(context);
}

/** A subscription has begun, or was refused: what it tells afterwards is no operation of its own. */
export function subscriptionBegan(document: DocumentNode, operationName: string | null): void {
  const name = nameOf(document, operationName);
  if (name) graphql.operations.inc({ ...name, outcome: 'done' });
}

/** @returns null when the document has no such operation */
export function nameOf(document: DocumentNode, operationName: string | null): OperationName | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  let name = names.get(operation);
  if (!name) {
    const fields = rootFields(operation.selectionSet, fragmentsOf(document));
    const own = [...fields].filter((field) => !field.startsWith('__'));
    const field = own.length > 1 ? 'several' : (own[0] ?? 'introspection');
    names.set(operation, (name = { operation: operation.operation, field }));
  }
  return name;
}

/** Fragments do not spread themselves here: the document fits the schema. */
function rootFields(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<string>(),
): Set<string> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) found.add(selection.name.value);
    else {
      const spread = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (spread) rootFields(spread.selectionSet, fragments, found);
    }
  }
  return found;
}
