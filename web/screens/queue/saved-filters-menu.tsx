import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { usePreference } from '../../preferences/preference.js';
import { addressOf, readFilters, type FilterBy, type QueueFilters } from './filters.js';
import styles from './queue.module.css';
import { savedFilters, withSaved } from './saved-filters.js';

/** Filters that somebody keeps by a name: chosen, saved, forgotten. */
export function SavedFilters({
  filters,
  onChange,
}: {
  readonly filters: QueueFilters;
  readonly onChange: FilterBy;
}): ReactNode {
  const { t } = useLingui();
  const saved = usePreference(savedFilters);
  const [name, setName] = useState('');
  const address = addressOf(filters);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    savedFilters.set(withSaved(saved, { name: name.trim(), address }));
    setName('');
  };
  return (
    <div className={styles['saved']}>
      {saved.map((each) => (
        <span key={each.name} role="group" aria-label={each.name}>
          <Button
            className="button"
            aria-pressed={each.address === address}
            onPress={() => onChange(() => readFilters(new URLSearchParams(each.address)))}
          >
            {each.name}
          </Button>
          <Button
            className="button button-plain"
            aria-label={t`Forget ${each.name}`}
            onPress={() => savedFilters.set(saved.filter((other) => other.name !== each.name))}
          >
            ×
          </Button>
        </span>
      ))}
      <Form className={styles['filters'] ?? ''} onSubmit={save}>
        <TextField value={name} onChange={setName} className="field">
          <Label>
            <Trans>Save these filters as</Trans>
          </Label>
          <Input className="input" maxLength={60} />
        </TextField>
        <Button type="submit" className="button" isDisabled={name.trim() === ''}>
          <Trans>Save</Trans>
        </Button>
      </Form>
    </div>
  );
}
