import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { InFront } from '../dialog.js';
import { toggled } from '../toggled.js';
import { DialogForm } from './dialog-form.js';
import styles from './edits.module.css';
import { useWaive } from './use-waive.js';
import { waivableGroups, type WaivableFinding } from './waivable.js';

/** As long as the API takes it. */
const LONGEST_REASON = 2_000;

/** Accepts findings of a claim, or of a rule on several, for a reason and best until a day. */
export function WaiveDialog({
  claims,
  onDone,
  onClose,
}: {
  readonly claims: readonly { readonly text: string; readonly findings: readonly WaivableFinding[] }[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLingui();
  const waive = useWaive();
  const [groups] = useState(() => waivableGroups(claims));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(groups.length === 1 ? [groups[0]!.key] : []));
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const findingIds = groups.filter(({ key }) => chosen.has(key)).flatMap((group) => group.findingIds);
  const toggle = (key: string): void => setChosen(toggled(chosen, key));
  const act = async (): Promise<void> => {
    // Until the end of that day, where the person is.
    const expiresAt = until === '' ? null : new Date(`${until}T23:59:59`).toISOString();
    if (await waive(findingIds, reason.trim(), expiresAt)) onDone();
  };
  return (
    <InFront title={t`Waive a finding`} onClose={onClose}>
      {claims.length === 1 && <blockquote className={styles['claim']}>{claims[0]!.text}</blockquote>}
      {groups.length === 0 ? (
        <p>
          <Trans>There is no open finding to waive.</Trans>
        </p>
      ) : (
        <DialogForm act={act} isReady={findingIds.length > 0 && reason.trim() !== ''} verb={t`Waive`}>
          <fieldset className={styles['choices']}>
            <legend>
              <Trans>Findings</Trans>
            </legend>
            {groups.map(({ key, title, findingIds: { length: count } }) => (
              <label key={key} className={styles['choice']}>
                <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} />
                <span>{claims.length === 1 ? title : t`${title}: ${count}`}</span>
              </label>
            ))}
          </fieldset>
          <TextField className="field" value={reason} onChange={setReason} isRequired autoFocus>
            <Label>
              <Trans>Why it is accepted</Trans>
            </Label>
            <TextArea className="input" rows={3} maxLength={LONGEST_REASON} />
          </TextField>
          <TextField className="field" type="date" value={until} onChange={setUntil}>
            <Label>
              <Trans>Until, then it is open again</Trans>
            </Label>
            <Input className="input" min={new Date().toISOString().slice(0, 10)} />
          </TextField>
        </DialogForm>
      )}
    </InFront>
  );
}
