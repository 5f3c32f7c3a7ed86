import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useKeys } from '../../keys/use-keys.js';
import { BREAKDOWN } from './documents.js';
import styles from './dashboard.module.css';
import { PERIOD_NAMES, type PeriodName } from './period.js';
import type { View } from './view.js';

const PERIOD_WORDS: Readonly<Record<PeriodName, MessageDescriptor>> = {
  week: msg`7 days`,
  month: msg`30 days`,
  quarter: msg`13 weeks`,
  year: msg`A year`,
};

/** As many as the API gives in a page; those with the most unsupported claims are the first. */
const MOST_DESKS = 100;

/** Which desk, and how far back; and the way to the wall. */
export function Filters({ view }: { readonly view: View }): ReactNode {
  const { t, i18n } = useLingui();
  const desk = useRef<HTMLSelectElement>(null);
  const [{ data }] = useQuery({ query: BREAKDOWN, variables: { by: 'DESK', first: MOST_DESKS } });
  useKeys({ filters: () => desk.current?.focus() });
  const known = data?.evidenceBreakdown.edges.map(({ node }) => node.label).filter((name) => name !== '') ?? [];
  // A link may name a desk whose last article is gone.
  const desks = [...new Set(view.desk === null ? known : [...known, view.desk])].sort((a, b) => a.localeCompare(b));
  return (
    <div className={styles['filters']}>
      <label className={styles['filter']}>
        <Trans>Desk</Trans>
        <select
          ref={desk}
          className="input"
          value={view.desk ?? ''}
          onChange={({ target }) => view.change('desk', target.value === '' ? null : target.value)}
        >
          <option value="">{t`All desks`}</option>
          {desks.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={styles['filter']}>
        <Trans>Period</Trans>
        <select className="input" value={view.period} onChange={({ target }) => view.change('period', target.value)}>
          {PERIOD_NAMES.map((name) => (
            <option key={name} value={name}>
              {i18n._(PERIOD_WORDS[name])}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={() => view.change('wall', '')}>
        <Trans>For a wall</Trans>
      </button>
    </div>
  );
}
