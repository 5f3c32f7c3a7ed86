import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** The operations of a document, as they stand in it. */
export const operationsOf = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
