import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import type { Stance } from '../../api/graphql.js';
import { DIRECTNESS_NAMES } from '../value-names.js';
import styles from './attach.module.css';
import type { AttachValues } from './draft.js';

const STANCES: Readonly<Record<Stance, MessageDescriptor>> = {
  SUPPORTS: msg`Supports the claim`,
  REFUTES: msg`Says the contrary`,
  NEUTRAL: msg`Says neither`,
};

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
          of={Object.fromEntries<MessageDescriptor>([
            ['', msg`Its own, or the next free one`],
            ...danglingNumbers.map((number) => [String(number), msg`[${number}], which leads nowhere yet`] as const),
          ])}
          value={values.number === null ? '' : String(values.number)}
          onChange={(number) => onChange({ number: number === '' ? null : Number(number) })}
        />
      )}
      {hasStance && (
        <div className={styles['pair']}>
          <Choice label={t`Direction`} of={STANCES} value={values.stance} onChange={(stance) => onChange({ stance })} />
          <Choice
            label={t`Directness`}
            of={DIRECTNESS_NAMES}
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
  readonly of: Readonly<Record<Value, MessageDescriptor>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const { i18n } = useLingui();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {(Object.keys(of) as Value[]).map((each) => (
          <option key={each} value={each}>
            {i18n._(of[each])}
          </option>
        ))}
      </select>
    </div>
  );
}
