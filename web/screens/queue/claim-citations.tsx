import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { linkProblemWords } from '../../parts/link-problem.js';
import { useMay } from '../../parts/viewer.js';
import type { Claim } from './documents.js';
import styles from './queue.module.css';

/** What the claim rests on. */
export function ClaimCitations({
  claim: { citations },
  onQuote,
}: {
  readonly claim: Claim;
  readonly onQuote: (citationId: string) => void;
}): ReactNode {
  return (
    <section>
      <h3>
        <Trans>Citations</Trans>
      </h3>
      {citations.length === 0 && (
        <p className="hint">
          <Trans>None</Trans>
        </p>
      )}
      <ul role="list">
        {citations.map((citation) => (
          <li key={citation.id} className={styles['item']}>
            <Citation citation={citation} onQuote={() => onQuote(citation.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Citation({
  citation: { label, source, quote, quoteMatch, locator, note, stance, basis, state },
  onQuote,
}: {
  readonly citation: Claim['citations'][number];
  readonly onQuote: () => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const mayEdit = useMay('EDITOR');
  const snapshot = source?.snapshots.edges[0]?.node;
  const title = source?.title ?? source?.url;
  return (
    <>
      <p>
        <span className="label">[{label}]</span>{' '}
        {source?.url ? (
          <a href={source.url} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          (title ?? <Trans>leads to no source</Trans>)
        )}
        {source?.publisher && <span className="hint"> · {source.publisher.name}</span>}
      </p>
      {quote !== null && <blockquote>{quote}</blockquote>}
      {note !== null && <p>{note}</p>}
      <p className={styles['facts']}>
        {source?.retracted && (
          <strong>
            <Trans>Retracted</Trans>
          </strong>
        )}
        {stance === 'REFUTES' && (
          <strong>
            <Trans>Says the contrary</Trans>
          </strong>
        )}
        {locator !== null && <span>{locator}</span>}
        {state === 'REJECTED' && (
          <span>
            <Trans>Rejected</Trans>
          </span>
        )}
        {basis === 'SUGGESTED' && state === 'PROPOSED' && (
          <span>
            <Trans>Proposed: it counts when an editor accepts it</Trans>
          </span>
        )}
        {basis === 'ASSERTED' && (
          <span>
            <Trans>Nobody has looked</Trans>
          </span>
        )}
        {basis === 'REVIEWED' && state === 'ACCEPTED' && (
          <span>
            <Trans>Somebody looked, and accepted it</Trans>
          </span>
        )}
        {quoteMatch?.result === 'VERBATIM' && (
          <span>
            <Trans>The quote stands in the snapshot</Trans>
          </span>
        )}
        {quoteMatch?.result === 'NEAR' && (
          <span>
            <Trans>The quote stands in the snapshot, nearly so</Trans>
          </span>
        )}
        {quoteMatch?.result === 'NOT_FOUND' && (
          <span>
            <Trans>The quote stands in no snapshot</Trans>
          </span>
        )}
        {source && (
          <span title={snapshot?.cautions.join(' ')}>
            {snapshot ? t`Snapshot of ${i18n.date(snapshot.capturedAt, { dateStyle: 'medium' })}` : t`No snapshot`}
            {snapshot && snapshot.extent !== 'FULL' && <> ({t`not all of it`})</>}
          </span>
        )}
        {source?.link?.problem != null && <span>{linkProblemWords(i18n, source.link)}</span>}
      </p>
      {source && mayEdit && (
        <div className="actions">
          <Button className="button" onPress={onQuote}>
            {quote === null ? <Trans>Quote it</Trans> : <Trans>Change the quote</Trans>}
          </Button>
        </div>
      )}
    </>
  );
}
