import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Link, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { ShownKeys } from '../keys/shown-keys.js';
import type { KeyName } from '../keys/table.js';
import { useActiveKeys, useRunKey } from '../keys/use-keys.js';
import { undoStack } from '../parts/undo.js';
import { PATHS, readerPath } from '../paths.js';
import { tour } from './tour-choice.js';
import styles from './tour.module.css';

/** The sample that a first start brings, else whatever article there is. */
const BEGINNING = graphql(`
  query TourBeginning {
    article(slug: "sample-hydrogen-buses") {
      id
    }
    articles(first: 1) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

/**
 * From the first look to a first source, a step at a time: each tells of what is on the page by now, and does what it tells
 * of, by a button or its key. It lies beside what is done, never before it, and is gone for good when it is closed.
 */
export default function Tour(): ReactNode {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: BEGINNING });
  const { pathname, search } = useLocation();
  const [isDone, setDone] = useState(false);
  useEffect(() => undoStack.subscribe(() => setDone(true)), []);
  if (!data) return null;
  const article = data.article ?? data.articles.edges[0]?.node;
  const isReading = pathname.startsWith(`${PATHS.articles}/`);
  const hasClaim = new URLSearchParams(search).has('claim');
  return (
    <aside className={styles['tour']} aria-label={t`First steps`}>
      <div className={styles['head']}>
        <h2>
          <Trans>First steps</Trans>
        </h2>
        <Button
          className="button button-plain"
          aria-label={t`Close the first steps`}
          onPress={() => tour.set('closed')}
        >
          ×
        </Button>
      </div>
      <div role="status" className={styles['step']}>
        <StepNow article={article?.id ?? null} isReading={isReading} hasClaim={hasClaim} isDone={isDone} />
      </div>
    </aside>
  );
}

function StepNow({
  article,
  isReading,
  hasClaim,
  isDone,
}: {
  readonly article: string | null;
  readonly isReading: boolean;
  readonly hasClaim: boolean;
  readonly isDone: boolean;
}): ReactNode {
  if (isDone) {
    return (
      <>
        <p>
          <Trans>
            That is all it takes: what you did shows at once, here and to your colleagues. The queue has what is not
            supported in all articles, the worst first.
          </Trans>
        </p>
        <p>
          <ShownKeys name="undo" /> <Trans>takes it back</Trans> · <ShownKeys name="help" />{' '}
          <Trans>shows all keys</Trans>
        </p>
        <Button className="button button-primary" onPress={() => tour.set('closed')}>
          <Trans>Done</Trans>
        </Button>
      </>
    );
  }
  if (article === null) {
    return (
      <>
        <p>
          <Trans>Obelus finds the claims of an article and tells which of them nothing supports. Bring one in.</Trans>
        </p>
        <Link className="button button-primary" to={PATHS.import}>
          <Trans>Import an article</Trans>
        </Link>
      </>
    );
  }
  if (!isReading) {
    return (
      <>
        <p>
          <Trans>
            Obelus finds the claims of an article and tells which of them nothing supports. There is an article to try
            it on.
          </Trans>
        </p>
        <Link className="button button-primary" to={readerPath(article)}>
          <Trans>Open the article</Trans>
        </Link>
      </>
    );
  }
  if (!hasClaim) {
    return (
      <>
        <p>
          <Trans>
            Each claim has a sign before it and a line under it, which tell how well it is supported; the row at the top
            says what they mean. Go to the first that nothing supports.
          </Trans>
        </p>
        <Does name="nextUnsupported">
          <Trans>Show it</Trans>
        </Does>
      </>
    );
  }
  return (
    <>
      <p>
        <Trans>
          The note beside it says what is missing and what would mend it. Attach a source: paste any address, or choose
          one of the article’s own. What that would mend is shown before you save.
        </Trans>
      </p>
      <Does name="attach">
        <Trans>Attach a source</Trans>
      </Does>
    </>
  );
}

/** Does what a key does, once there is something that it is about, and shows the key. */
function Does({ name, children }: { readonly name: KeyName; readonly children: ReactNode }): ReactNode {
  const [active, run] = [useActiveKeys(), useRunKey()];
  return (
    <Button className="button button-primary" isDisabled={!active.has(name)} onPress={() => run(name)}>
      {children} <ShownKeys name={name} />
    </Button>
  );
}
