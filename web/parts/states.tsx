import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import type { Role } from '../api/graphql.js';
import { problemOf, type Problem } from '../api/problem.js';
import { ROLE_NAMES } from './role-names.js';
import styles from './states.module.css';

/** Loading that is over sooner is not told: a flash says nothing. */
const TOLD_AFTER_MS = 300;

/** What there is while something is on its way. @param of what: "Loading the queue" */
export function Loading({ of }: { readonly of?: string }): ReactNode {
  const { t } = useLingui();
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTold(true), TOLD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['state']} role="status" aria-live="polite" data-state="loading">
      {isTold && (
        <>
          <span className={styles['dots']} aria-hidden="true" />
          <p>{of ?? t`Loading …`}</p>
        </>
      )}
    </div>
  );
}

/** There is nothing, and that is no mistake. @param children what to do about it, if anything */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className={styles['state']} data-state="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What is asked for cannot be shown. @param onAgain tries once more */
export function Failed({
  error,
  onAgain,
}: {
  readonly error: CombinedError | Problem;
  readonly onAgain?: () => void;
}): ReactNode {
  const problem = 'kind' in error ? error : problemOf(error);
  if (problem.kind === 'forbidden') return <NoPermission />;
  return (
    <div className={styles['state']} role="alert" data-state="error">
      <h2>
        <ProblemTitle kind={problem.kind} />
      </h2>
      <p>{problem.message}</p>
      {problem.retryAfterSeconds !== null && <RetryAfter seconds={problem.retryAfterSeconds} />}
      {onAgain && (
        <Button className="button" onPress={onAgain}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  );
}

/** What a role does not allow. @param needed the least role that does */
export function NoPermission({ needed }: { readonly needed?: Role }): ReactNode {
  const { i18n } = useLingui();
  const role = needed && i18n._(ROLE_NAMES[needed]);
  return (
    <div className={styles['state']} data-state="no-permission">
      <h2>
        <Trans>You may not do this</Trans>
      </h2>
      <p>
        {role !== undefined ? (
          <Trans>It needs the role {role}. An administrator of the workspace can give it to you.</Trans>
        ) : (
          <Trans>An administrator of the workspace can give you a role that may.</Trans>
        )}
      </p>
    </div>
  );
}

function RetryAfter({ seconds }: { readonly seconds: number }): ReactNode {
  return (
    <p>
      <Trans>Ask again in {seconds} seconds.</Trans>
    </p>
  );
}

function ProblemTitle({ kind }: { readonly kind: Problem['kind'] }): ReactNode {
  switch (kind) {
    case 'unreachable':
      return <Trans>The server does not answer</Trans>;
    case 'signed-out':
      return <Trans>You are signed out</Trans>;
    case 'too-many':
      return <Trans>Too much was asked for in a minute</Trans>;
    case 'not-found':
      return <Trans>There is no such thing here</Trans>;
    case 'unavailable':
      return <Trans>The server cannot answer just now</Trans>;
    default:
      return <Trans>Something went wrong</Trans>;
  }
}
