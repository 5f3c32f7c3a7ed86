import {
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { fragmentsOf } from '../fragments.js';
import { DEFAULT_PAGE, MAX_PAGE } from '../connection.js';
import { RequestError } from '../request-error.js';
import { leastObjects } from './least-objects.js';
import { LIMITS } from './limits.js';

/** How many objects a list without pages is taken to hold. Few claims have more citations or findings. */
const LIST_SIZE = 5;
/** A page's own objects: the connection, its edges, its page info. They come with the rows and cost nothing. */
const PAGE_PARTS = /(Connection|Edge|PageInfo)$/;
/** What a mutation of several items answers with, one each. */
const RESULTS = 'results';
const CAP = 1_000_000_000;

type Variables = Readonly<Record<string, unknown>>;

/**
 * Refuses an operation that could bring back too many objects: a page counts as many rows as it is asked for, times
 * what each of them brings, and a mutation of several items as many results. Leaves cost nothing. Fragments are counted
 * once a type. A field that takes work of its own counts at least what its `LEAST_OBJECTS` says.
 *
 * @param variables as sent; `first`, `last` and what chooses the work of a field may stand in them
 * @returns how many objects that is, at most
 * @throws RequestError QUERY_TOO_LARGE
 */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): number {
  const objects = countObjects(schema, document, operationName, variables);
  if (objects <= LIMITS.objects) return objects;
  throw new RequestError(
    'QUERY_TOO_LARGE',
    `Too large: the operation can bring back ${objects >= CAP ? 'a billion or more' : objects.toLocaleString('en')} objects; ` +
      `the limit is ${LIMITS.objects.toLocaleString('en')}: ask for smaller pages (first), above all of nested connections.`,
  );
}

/** How many objects an operation can bring back, at most; 0 when there is no such operation. */
export function countObjects(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): number {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const given = { ...variables };
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (given[variable.name.value] !== undefined) continue;
    if (defaultValue?.kind === Kind.INT) given[variable.name.value] = Number(defaultValue.value);
    if (defaultValue?.kind === Kind.ENUM) given[variable.name.value] = defaultValue.value;
  }
  return counter(schema, document, given)(operation.selectionSet, root);
}

function counter(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
  const fragments = fragmentsOf(document);
  const known = new Map<string, number>();

  /** @param page how many rows `edges`, `nodes` or `results` holds when the set is one of a connection or of a batch */
  const count = (set: SelectionSetNode, type: GraphQLNamedType, page = 1): number => {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += ofField(selection, type, page);
      else if (selection.kind === Kind.INLINE_FRAGMENT) sum += count(selection.selectionSet, type, page);
      else sum += ofFragment(selection.name.value, type, page);
    }
    return Math.min(CAP, sum);
  };
  const ofFragment = (name: string, type: GraphQLNamedType, page: number): number => {
    const key = `${name} ${type.name} ${page}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 0);
    const fragment = fragments.get(name);
    const found = fragment ? count(fragment.selectionSet, conditioned(fragment, type), page) : 0;
    known.set(key, found);
    return found;
  };
  const conditioned = (fragment: FragmentDefinitionNode, type: GraphQLNamedType): GraphQLNamedType => {
    const condition = schema.getType(fragment.typeCondition.name.value);
    return isObjectType(condition) ? condition : type;
  };
  const ofField = (node: FieldNode, parent: GraphQLNamedType, page: number): number => {
    if (!node.selectionSet || !isCompositeType(parent)) return 0;
    const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    return field
      ? Math.max(leastObjects(field, node, variables), ofRows(node, node.selectionSet, field, parent, page))
      : 0;
  };
  const ofRows = (
    node: FieldNode,
    set: SelectionSetNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType,
    page: number,
  ): number => {
    const type = getNamedType(field.type);
    if (type.name.endsWith('Connection')) return count(set, type, pageSize(node, variables));
    const ofPage = parent.name.endsWith('Connection') || node.name.value === RESULTS;
    const times = isList(field) ? (ofPage ? page : listSize(node, variables)) : 1;
    const own = PAGE_PARTS.test(type.name) ? 0 : 1;
    return times * (own + count(set, type, itemCount(node, variables)));
  };
  return count;
}

const isList = (field: GraphQLField<unknown, unknown>): boolean => {
  const type = isNonNullType(field.type) ? getNullableType(field.type) : field.type;
  return isListType(type);
};

/** How many things a mutation is to do: `items` of its `input`. No more than may be done at once, for more are not. */
function itemCount(node: FieldNode, variables: Variables): number {
  const input = node.arguments?.find(({ name }) => name.value === 'input')?.value;
  const items = input?.kind === Kind.OBJECT ? input.fields.find(({ name }) => name.value === 'items')?.value : null;
  if (items?.kind === Kind.LIST) return Math.min(items.values.length, LIMITS.items);
  const whole = input?.kind === Kind.VARIABLE ? (variables[input.name.value] as { items?: unknown } | null) : null;
  const given = items?.kind === Kind.VARIABLE ? variables[items.name.value] : whole?.items;
  return Array.isArray(given) ? Math.min(given.length, LIMITS.items) : 1;
}

/** As many as ids are given, for a list that is asked for by ids. */
function listSize(node: FieldNode, variables: Variables): number {
  const ids = node.arguments?.find(({ name }) => name.value === 'ids')?.value;
  if (ids?.kind === Kind.LIST) return ids.values.length;
  const given = ids?.kind === Kind.VARIABLE ? variables[ids.name.value] : undefined;
  return Array.isArray(given) ? given.length : LIST_SIZE;
}

function pageSize(node: FieldNode, variables: Variables): number {
  const sizes = (node.arguments ?? [])
    .filter(({ name }) => name.value === 'first' || name.value === 'last')
    .map(({ value }) => integer(value, variables))
    .filter((size) => size !== null);
  return sizes.length === 0 ? DEFAULT_PAGE : Math.max(...sizes);
}

/** What is no integer is refused by GraphQL itself; until then it counts as a full page. */
function integer(value: ValueNode, variables: Variables): number | null {
  if (value.kind === Kind.NULL) return null;
  const given =
    value.kind === Kind.VARIABLE ? variables[value.name.value] : Number('value' in value ? value.value : NaN);
  if (given === undefined || given === null) return null;
  return typeof given === 'number' && given >= 0 ? Math.min(given, MAX_PAGE) : MAX_PAGE;
}
