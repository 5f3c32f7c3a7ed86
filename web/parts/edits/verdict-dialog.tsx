import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import type { VerdictValue } from '../../api/graphql.js';
import { InFront } from '../dialog.js';
import { DialogForm } from './dialog-form.js';
import styles from './edits.module.css';
import { useVerdict, type JudgedClaim } from './use-verdict.js';
import { VERDICT_NAMES } from './verdict-names.js';

/** As long as the API takes it. */
const LONGEST = 10_000;

/** Says what a person concluded about a claim's truth. */
export function VerdictDialog({
  claim,
  onDone,
  onClose,
}: {
  readonly claim: JudgedClaim & { readonly text: string };
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const give = useVerdict();
  const [value, setValue] = useState<VerdictValue | null>(claim.verdict?.value ?? null);
  const [text, setText] = useState(claim.verdict?.text ?? '');
  const act = async (): Promise<void> => {
    if (value !== null && (await give(claim, { value, text: text.trim() }))) onDone();
  };
  return (
    <InFront title={t`Give a verdict`} onClose={onClose}>
      <blockquote className={styles['claim']}>{claim.text}</blockquote>
      <DialogForm act={act} isReady={value !== null && text.trim() !== ''} verb={t`Give the verdict`}>
        <fieldset className={styles['choices']}>
          <legend>
            <Trans>The claim is</Trans>
          </legend>
          {(Object.keys(VERDICT_NAMES) as VerdictValue[]).map((each) => (
            <label key={each} className={styles['choice']}>
              <input type="radio" name="verdict" checked={value === each} onChange={() => setValue(each)} />
              <span>{i18n._(VERDICT_NAMES[each])}</span>
            </label>
          ))}
        </fieldset>
        <TextField className="field" value={text} onChange={setText} isRequired>
          <Label>
            <Trans>What that rests on</Trans>
          </Label>
          <TextArea className="input" rows={3} maxLength={LONGEST} />
        </TextField>
      </DialogForm>
    </InFront>
  );
}
