import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Fragment, memo, type ReactNode } from 'react';
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
  const { i18n } = useLingui();
  const byId = new Map(claims.filter(shown).map((claim) => [claim.id, claim]));
  const pieces = piecesOf(cell, claims);
  return pieces.map((piece, i) => (
    <Fragment key={i}>{marked(piece, pieces[i + 1]?.labels != null, byId, i18n)}</Fragment>
  ));
});

/*
 * From here on functions, not components: of a long article there are thousands, each of which React would keep and look after.
 */

/** @param beforeNumber whether a raised number follows, which no space is left before */
function marked(piece: Piece, beforeNumber: boolean, claims: ReadonlyMap<string, Claim>, i18n: I18n): ReactNode {
  const own = piece.claims.flatMap((id) => claims.get(id) ?? []);
  const content = (
    <>
      {piece.begins.map((id) => signOf(claims.get(id), i18n))}
      {piece.labels
        ? citations(piece.labels, piece.claims[0], i18n)
        : beforeNumber && !piece.hole
          ? piece.text.trimEnd()
          : piece.text}
      {piece.hole && hole(i18n)}
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

function signOf(claim: Claim | undefined, i18n: I18n): ReactNode {
  if (!claim || claim.standing === 'NOT_CHECKABLE') return null;
  return (
    <span key={claim.id} className={styles['sign']}>
      <SignOnly standing={claim.standing} />
      <span className="visually-hidden">{i18n._(STANDING_NAMES[claim.standing])}: </span>
    </span>
  );
}

/** Numbers, each of which opens what it leads to; the article listens for presses. */
function citations(labels: readonly string[], claim: string | undefined, i18n: I18n): ReactNode {
  return (
    <sup className={styles['citations']}>
      {labels.map((label, i) => (
        <button
          key={`${label} ${i}`}
          type="button"
          data-label={label}
          data-claim={claim}
          aria-haspopup="dialog"
          aria-label={i18n._(msg`Citation ${label}`)}
        >
          {label}
        </button>
      ))}
    </sup>
  );
}

/** Where a value or words are missing, there is a hole to be seen. */
function hole(i18n: I18n): ReactNode {
  return (
    <span className={styles['hole']} role="img" aria-label={i18n._(msg`missing`)}>
      {'  '}
    </span>
  );
}
