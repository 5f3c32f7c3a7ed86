import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { QuoteResult, ResultOf, Stance } from '../../api/graphql.js';
import { Anew } from '../../parts/list/anew.js';
import { useAnew } from '../../parts/list/use-told.js';
import { StandingSign } from '../../parts/standing-sign.js';
import { Failed, Loading } from '../../parts/states.js';
import { readerPath } from '../../paths.js';
import { CITATIONS, type Citation } from './documents.js';
import styles from './references.module.css';
import { Rows } from '../../parts/list/rows.js';
import { usePages } from '../../parts/list/use-pages.js';

type Cited = Extract<NonNullable<ResultOf<typeof CITATIONS>['node']>, { citations: unknown }>['citations'];

const pick = ({ node }: ResultOf<typeof CITATIONS>): Cited | null =>
  node && 'citations' in node ? node.citations : null;
const keyOf = ({ id }: Citation): string => id;

const STANCES: Readonly<Record<Stance, MessageDescriptor | null>> = {
  SUPPORTS: null,
  REFUTES: msg`cited against it`,
  NEUTRAL: msg`cited for neither side`,
};
const QUOTES: Readonly<Record<QuoteResult, MessageDescriptor>> = {
  VERBATIM: msg`stands so in the source`,
  NEAR: msg`stands in the source, with few words otherwise`,
  NOT_FOUND: msg`not found in the source`,
};

/** What makes citations others, and what they cite it for. */
const MAKES_CITATIONS = { kinds: ['citation', 'claim', 'article', 'reference', 'source'] };

/** Who cites a source: with which claim, in which article, by which words. */
export function Citations({ id }: { readonly id: string }): ReactNode {
  const { t } = useLingui();
  const heading = useId();
  const navigate = useNavigate();
  const { nodes, isLoading, hasMore, error, more, seen, again } = usePages(CITATIONS, { id }, pick);
  const anew = useAnew(MAKES_CITATIONS, again);
  return (
    <section aria-labelledby={heading} className={styles['section']}>
      <h2 id={heading}>
        <Trans>Who cites it</Trans>
      </h2>
      <Anew {...anew} />
      {error && <Failed error={error} onAgain={again} />}
      {isLoading && nodes.length === 0 && <Loading of={t`Loading the citations …`} />}
      {!isLoading && !error && nodes.length === 0 && (
        <p className="hint">
          <Trans>Nobody.</Trans>
        </p>
      )}
      {nodes.length > 0 && (
        <Rows
          label={t`Citations`}
          shape="citations"
          columns={[{ name: t`Claim` }, { name: t`Article` }, { name: t`Quote` }]}
          rows={nodes}
          keyOf={keyOf}
          hasMore={hasMore}
          onMore={more}
          onSeen={seen}
          onOpen={({ claim }) => void navigate(readerPath(claim.article.id, claim.id))}
          cells={(citation) => [
            <ClaimOf key="claim" citation={citation} />,
            <Link key="article" to={readerPath(citation.claim.article.id)}>
              {citation.claim.article.title}
            </Link>,
            <QuoteOf key="quote" citation={citation} />,
          ]}
        />
      )}
    </section>
  );
}

function ClaimOf({ citation: { label, claim, stance, state } }: { readonly citation: Citation }): ReactNode {
  const { i18n } = useLingui();
  const side = STANCES[stance];
  return (
    <>
      <Link to={readerPath(claim.article.id, claim.id)}>{claim.text || <Trans>(blank)</Trans>}</Link>
      <p className={`hint ${styles['standing']}`}>
        <StandingSign standing={claim.standing} withName />
        <span>[{label}]</span>
        {side && <span>· {i18n._(side)}</span>}
        {state === 'REJECTED' && (
          <span>
            · <Trans>rejected</Trans>
          </span>
        )}
        {state === 'PROPOSED' && (
          <span>
            · <Trans>not reviewed</Trans>
          </span>
        )}
      </p>
    </>
  );
}

function QuoteOf({ citation: { quote, quoteMatch, locator } }: { readonly citation: Citation }): ReactNode {
  const { i18n } = useLingui();
  if (quote === null) return <span className="hint">{locator ?? <Trans>No quote</Trans>}</span>;
  return (
    <>
      <q className={styles['quote']}>{quote}</q>
      <p className="hint">
        {locator !== null && <>{locator} · </>}
        {quoteMatch ? i18n._(QUOTES[quoteMatch.result]) : <Trans>not looked up</Trans>}
      </p>
    </>
  );
}
