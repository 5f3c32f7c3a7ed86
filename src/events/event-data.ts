import { NODE_CODES, toGlobalId, type NodeType } from '../graphql/global-id.js';

/** What an event says before and after, with the ids of the API in the place of UUIDs. */
export function withGlobalIds(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withGlobalIds);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const type = typeOfKey(key);
      return [key, type ? named(type, value) : withGlobalIds(value)];
    }),
  );
}

/** Keys that hold ids, and do not say of what. */
const TYPES: Readonly<Record<string, NodeType>> = { assigneeId: 'Member', opened: 'Finding', fixed: 'Finding' };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** "claimId", "claimIds" and "formerClaimId" hold ids of claims. */
function typeOfKey(key: string): NodeType | null {
  const known = TYPES[key];
  if (known) return known;
  const stem = /^(\w+)Ids?$/.exec(key)?.[1];
  const name = stem?.replace(/^.*(?=[A-Z])/, '').replace(/^./, (first) => first.toUpperCase());
  return name !== undefined && Object.hasOwn(NODE_CODES, name) ? (name as NodeType) : null;
}

function named(type: NodeType, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => named(type, each));
  return typeof value === 'string' && UUID.test(value) ? toGlobalId(type, value) : withGlobalIds(value);
}
