import { Kind, type FieldNode, type GraphQLField } from 'graphql';

/** The extension of a field of the schema that says what it costs, however few rows are asked of it: `LeastObjects`. */
export const LEAST_OBJECTS = 'leastObjects';

/** How many objects a field counts at least, by argument and by the name of its value, for what is a search each time. */
export type LeastObjects = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** @param variables as sent, with the defaults of those that were not; @returns 0 for a field that says nothing */
export function leastObjects(
  { extensions }: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const least = extensions[LEAST_OBJECTS] as LeastObjects | undefined;
  if (!least) return 0;
  const costs = (node.arguments ?? []).map(({ name, value }) => {
    const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : 'value' in value ? value.value : null;
    return (typeof given === 'string' && least[name.value]?.[given]) || 0;
  });
  return Math.max(0, ...costs);
}
