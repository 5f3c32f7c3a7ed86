import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useQuery } from 'urql';
import { MEMBERS } from '../../parts/edits/members.js';
import { PRIORITY_NAMES } from '../../parts/value-names.js';
import { CHOICES } from './documents.js';
import { NO_FILTERS, PRIORITIES, type FilterBy, type QueueFilters } from './filters.js';
import styles from './queue.module.css';
import { SavedFilters } from './saved-filters-menu.js';

/** Filters that are needed now and then, and those that somebody saved. */
export function FilterFields({
  filters,
  onChange,
}: {
  readonly filters: QueueFilters;
  readonly onChange: FilterBy;
}): ReactNode {
  const { t, i18n } = useLingui();
  const [choices] = useQuery({ query: CHOICES });
  const [members] = useQuery({ query: MEMBERS });
  const articles = choices.data?.articles.edges.map(({ node }) => node) ?? [];
  const desks = [...new Set(articles.flatMap(({ desk }) => (desk === null ? [] : [desk])))].sort();
  const people = members.data?.members.edges.map(({ node }) => node).filter(({ removedAt }) => removedAt === null);
  return (
    <div className={styles['fields']}>
      <Choice
        label={t`Rule`}
        value={filters.rules[0] ?? ''}
        onChange={(rule) => onChange((now) => ({ ...now, rules: rule === '' ? [] : [rule] }))}
        of={choices.data?.rules.filter(({ enabled }) => enabled).map(({ id, title }) => [id, title]) ?? []}
      />
      <Choice
        label={t`Article`}
        value={filters.article ?? ''}
        onChange={(article) => onChange((now) => ({ ...now, article: article || null }))}
        of={articles.map(({ id, title }) => [id, title])}
      />
      <Choice
        label={t`Desk`}
        value={filters.desk ?? ''}
        onChange={(desk) => onChange((now) => ({ ...now, desk: desk || null }))}
        of={desks.map((desk) => [desk, desk])}
      />
      <Choice
        label={t`Assigned to`}
        value={filters.assignee ?? ''}
        onChange={(assignee) => onChange((now) => ({ ...now, assignee: assignee || null }))}
        of={[['me', t`Me`], ['nobody', t`Nobody`], ...(people ?? []).map(({ id, name }) => [id, name] as const)]}
      />
      <Choice
        label={t`Priority`}
        value={filters.priorities[0] ?? ''}
        onChange={(chosen) =>
          onChange((now) => ({ ...now, priorities: PRIORITIES.filter((priority) => priority === chosen) }))
        }
        of={PRIORITIES.map((priority) => [priority, i18n._(PRIORITY_NAMES[priority])])}
      />
      <Button className="button" onPress={() => onChange(() => NO_FILTERS)}>
        <Trans>No filters</Trans>
      </Button>
      <SavedFilters filters={filters} onChange={onChange} />
    </div>
  );
}

function Choice({
  label,
  value,
  of,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly of: readonly (readonly [value: string, says: string])[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t } = useLingui();
  const id = useId();
  // An address may name what is not among the choices, or not yet.
  const isKnown = value === '' || of.some(([each]) => each === value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t`Any`}</option>
        {!isKnown && <option value={value}>{t`As the address says`}</option>}
        {of.map(([each, says]) => (
          <option key={each} value={each}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}
