import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ArticleFilter } from '../../api/graphql.js';
import { useTold } from '../../parts/list/use-told.js';
import { LATEST, ROWS } from './documents.js';

/** Changes come in bursts, and rows are scrolled past. */
const GATHERED_MS = 400;
/** As many as the API takes. */
const MOST = 100;

/**
 * Keeps the rows that are seen up to date in place, whatever of them changes.
 *
 * @param filter which articles the list has
 * @param seen ids of the rows near what is seen, joined by blanks
 * @param known ids of the rows that came
 * @returns whether there are articles that the list has not; what to call when it is brought anew
 */
export function useLive(
  filter: ArticleFilter,
  seen: string,
  known: readonly string[],
): { readonly isOld: boolean; readonly renewed: () => void } {
  const client = useClient();
  const told = useTold();
  /** The filter of which there is more by now. */
  const [oldKey, setOldKey] = useState<string | null>(null);
  /** The latest when the list of a filter was brought; null: not known yet. */
  const first = useRef<{ readonly key: string; readonly ids: ReadonlySet<string> } | null>(null);
  const shown = useRef(known);
  useEffect(() => {
    shown.current = known;
  }, [known]);
  useEffect(() => {
    if (told === 0 || seen === '') return;
    const timer = setTimeout(() => {
      const ids = seen.split(' ').slice(0, MOST);
      void client.query(ROWS, { ids }, { requestPolicy: 'network-only' }).toPromise();
    }, GATHERED_MS);
    return () => clearTimeout(timer);
  }, [client, told, seen]);
  const key = JSON.stringify(filter);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        const variables = { filter: JSON.parse(key) as ArticleFilter };
        void client
          .query(LATEST, variables, { requestPolicy: 'network-only' })
          .toPromise()
          .then(({ data }) => {
            if (!data) return;
            const ids = data.articles.edges.map(({ node }) => node.id);
            if (first.current?.key !== key) first.current = { key, ids: new Set(ids) };
            else if (ids.some((id) => !first.current?.ids.has(id) && !shown.current.includes(id))) setOldKey(key);
          });
      },
      told === 0 ? 0 : GATHERED_MS,
    );
    return () => clearTimeout(timer);
  }, [client, told, key]);
  return {
    isOld: oldKey === key,
    renewed: () => {
      first.current = null;
      setOldKey(null);
    },
  };
}
