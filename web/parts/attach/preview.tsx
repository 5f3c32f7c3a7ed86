import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import type { Standing } from '../../api/graphql.js';
import { problemOf } from '../../api/problem.js';
import { refusalWords } from '../../api/refusal.js';
import { useDebounced } from '../debounced.js';
import { StandingSign } from '../standing-sign.js';
import styles from './attach.module.css';
import { PREVIEW } from './documents.js';
import { inputOf, type AttachValues } from './draft.js';

const STANDS_STILL_MS = 350;
/** More findings than this would push the fields out of sight. */
const MOST_AT_ONCE = 2;

/** What attaching would do to a claim, before it is done. Nothing is written. */
export function Preview({
  claim,
  values,
}: {
  readonly claim: { readonly id: string; readonly version: number; readonly standing: Standing };
  readonly values: AttachValues;
}): ReactNode {
  const { t } = useLingui();
  const settled = useDebounced(values, STANDS_STILL_MS);
  const [{ data, error, fetching }] = useQuery({
    query: PREVIEW,
    variables: {
      input: settled.source
        ? { ...inputOf(settled), claimId: claim.id, expectedVersion: claim.version }
        : { claimId: claim.id },
    },
    pause: !settled.source,
    requestPolicy: 'network-only',
  });
  const preview = settled.source ? data?.previewAttachSource : undefined;
  const refusals = preview?.userErrors ?? [];
  return (
    <section className={styles['preview']} aria-label={t`What it would do`} aria-busy={fetching}>
      <div role="status">
        {!settled.source && (
          <p className="hint">
            <Trans>Choose a source to see what it would fix.</Trans>
          </p>
        )}
        {settled.source && error && !fetching && <p className="hint">{problemOf(error).message}</p>}
        {refusals.map(({ code, message }) => (
          <p key={message} className="mistake">
            {refusalWords({ code, message })}
          </p>
        ))}
        {preview?.claim && refusals.length === 0 && (
          <>
            <p className={styles['change']}>
              <StandingSign standing={claim.standing} withName /> <span aria-hidden="true">→</span>
              <span className="visually-hidden">
                <Trans>becomes</Trans>
              </span>{' '}
              <StandingSign standing={preview.claim.standing} withName />
            </p>
            <p className="label">
              <Plural value={preview.fixed.length} _0="Fixes nothing" one="Fixes # finding" other="Fixes # findings" />
            </p>
            <Messages of={preview.fixed} sign="−" />
            {preview.opened.length > 0 && (
              <details open={preview.opened.length <= MOST_AT_ONCE}>
                <summary className="label">
                  <Plural value={preview.opened.length} one="Raises # finding" other="Raises # findings" />
                </summary>
                <Messages of={preview.opened} sign="+" />
              </details>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Messages({
  of,
  sign,
}: {
  readonly of: readonly { readonly message: string }[];
  readonly sign: string;
}): ReactNode {
  return (
    <ul role="list" className={styles['messages']}>
      {of.map(({ message }, at) => (
        <li key={`${at} ${message}`}>
          <span aria-hidden="true">{sign}</span> {message}
        </li>
      ))}
    </ul>
  );
}
