import { listArgument, textArgument, uuidArgument } from '../graphql/ids.js';
import { isOneOf, type Parameters } from '../graphql/keyset.js';
import type { HistoryFilter } from './history-filter.type.js';

/**
 * Conditions on a table `event e`.
 *
 * @throws RequestError BAD_USER_INPUT for what cannot be asked for
 */
export function eventsThat(filter: HistoryFilter | null | undefined, parameters: Parameters): string[] {
  const { kinds, actorId, byItself } = filter ?? {};
  const conditions: string[] = [];
  if (kinds != null) {
    const path = ['filter', 'kinds'];
    const named = listArgument(kinds, path).map((kind, i) => textArgument(kind, [...path, String(i)]));
    // One kind alone is read from its index in the order of the history; several come in as many orders.
    conditions.push(isOneOf('e.kind', named, 'text', parameters));
  }
  if (actorId != null)
    conditions.push(`e.actor_id = ${parameters.add(uuidArgument('Member', actorId, ['filter', 'actorId']))}::uuid`);
  if (byItself != null) conditions.push(`e.actor_id IS ${byItself ? '' : 'NOT '}NULL`);
  return conditions;
}
