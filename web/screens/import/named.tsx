import { Trans } from '@lingui/react/macro';
import { useEffect, type ReactNode } from 'react';
import { useQuery } from 'urql';
import type { ResultOf } from '../../api/graphql.js';
import { useDebounced } from '../../parts/debounced.js';
import { NAMED } from './documents.js';

export type NamedArticle = NonNullable<ResultOf<typeof NAMED>['article']>;

/** A name is not asked about while it is typed. */
const AFTER_MS = 400;

/** Says whether an article has a name already: it gets a new revision then. @param onKnown told undefined while it is not known */
export function Named({
  slug,
  onKnown,
}: {
  readonly slug: string;
  readonly onKnown: (named: NamedArticle | null | undefined) => void;
}): ReactNode {
  const asked = useDebounced(slug, AFTER_MS);
  const [{ data, fetching, stale }] = useQuery({ query: NAMED, variables: { slug: asked }, pause: asked === '' });
  const isKnown = asked === slug && asked !== '' && !fetching && !stale;
  const named = isKnown ? data?.article : undefined;
  useEffect(() => onKnown(named), [named, onKnown]);
  if (named == null)
    return <Trans>Lower-case letters, digits and hyphens. A name that is taken makes a revision.</Trans>;
  const next = named.revision.number + 1;
  return (
    <Trans>
      “{named.title}” has this name: it becomes its revision {next}. Claims are matched with those before, and work on
      them is kept.
    </Trans>
  );
}
