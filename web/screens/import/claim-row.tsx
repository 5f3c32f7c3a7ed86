import { Trans, useLingui } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { BlockKind } from '../../api/graphql.js';
import { StandingSign } from '../../parts/standing-sign.js';
import { BLOCK_NAMES } from '../../parts/value-names.js';
import { readerPath } from '../../paths.js';
import { blocksLike, isSentence } from './blocks-like.js';
import type { FoundClaim } from './documents.js';
import styles from './import.module.css';

export interface RowActions {
  choose(id: string): void;
  setCheckable(claim: FoundClaim, checkable: boolean): void;
  setBlock(claim: FoundClaim, block: BlockKind): void;
  split(claim: FoundClaim): void;
  /** With the claim behind it. */
  merge(claim: FoundClaim): void;
}

/** A claim that was found, and what can be set right of it. */
export const ClaimRow = memo(function ClaimRow({
  claim,
  articleId,
  isCurrent,
  canMerge,
  actions,
}: {
  readonly claim: FoundClaim;
  readonly articleId: string;
  readonly isCurrent: boolean;
  /** Whether a sentence of the same place stands behind it. */
  readonly canMerge: boolean;
  /** Absent for who may only read. */
  readonly actions: RowActions | null;
}): ReactNode {
  const { t, i18n } = useLingui();
  const { id, text, standing, block, section, attribute, checkable } = claim;
  const blocks = blocksLike(block);
  return (
    <li className={styles['claim']} id={`claim-${id}`} data-current={isCurrent} onFocus={() => actions?.choose(id)}>
      <StandingSign standing={standing} withName />
      <div className={styles['said']}>
        <p>
          <Link to={readerPath(articleId, id)} aria-current={isCurrent ? 'true' : undefined}>
            {attribute !== null && <>{attribute}: </>}
            {text || <Trans>(blank)</Trans>}
          </Link>
        </p>
        <p className="hint">
          {i18n._(BLOCK_NAMES[block])}
          {section !== null && <> · {section}</>}
        </p>
        {actions && (
          <div className={styles['corrections']} role="group" aria-label={t`Set right`}>
            <button type="button" className="button" onClick={() => actions.setCheckable(claim, !checkable)}>
              {checkable ? <Trans>Not a claim</Trans> : <Trans>A claim after all</Trans>}
            </button>
            {isSentence(block) && checkable && (
              <button type="button" className="button" onClick={() => actions.split(claim)}>
                <Trans>Split</Trans>
              </button>
            )}
            {canMerge && (
              <button type="button" className="button" onClick={() => actions.merge(claim)}>
                <Trans>Merge with the next</Trans>
              </button>
            )}
            {blocks.length > 1 && (
              <select
                className={`input ${styles['block']}`}
                aria-label={t`What kind of place it stands in`}
                value={block}
                onChange={(event) => actions.setBlock(claim, event.currentTarget.value as BlockKind)}
              >
                {blocks.map((each) => (
                  <option key={each} value={each}>
                    {i18n._(BLOCK_NAMES[each])}
                  </option>
                ))}
              </select>
            )}
          </div>
        )}
      </div>
    </li>
  );
});
