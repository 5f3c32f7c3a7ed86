import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, type ReactNode } from 'react';
import { Button, Label, ProgressBar } from 'react-aria-components';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Failed } from '../../parts/states.js';
import { readerPath } from '../../paths.js';
import { JOB } from './documents.js';
import styles from './import.module.css';

/** How often the server is asked how far it is. */
const EVERY_MS = 1_000;

/**
 * How far a long import is, until it is done.
 *
 * @param onDone told once, when it is done
 * @param onBack leads back to what was sent, to mend it
 */
export function Progress({
  job,
  onDone,
  onBack,
}: {
  readonly job: string;
  readonly onDone: () => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const [{ data, error }, again] = useQuery({ query: JOB, variables: { id: job } });
  const found = data?.node && 'state' in data.node ? data.node : null;
  const state = found?.state;
  const isOver = state === 'DONE' || state === 'FAILED' || (data !== undefined && found === null);
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(() => again({ requestPolicy: 'network-only' }), EVERY_MS);
    return () => clearInterval(timer);
  }, [isOver, again]);
  useEffect(() => {
    if (state === 'DONE') onDone();
    // Once for each state, whatever the function is by then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);
  if (!data) return error ? <Failed error={error} onAgain={again} /> : null;
  if (!found) {
    return (
      <p className="mistake" role="alert">
        <Trans>There is no such job any more.</Trans>
      </p>
    );
  }
  const items = found.items.edges.map(({ node }) => node);
  const many = i18n.number(items.length);
  return (
    <section className={styles['progress']} aria-label={t`What the server is doing`}>
      {!isOver && (
        <ProgressBar
          className={styles['bar'] ?? ''}
          value={found.done}
          maxValue={found.total ?? 1}
          isIndeterminate={found.total === null}
        >
          {({ percentage, valueText }) => (
            <>
              <Label>
                <JobState state={found.state} />
              </Label>
              <span>{found.total !== null && valueText}</span>
              <progress aria-hidden="true" {...(percentage === undefined ? {} : { value: percentage, max: 100 })} />
            </>
          )}
        </ProgressBar>
      )}
      <p role="status" className="hint">
        {isOver && <JobState state={found.state} />}
      </p>
      {found.state === 'FAILED' && (
        <div role="alert" className={styles['actions']}>
          <p className="mistake">
            <Trans>It was given up: {found.error ?? ''}</Trans>
          </p>
          <Button className="button" onPress={onBack}>
            <Trans>Back to what you sent</Trans>
          </Button>
        </div>
      )}
      {items.length > 0 && (
        <>
          <h2>
            {found.items.pageInfo.hasPreviousPage ? (
              <Trans>The last {many} parts</Trans>
            ) : (
              <Plural value={items.length} one="# part so far" other="# parts so far" />
            )}
          </h2>
          <ul role="list" className={styles['items']}>
            {items.map(({ name, outcome, messages, article }, at) => (
              <li key={`${at} ${name}`}>
                <strong>{article ? <Link to={readerPath(article.id)}>{article.title}</Link> : name}</strong>{' '}
                <span className="hint">
                  <Outcome of={outcome} />
                </span>
                {messages.map((message) => (
                  <p key={message} className="hint">
                    {message}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function JobState({ state }: { readonly state: 'DONE' | 'FAILED' | 'RUNNING' | 'WAITING' }): ReactNode {
  switch (state) {
    case 'WAITING':
      return <Trans>Waiting for its turn …</Trans>;
    case 'RUNNING':
      return <Trans>Being read …</Trans>;
    case 'DONE':
      return <Trans>Read and stored.</Trans>;
    case 'FAILED':
      return <Trans>Nothing more is read.</Trans>;
  }
}

function Outcome({ of }: { readonly of: 'IMPORTED' | 'REFUSED' | 'SKIPPED' | 'UNCHANGED' }): ReactNode {
  switch (of) {
    case 'IMPORTED':
      return <Trans>imported</Trans>;
    case 'REFUSED':
      return <Trans>refused</Trans>;
    case 'SKIPPED':
      return <Trans>left out</Trans>;
    case 'UNCHANGED':
      return <Trans>as it was</Trans>;
  }
}
