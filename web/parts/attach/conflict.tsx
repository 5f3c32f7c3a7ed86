import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useQuery } from 'urql';
import { Failed, Loading } from '../states.js';
import { StandingSign } from '../standing-sign.js';
import styles from './attach.module.css';
import { newSendingKey } from './deliver.js';
import { CONFLICT } from './documents.js';
import type { Draft } from './draft.js';
import { useOutbox } from './outbox-context.js';
import { shownAddress } from './typed-source.js';

/** What others made of a claim and what somebody wrote about it, side by side; they choose. Nothing is lost before. */
export function Conflict({ draft, onSolved }: { readonly draft: Draft; readonly onSolved: () => void }): ReactNode {
  const { t, i18n } = useLingui();
  const box = useOutbox();
  const [isBusy, setBusy] = useState(false);
  const [{ data, error }, again] = useQuery({
    query: CONFLICT,
    variables: { claim: draft.claim.id },
    requestPolicy: 'cache-and-network',
  });
  const node = data?.node;
  const claim = node && 'citations' in node ? node : null;
  if (!data || !claim)
    return error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading what others did …`} />;
  const { citation, values } = draft;
  const theirs = citation ? claim.citations.filter(({ id }) => id === citation.id) : claim.citations;
  const last = data.history.edges.at(-1)?.node;

  const keepTheirs = async (): Promise<void> => {
    setBusy(true);
    await box.drop(draft.key);
    onSolved();
  };
  const sendMine = async (): Promise<void> => {
    setBusy(true);
    // The version that is shown here is the one that is written over, and no later one.
    const seenVersion = citation ? (theirs[0]?.version ?? draft.seenVersion) : claim.version;
    // What a number means is said once: by now it may lead to their source.
    const isFree = claim.citations.some(({ number, source }) => number === values.number && !source);
    const sent = await box.send({
      ...draft,
      values: { ...values, number: isFree ? values.number : null },
      seenVersion,
      sendingKey: newSendingKey(),
    });
    setBusy(false);
    if (sent.kind === 'conflict') again({ requestPolicy: 'network-only' });
    else if (sent.kind !== 'refused') onSolved();
  };

  return (
    <section className={styles['conflict']} aria-label={t`Conflict`}>
      <p role="alert">
        <strong>
          {draft.state === 'refused' ? <Trans>It was refused.</Trans> : <Trans>Somebody was faster.</Trans>}
        </strong>{' '}
        {draft.state === 'refused' && <>{draft.why} </>}
        <Trans>Nothing of yours is lost: choose what is to hold.</Trans>
      </p>
      <div className={styles['sides']}>
        <div className="card">
          <h3>
            <Trans>As it is now</Trans>
          </h3>
          <p>
            <StandingSign standing={claim.standing} withName />
          </p>
          <p>{claim.text}</p>
          {theirs.length === 0 && (
            <p className="hint">
              <Trans>No citation</Trans>
            </p>
          )}
          {theirs.map((each) => (
            <Said key={each.id} title={titleOf(each)} {...each} />
          ))}
          {last && (
            <p className="hint">
              <Trans>
                Changed by {last.actor?.name ?? t`Obelus itself`},{' '}
                {i18n.date(last.at, { dateStyle: 'medium', timeStyle: 'short' })}
              </Trans>
            </p>
          )}
        </div>
        <div className="card">
          <h3>
            <Trans>Yours</Trans>
          </h3>
          {draft.claim.text !== claim.text && (
            <p>
              <span className="hint">
                <Trans>The claim that you saw:</Trans>
              </span>{' '}
              {draft.claim.text}
            </p>
          )}
          <Said title={values.source?.title ?? ''} {...values} />
        </div>
      </div>
      <div className={styles['save']}>
        <Button className="button" onPress={() => void keepTheirs()} isDisabled={isBusy}>
          <Trans>Keep theirs, drop mine</Trans>
        </Button>
        <Button className="button button-primary" onPress={() => void sendMine()} isPending={isBusy}>
          {citation ? <Trans>Use mine</Trans> : <Trans>Attach mine as well</Trans>}
        </Button>
      </div>
    </section>
  );
}

const titleOf = ({
  source,
  label,
}: {
  readonly source: { readonly title: string | null; readonly url: string | null } | null;
  readonly label: string;
}): string => source?.title ?? (source?.url ? shownAddress(source.url) : `[${label}]`);

function Said({
  title,
  quote,
  locator,
  note,
}: {
  readonly title: string;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
}): ReactNode {
  return (
    <div className={styles['said']}>
      <p className={styles['title']}>{title}</p>
      {quote && <blockquote>{quote}</blockquote>}
      {locator && <p className="hint">{locator}</p>}
      {note && <p>{note}</p>}
    </div>
  );
}
