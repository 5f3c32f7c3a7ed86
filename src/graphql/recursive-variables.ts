import {
  getNamedType,
  isInputObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type TypeNode,
} from 'graphql';

/**
 * Whether a document takes a variable of an input that holds itself, as a filter of claims does with `and`, `or`, `not`.
 * graphql-jit writes such an input out level by level without an end, and twice for each list: it stops the process for
 * some 20 seconds, until the stack overflows. Such a document is not compiled.
 */
export function hasRecursiveVariable(schema: GraphQLSchema, document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.variableDefinitions?.some(({ type }) => {
        const input = typeFromAST(schema, type as TypeNode);
        return input !== undefined && holdsItself(input as GraphQLInputType, new Set());
      }),
  );
}

/** @param above the inputs that hold this one */
function holdsItself(type: GraphQLInputType, above: ReadonlySet<string>): boolean {
  const input = getNamedType(type);
  if (!isInputObjectType(input)) return false;
  if (above.has(input.name)) return true;
  const within = new Set([...above, input.name]);
  return Object.values(input.getFields()).some((field) => holdsItself(field.type, within));
}
