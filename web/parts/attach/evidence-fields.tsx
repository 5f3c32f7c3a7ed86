import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import type { Directness, Stance } from '../../api/graphql.js';
import styles from './attach.module.css';
import type { AttachValues } from './draft.js';

/**
 * What is said of a source beside a claim.
 *
 * @param hasStance whether direction and directness are asked for
 * @param danglingNumbers those of which one may be the source's
 * @param snapshot where the quote can be taken from
 */
export function EvidenceFields({
  values,
  onChange,
  hasStance,
  danglingNumbers = [],
  snapshot,
}: {
  readonly values: AttachValues;
  readonly onChange: (change: Partial<AttachValues>) => void;
  readonly hasStance: boolean;
  readonly danglingNumbers?: readonly number[];
  readonly snapshot?: ReactNode;
}): ReactNode {
  const { t } = useLingui();
  const stances: Readonly<Record<Stance, string>> = {
    SUPPORTS: t`Supports the claim`,
    REFUTES: t`Says the contrary`,
    NEUTRAL: t`Says neither`,
  };
  const directnesses: Readonly<Record<Directness, string>> = {
    UNKNOWN: t`Nobody has looked yet`,
    DIRECT: t`States it directly`,
    INDIRECT: t`Only bears on it`,
  };
  return (
    <>
      <TextField className="field" value={values.quote} onChange={(quote) => onChange({ quote })} autoFocus>
        <Label>
          <Trans>Quote, in the source’s own words</Trans>
        </Label>
        <TextArea className="input" rows={3} />
      </TextField>
      {snapshot}
      <div className={styles['pair']}>
        <TextField className="field" value={values.locator} onChange={(locator) => onChange({ locator })}>
          <Label>
            <Trans>Where in the source (p. 12)</Trans>
          </Label>
          <Input className="input" />
        </TextField>
        <TextField className="field" value={values.note} onChange={(note) => onChange({ note })}>
          <Label>
            <Trans>Note</Trans>
          </Label>
          <Input className="input" />
        </TextField>
      </div>
      {danglingNumbers.length > 0 && (
        <Choice
          label={t`Its number`}
          of={Object.fromEntries([
            ['', t`Its own, or the next free one`],
            ...danglingNumbers.map((number) => [String(number), t`[${number}], which leads nowhere yet`]),
          ])}
          value={values.number === null ? '' : String(values.number)}
          onChange={(number) => onChange({ number: number === '' ? null : Number(number) })}
        />
      )}
      {hasStance && (
        <div className={styles['pair']}>
          <Choice label={t`Direction`} of={stances} value={values.stance} onChange={(stance) => onChange({ stance })} />
          <Choice
            label={t`Directness`}
            of={directnesses}
            value={values.directness}
            onChange={(directness) => onChange({ directness })}
          />
        </div>
      )}
    </>
  );
}

function Choice<Value extends string>({
  label,
  of,
  value,
  onChange,
}: {
  readonly label: string;
  readonly of: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {(Object.keys(of) as Value[]).map((each) => (
          <option key={each} value={each}>
            {of[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
