import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { CHANGES } from './documents.js';

/**
 * Lets what happens elsewhere show. Where more happened than is told, or the text is another by now, to which places of
 * claims then belong, all is read anew. @param revision whose text is shown; undefined while it is on its way
 */
export function useChanges(id: string, revision: string | undefined, readAnew: () => void): void {
  const [{ data }] = useSubscription({ query: CHANGES, variables: { id } });
  const { omitted = 0, position, claim } = data?.claimChanged ?? {};
  const newest = claim?.article.revision.id;
  useEffect(() => {
    const isOther = revision !== undefined && newest !== undefined && newest !== revision;
    if (omitted > 0 || isOther) readAnew();
    // Once for each event: what is shown may be newer than the last of them.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [omitted, position]);
}
