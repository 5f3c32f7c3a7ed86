import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';

/** Rows of each page. */
const FIRST = 3;
/** What is given where a field needs it, by type. */
const NEEDED: Readonly<Record<string, string>> = { DateTime: '"2099-01-01T00:00:00.000Z"', Int: '0' };

/**
 * All fields of a type, and of what hangs on it so many steps away. Of an interface whose objects may be anything, the
 * ids: they are followed from there.
 */
export function selectionOf(type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return '';
  if (type.name === 'UserError')
    return '{ __typename code message field ... on ConflictError { version current { id } } }';
  if (isInterfaceType(type)) return '{ __typename id }';
  if (!isObjectType(type)) throw new Error(`${type.name} is a kind of type that the matrix does not know yet`);
  return `{ __typename ${fieldsOf(type, depth).join(' ')} }`;
}

function fieldsOf(type: GraphQLObjectType, depth: number): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [`${field.name}${argumentsOf(type, field)}`];
    // Parts of a page are no step.
    const isPart = /(Connection|Edge|PageInfo)$/.test(inner.name);
    if (depth === 0 && !isPart) {
      return isObjectType(inner) && 'id' in inner.getFields()
        ? [`${field.name}${argumentsOf(type, field)} { id }`]
        : [];
    }
    if (depth === 0 && /(Connection)$/.test(inner.name)) return [];
    return [`${field.name}${argumentsOf(type, field)} ${selectionOf(inner, isPart ? depth : depth - 1)}`];
  });
}

/** What a field must be given, and how long its pages are. */
function argumentsOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
  const given = field.args.flatMap((each) => {
    if (each.name === 'first') return [`first: ${FIRST}`];
    if (!isNonNullType(each.type) || each.defaultValue !== undefined) return [];
    const value = NEEDED[getNamedType(each.type).name];
    if (value !== undefined) return [`${each.name}: ${value}`];
    throw new Error(`${type.name}.${field.name} needs arguments: let selections.ts of the matrix give them`);
  });
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

/** An operation with one field, whose arguments are variables. */
export function operationOf(
  kind: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, unknown>>,
  depth: number,
  fragment?: GraphQLNamedType,
): string {
  const args = field.args.filter(({ name }) => name in given);
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = fragment
    ? `{ __typename id ... on ${fragment.name} ${selectionOf(fragment, depth)} }`
    : selectionOf(getNamedType(field.type), depth);
  return `${kind} ${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selection} }`;
}
