import { memo, type ReactNode } from 'react';
import type { Claim } from './documents.js';
import { heightOf } from './height.js';
import { Margin } from './margin.js';
import styles from './reader.module.css';
import { SectionView } from './section-view.js';
import type { Section } from './sections.js';

/** A section of the text, and beside it what was found about its claims. */
export const ReaderRow = memo(function ReaderRow({
  section,
  shown,
  noted,
  current,
  isWhole,
  actions,
  onChoose,
}: {
  readonly section: Section;
  /** Whether a claim is marked. */
  readonly shown: (claim: Claim) => boolean;
  /** Whether it is told of in the margin. */
  readonly noted: (claim: Claim) => boolean;
  /** The claim that is looked at, where it is one of the section's. */
  readonly current: string | null;
  /** Whether all that was found is shown, as on paper. */
  readonly isWhole: boolean;
  /** What can be done about that one; null in all other rows, which so stay as they are. */
  readonly actions: ReactNode;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const claims = section.claims.filter((claim) => noted(claim) || claim.id === current);
  return (
    <div className={styles['row']} data-kind={section.kind} style={heightOf(section, claims.length)}>
      <div className={styles['text']}>
        <SectionView section={section} shown={shown} />
      </div>
      <div className={styles['margin']}>
        <Margin claims={claims} current={current} isWhole={isWhole} actions={actions} onChoose={onChoose} />
      </div>
    </div>
  );
});
