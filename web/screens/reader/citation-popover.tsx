import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { Button, Dialog, Heading, Popover } from 'react-aria-components';
import { useQuery } from 'urql';
import type { ResultOf } from '../../api/graphql.js';
import { issuedIn } from '../../parts/issued.js';
import { linkProblemWords } from '../../parts/link-problem.js';
import { Failed, Loading } from '../../parts/states.js';
import { useMay } from '../../parts/viewer.js';
import { CITATION, REFERENCES } from './citation-documents.js';
import styles from './citation-popover.module.css';
import type { Claim } from './documents.js';

type Citation = Extract<NonNullable<ResultOf<typeof CITATION>['node']>, { label: string }>;
type Source = NonNullable<Citation['source']>;

/** A number that was pressed. */
export interface Pressed {
  readonly label: string;
  readonly claim: string | null;
}

/** What a number leads to: the source, whether its text is kept, and the words that the claim rests on. */
export function CitationPopover({
  pressed: { label, claim: claimId },
  at,
  claims,
  articleId,
  onQuote,
  onClose,
}: {
  readonly pressed: Pressed;
  /** The number itself. */
  readonly at: RefObject<Element | null>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly articleId: string;
  readonly onQuote: (claimId: string, citationId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const citation = claims.get(claimId ?? '')?.citations.find((each) => each.label === label);
  return (
    <Popover
      className={`popover ${styles['popover']}`}
      triggerRef={at}
      isOpen
      onOpenChange={(open) => open || onClose()}
    >
      <Dialog className={styles['dialog'] ?? ''}>
        <Heading slot="title" level={2}>
          [{label}]
        </Heading>
        {citation && claimId !== null ? (
          <Cited id={citation.id} onQuote={() => onQuote(claimId, citation.id)} />
        ) : (
          <Listed articleId={articleId} label={label} />
        )}
      </Dialog>
    </Popover>
  );
}

/** A number that no claim cites: what the list of references says of it. */
function Listed({ articleId, label }: { readonly articleId: string; readonly label: string }): ReactNode {
  const [{ data, error }, again] = useQuery({ query: REFERENCES, variables: { id: articleId } });
  if (!data) return error ? <Failed error={error} onAgain={again} /> : <Loading />;
  const reference = data.article?.references.find((each) => each.label === label);
  const text = reference?.source?.title ?? reference?.text;
  return text ? <p>{text}</p> : <Nowhere />;
}

function Nowhere(): ReactNode {
  return (
    <p>
      <Trans>This number leads to no source.</Trans>
    </p>
  );
}

function Cited({ id, onQuote }: { readonly id: string; readonly onQuote: () => void }): ReactNode {
  const mayEdit = useMay('EDITOR');
  const [{ data, error }, again] = useQuery({ query: CITATION, variables: { id } });
  if (!data) return error ? <Failed error={error} onAgain={again} /> : <Loading />;
  const citation = data.node && 'label' in data.node ? data.node : null;
  if (!citation) return <Nowhere />;
  return (
    <>
      {citation.source ? <SourceOf source={citation.source} /> : <Nowhere />}
      {citation.quote !== null && <Quote citation={citation} />}
      {citation.locator !== null && <p className="hint">{citation.locator}</p>}
      {citation.note !== null && <p>{citation.note}</p>}
      {citation.source && mayEdit && (
        <div className="actions">
          <Button className="button" onPress={onQuote}>
            {citation.quote === null ? <Trans>Quote it</Trans> : <Trans>Change the quote</Trans>}
          </Button>
        </div>
      )}
    </>
  );
}

function SourceOf({ source }: { readonly source: Source }): ReactNode {
  const { i18n } = useLingui();
  const name = source.title ?? source.url ?? source.doi;
  return (
    <>
      <p className={styles['title']}>
        {source.url ? (
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </p>
      <p className="hint">
        {[source.publisher?.name, source.issued && issuedIn(i18n, source.issued)].filter(Boolean).join(' · ')}
      </p>
      {source.retracted && (
        <p className="mistake">
          <Trans>Retracted: it supports nothing any more.</Trans>
        </p>
      )}
      {source.link?.problem != null && (
        <p className="mistake">
          <Trans>Its address does not answer: {linkProblemWords(i18n, source.link)}</Trans>
        </p>
      )}
      <p className="hint">
        <SnapshotOf source={source} />
      </p>
    </>
  );
}

function SnapshotOf({ source }: { readonly source: Source }): ReactNode {
  const { i18n } = useLingui();
  const snapshot = source.snapshots.edges[0]?.node;
  if (!snapshot) return <Trans>Its text was not captured: quotes cannot be looked up.</Trans>;
  const day = i18n.date(snapshot.capturedAt, { dateStyle: 'medium' });
  const words = i18n.number(snapshot.wordCount);
  return snapshot.complete ? (
    <Trans>
      Its text was captured on {day}, {words} words.
    </Trans>
  ) : (
    <Trans>
      A part of its text was captured on {day}, {words} words.
    </Trans>
  );
}

/** The words it rests on; where they were found, among those around them. */
function Quote({ citation: { quote, quoteMatch } }: { readonly citation: Citation }): ReactNode {
  const place = quoteMatch?.place;
  return (
    <figure className={styles['quote']}>
      <blockquote>
        {place ? (
          <>
            …{place.prefix}
            <mark>{place.exact}</mark>
            {place.suffix}…
          </>
        ) : (
          <q>{quote}</q>
        )}
      </blockquote>
      <figcaption className="hint">
        {quoteMatch?.result === 'VERBATIM' && <Trans>Stands so in the source</Trans>}
        {quoteMatch?.result === 'NEAR' && <Trans>Stands in the source, with few words otherwise</Trans>}
        {quoteMatch?.result === 'NOT_FOUND' && <Trans>Not found in the source</Trans>}
        {!quoteMatch && <Trans>Not looked up</Trans>}
      </figcaption>
    </figure>
  );
}
