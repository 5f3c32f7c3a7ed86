import {
  getArgumentValues,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  type OperationDefinitionNode,
} from 'graphql';
// The executor's own: what it answers and what is planned must be the same fields in the same order.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { fragmentsOf } from '../fragments.js';
import { NotPlanned } from './not-planned.js';

/** What the variables of an operation are, coerced: given values, defaults, nothing where neither is. */
export type Variables = Readonly<Record<string, unknown>>;

interface ShapedDocument {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The switches alone: shapes are kept, and other values may be large. */
  readonly variables: Variables;
}

/** A field of an answer. */
export interface ShapeField {
  /** What it is called in the answer: its alias or its name. */
  readonly key: string;
  readonly name: string;
  /** As the schema has it; that of `__typename` is null. */
  readonly definition: GraphQLField<unknown, unknown> | null;
  /** Where it stands in the document, once or more. */
  readonly nodes: readonly FieldNode[];
}

/**
 * What an answer has for one object: its fields in the order of the answer. Fragments, aliases, @skip and @include are
 * resolved, the latter for certain values of their variables.
 */
export class Shape {
  readonly fields: readonly ShapeField[];

  private constructor(
    private readonly document: ShapedDocument,
    readonly type: GraphQLObjectType,
    nodes: ReadonlyMap<string, readonly FieldNode[]>,
  ) {
    this.fields = [...nodes].map(([key, own]) => {
      const name = own[0]!.name.value;
      return { key, name, definition: type.getFields()[name] ?? null, nodes: own };
    });
  }

  /** The shape of a query's whole answer. @param variables those of `switchesOf`; a shape keeps them */
  static ofQuery(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): Shape {
    const fragments = Object.fromEntries(fragmentsOf(document));
    const type = schema.getQueryType();
    if (!type) throw new NotPlanned('a schema without queries');
    const nodes = collectFields(schema, fragments, variables as Record<string, unknown>, type, operation.selectionSet);
    return new Shape({ schema, fragments, variables }, type, nodes);
  }

  /** The shape of the objects in a field. @throws NotPlanned where the field has none, or several types of them */
  under({ definition, nodes, name }: ShapeField): Shape {
    const type = definition && getNamedType(definition.type);
    if (!isObjectType(type)) throw new NotPlanned(name);
    const { schema, fragments, variables } = this.document;
    const fields = collectSubfields(
      schema,
      fragments as Record<string, FragmentDefinitionNode>,
      variables as Record<string, unknown>,
      type,
      nodes,
    );
    return new Shape(this.document, type, fields);
  }
}

/** The arguments of a field. @throws GraphQLError where a variable does not fit after all */
export function argumentsOf({ definition, nodes }: ShapeField, variables: Variables): Record<string, unknown> {
  return definition ? getArgumentValues(definition, nodes[0]!, variables as Record<string, unknown>) : {};
}

/** The variables that decide which fields an answer has: those of directives. */
export function switchesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given }) => {
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
