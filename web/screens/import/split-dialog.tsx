import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { InFront } from '../../parts/dialog.js';
import { cutsOf, likelyCut } from './cuts.js';
import styles from './import.module.css';

/** Where a sentence that states two things is cut. @param onCut told UTF-16 units from its beginning */
export function SplitDialog({
  text,
  onCut,
  onClose,
}: {
  readonly text: string;
  readonly onCut: (at: number) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLingui();
  const rangeId = useId();
  const cuts = useMemo(() => cutsOf(text), [text]);
  const [chosen, setChosen] = useState(() => Math.max(cuts.indexOf(likelyCut(text, cuts)), 0));
  const at = cuts[chosen] ?? 0;
  const [first, second] = [text.slice(0, at).trim(), text.slice(at)];
  return (
    <InFront title={t`Split the claim`} onClose={onClose}>
      <div className="field">
        <label htmlFor={rangeId}>{t`Where it is cut`}</label>
        <input
          id={rangeId}
          type="range"
          className={styles['cut']}
          min={0}
          max={Math.max(cuts.length - 1, 0)}
          value={chosen}
          aria-valuetext={t`before “${second}”`}
          onChange={(event) => setChosen(event.currentTarget.valueAsNumber)}
        />
        <span className="hint">
          <Trans>Left and right arrow move it by a word.</Trans>
        </span>
      </div>
      <ol className={styles['halves']}>
        <li>{first}</li>
        <li>{second}</li>
      </ol>
      <p className="hint">
        <Trans>
          Each half keeps its markers. Reviews and verdicts are taken back: they were about another statement.
        </Trans>
      </p>
      <div className={styles['actions']}>
        <Button className="button button-primary" isDisabled={cuts.length === 0} onPress={() => onCut(at)}>
          <Trans>Split</Trans>
        </Button>
        <Button className="button" onPress={onClose}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </InFront>
  );
}
