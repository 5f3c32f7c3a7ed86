import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode, type Ref } from 'react';
import { Link } from 'react-router';
import type { Act } from '../../parts/acting/act.js';
import { ClaimActions } from '../../parts/acting/claim-actions.js';
import { StandingSign } from '../../parts/standing-sign.js';
import { STANDING_MEANINGS } from '../../parts/standing.js';
import { readerPath } from '../../paths.js';
import { ClaimCitations } from './claim-citations.js';
import { ClaimComments } from './claim-comments.js';
import { ClaimFindings } from './claim-findings.js';
import { ClaimHistory } from './claim-history.js';
import { ClaimParagraph } from './claim-paragraph.js';
import { ClaimVerdict } from './claim-verdict.js';
import type { Claim } from './documents.js';
import styles from './queue.module.css';

/** A claim with all that is known about its evidence. @param onAct begins what a key would begin */
export function ClaimDetail({
  claim,
  headingRef,
  onAct,
}: {
  readonly claim: Claim;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onAct: (act: Act, citationId?: string) => void;
}): ReactNode {
  const { i18n } = useLingui();
  const heading = useId();
  const { id, standing, article, section } = claim;
  return (
    <article className={styles['detail']} aria-labelledby={heading}>
      <section>
        <h2 ref={headingRef} tabIndex={-1} id={heading}>
          <StandingSign standing={standing} withName />
        </h2>
        <p className="hint">{i18n._(STANDING_MEANINGS[standing])}</p>
        <ClaimParagraph claim={claim} />
        <p className={styles['facts']}>
          <Link to={readerPath(article.id, id)}>
            <Trans>Read it in “{article.title}”</Trans>
          </Link>
          {section !== null && <span>{section}</span>}
        </p>
        <ClaimActions claim={claim} onAct={onAct} />
      </section>
      <ClaimVerdict claim={claim} />
      <ClaimFindings claim={claim} />
      <ClaimCitations claim={claim} onQuote={(citationId) => onAct('quote', citationId)} />
      <ClaimComments claim={claim} />
      <ClaimHistory key={id} id={id} version={claim.version} />
    </article>
  );
}
