import { cacheExchange } from '@urql/exchange-graphcache';
import type { Exchange } from 'urql';
import { EMBEDDED, POSSIBLE } from './schema.generated.js';

/**
 * Each object once, by its type and id, so that an event or an edit shows wherever it is. What has no id belongs to what
 * holds it. No edit is shown before the server has answered: its rules, not the page, say what a claim's standing is.
 */
export const normalisedCache = (): Exchange =>
  cacheExchange({
    keys: Object.fromEntries(EMBEDDED.map((type) => [type, () => null])),
    possibleTypes: POSSIBLE,
  });
