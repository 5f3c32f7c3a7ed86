import { createHash } from 'node:crypto';
import {
  getOperationAST,
  Kind,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { fragmentsOf } from '../fragments.js';
import { bad, checkQuery, type GraphqlRequest } from '../graphql-request.js';
import type { DocumentRules } from '../graphql-options.js';
import { checkDocumentLimits } from '../limits/document-limits.js';
import { nameOf } from '../operation-telemetry.js';

/** Documents that are kept for who subscribes with the same text. */
const KEPT_DOCUMENTS = 256;
/** Longer ones are not, in UTF-16 units: their texts would be most of what is kept. */
const LONGEST = 10_000;

/** A subscription of a document that fits the schema and the limits. */
export interface SubscribedDocument {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  /** The field that is subscribed to. */
  readonly field: string;
  /** The variables on which it depends what is told of a thing. The arguments of `field` only choose what is told. */
  readonly variables: readonly string[];
  /** Documents of the same shape tell the same of a thing where these variables have the same values. */
  readonly shape: string;
}

/** Parses the documents of subscriptions and compares them with the schema: once for all who send the same text. */
export class SubscribedDocuments {
  /** By text and name of the operation, the one used longest ago first. */
  private readonly known = new Map<string, SubscribedDocument>();

  constructor(private readonly rules: DocumentRules) {}

  has(asked: GraphqlRequest): boolean {
    return this.known.has(keyOf(asked));
  }

  /**
   * @param schema always the same one
   * @throws RequestError, GraphQLError, AggregateError of validation errors: what is wrong with it
   */
  read(schema: GraphQLSchema, asked: GraphqlRequest): SubscribedDocument {
    const key = keyOf(asked);
    const found = this.known.get(key) ?? this.check(schema, asked);
    this.known.delete(key);
    if (asked.query.length <= LONGEST) this.known.set(key, found);
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size > KEPT_DOCUMENTS) this.known.delete(oldest);
    return found;
  }

  private check(schema: GraphQLSchema, { query, operationName }: GraphqlRequest): SubscribedDocument {
    const { rules } = this;
    checkQuery(query);
    const document = parse(query, rules.parseOptions);
    checkDocumentLimits(document);
    const errors = validate(schema, document, [...specifiedRules, ...rules.validationRules], rules.validateOptions);
    if (errors.length > 0) throw new AggregateError(errors);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw bad('the document has no such operation');
    const variables = variablesBelow(document, operation);
    const shape = createHash('sha256')
      .update(shapeOf(document, operation, variables))
      .digest('base64');
    return { document, operationName, field: nameOf(document, operationName)?.field ?? '', variables, shape };
  }
}

const keyOf = ({ query, operationName }: GraphqlRequest): string => JSON.stringify([operationName, query]);

/** Which variables of the document stand anywhere but in the arguments of the field that is subscribed to. */
function variablesBelow(document: DocumentNode, { selectionSet }: OperationDefinitionNode): string[] {
  const names = new Set<string>();
  const collect = (node: ASTNode): void => {
    visit(node, { VariableDefinition: () => false, Variable: ({ name }) => void names.add(name.value) });
  };
  for (const each of fragmentsOf(document).values()) collect(each);
  for (const each of selectionSet.selections) collect(withoutArguments(each));
  return [...names].sort();
}

/** The text of a subscription without its name, and without what only chooses what is told. */
function shapeOf(document: DocumentNode, operation: OperationDefinitionNode, variables: readonly string[]): string {
  const { name: _name, variableDefinitions, selectionSet, ...rest } = operation;
  const bare: OperationDefinitionNode = {
    ...rest,
    variableDefinitions: (variableDefinitions ?? []).filter(({ variable }) => variables.includes(variable.name.value)),
    selectionSet: { ...selectionSet, selections: selectionSet.selections.map(withoutArguments) },
  };
  return [bare, ...fragmentsOf(document).values()].map(print).join('\n');
}

/** Of a fragment around the field, the arguments within count as any other ones. */
const withoutArguments = (selection: SelectionNode): SelectionNode =>
  selection.kind === Kind.FIELD ? { ...selection, arguments: [] } : selection;
