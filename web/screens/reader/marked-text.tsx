import { memo, type ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { SignOnly } from '../../parts/standing-sign.js';
import { STANDING_NAMES } from '../../parts/standing.js';
import type { Cell } from '../../parts/text-cell.js';
import type { Claim } from './documents.js';
import { piecesOf, type Piece } from './pieces.js';
import styles from './text.module.css';

/** A cell's text, each claim of it marked. Where claims overlap, the first that is shown lends its look. */
export const MarkedText = memo(function MarkedText({
  cell,
  claims,
  shown,
}: {
  readonly cell: Cell;
  readonly claims: readonly Claim[];
  /** Whether a claim is one of those that are to be marked. */
  readonly shown: (claim: Claim) => boolean;
}): ReactNode {
  const byId = new Map(claims.filter(shown).map((claim) => [claim.id, claim]));
  const pieces = piecesOf(cell, claims);
  return pieces.map((piece, i) => (
    <MarkedPiece key={i} piece={piece} beforeNumber={pieces[i + 1]?.labels != null} claims={byId} />
  ));
});

function MarkedPiece({
  piece,
  beforeNumber,
  claims,
}: {
  readonly piece: Piece;
  /** Whether a raised number follows, which no space is left before. */
  readonly beforeNumber: boolean;
  readonly claims: ReadonlyMap<string, Claim>;
}): ReactNode {
  const { i18n } = useLingui();
  const own = piece.claims.flatMap((id) => claims.get(id) ?? []);
  const content = (
    <>
      {piece.begins.map((id) => {
        const claim = claims.get(id);
        if (!claim || claim.standing === 'NOT_CHECKABLE') return null;
        return (
          <span key={id} className={styles['sign']}>
            <SignOnly standing={claim.standing} />
            <span className="visually-hidden">{i18n._(STANDING_NAMES[claim.standing])}: </span>
          </span>
        );
      })}
      {piece.labels ? (
        <Citations labels={piece.labels} claim={piece.claims[0]} />
      ) : beforeNumber && !piece.hole ? (
        piece.text.trimEnd()
      ) : (
        piece.text
      )}
      {piece.hole && <Hole />}
    </>
  );
  if (own.length === 0)
    return piece.claims.length > 0 ? <span data-claims={piece.claims.join(' ')}>{content}</span> : content;
  return (
    <mark
      className={styles['mark']}
      data-standing={own[0]!.standing}
      data-overlaps={own.length > 1 || undefined}
      data-claims={piece.claims.join(' ')}
    >
      {content}
    </mark>
  );
}

/** Numbers, each of which opens what it leads to; the article listens for presses. */
function Citations({
  labels,
  claim,
}: {
  readonly labels: readonly string[];
  readonly claim: string | undefined;
}): ReactNode {
  const { t } = useLingui();
  return (
    <sup className={styles['citations']}>
      {labels.map((label, i) => (
        <button
          key={`${label} ${i}`}
          type="button"
          data-label={label}
          data-claim={claim}
          aria-haspopup="dialog"
          aria-label={t`Citation ${label}`}
        >
          {label}
        </button>
      ))}
    </sup>
  );
}

/** Where a value or words are missing, there is a hole to be seen. */
function Hole(): ReactNode {
  const { t } = useLingui();
  return (
    <span className={styles['hole']} role="img" aria-label={t`missing`}>
      {'  '}
    </span>
  );
}
