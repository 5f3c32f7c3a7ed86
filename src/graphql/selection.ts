import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isObjectType,
  getNamedType,
  Kind,
  parse,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

type Document = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/**
 * What a query asks of one object: which of its fields, with which arguments, and the same of the objects under them.
 * Fragments, aliases, @skip and @include are resolved, so a statement can be built that selects this and no more.
 */
export class Selection {
  private readonly fields: ReadonlyMap<string, readonly FieldNode[]>;

  private constructor(
    private readonly document: Document,
    private readonly type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
  ) {
    this.fields = collect(document, type, sets);
  }

  /** What is asked of the object (or of each object of the list) that a resolver answers with. */
  static of(info: GraphQLResolveInfo): Selection {
    return Selection.under(info, getNamedType(info.returnType) as GraphQLCompositeType, info.fieldNodes);
  }

  /**
   * What the program itself asks of objects of a type, for answers that are no GraphQL.
   *
   * @param fields as in a query: "{ id article { title } }"
   */
  static ofText(schema: GraphQLSchema, type: string, fields: string): Selection {
    const named = schema.getType(type);
    const [definition] = parse(`fragment Asked on ${type} ${fields}`, { noLocation: true }).definitions;
    if (!isObjectType(named) || definition?.kind !== Kind.FRAGMENT_DEFINITION) {
      throw new Error(`no fields of an object type: ${type}`);
    }
    return new Selection({ schema, fragments: {}, variableValues: {} }, named, [definition.selectionSet]);
  }

  private static under(document: Document, type: GraphQLCompositeType, nodes: readonly FieldNode[]): Selection {
    return new Selection(
      document,
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
  }

  has(field: string): boolean {
    return this.fields.has(field);
  }

  /** The names of the fields that are asked for. */
  names(): string[] {
    return [...this.fields.keys()];
  }

  /** What is asked of the object in this field, under all its aliases; null when the field is not asked for. */
  under(field: string): Selection | null {
    const nodes = this.fields.get(field);
    if (!nodes || !isObjectType(this.type)) return null;
    const type = getNamedType(this.type.getFields()[field]?.type);
    return isCompositeType(type) ? Selection.under(this.document, type, nodes) : null;
  }

  /** The arguments of the field, once for every place where it is asked for. */
  argumentsOf(field: string): Readonly<Record<string, unknown>>[] {
    const definition = isObjectType(this.type) ? this.type.getFields()[field] : undefined;
    if (!definition) return [];
    const nodes = this.fields.get(field) ?? [];
    return nodes.map((node) => getArgumentValues(definition, node, this.document.variableValues));
  }
}

/** Each fragment is read once an object, so fragments that spread one another twice cost no more than once. */
function collect(
  document: Document,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const waiting = sets.flatMap((set) => set.selections);
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    if (skipped(document, node)) continue;
    if (node.kind === Kind.FIELD) {
      const same = fields.get(node.name.value);
      if (same) same.push(node);
      else fields.set(node.name.value, [node]);
      continue;
    }
    let fragment;
    if (node.kind === Kind.INLINE_FRAGMENT) fragment = node;
    else if (!seen.has(node.name.value)) {
      seen.add(node.name.value);
      fragment = document.fragments[node.name.value];
    }
    if (fragment && applies(document, fragment.typeCondition?.name.value, type)) {
      waiting.unshift(...fragment.selectionSet.selections);
    }
  }
  return fields;
}

function skipped(document: Document, node: SelectionSetNode['selections'][number]): boolean {
  if (!node.directives?.length) return false;
  if (getDirectiveValues(GraphQLSkipDirective, node, document.variableValues)?.if === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, node, document.variableValues)?.if === false;
}

function applies(document: Document, condition: string | undefined, type: GraphQLCompositeType): boolean {
  if (!condition || condition === type.name) return true;
  const wanted = document.schema.getType(condition);
  return isAbstractType(wanted) && isObjectType(type) && document.schema.isSubType(wanted, type);
}
