import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useKeys } from '../../keys/use-keys.js';
import { Search } from '../../parts/list/search.js';
import styles from './articles.module.css';
import { DESKS } from './documents.js';
import type { View } from './view.js';

/** Which articles, and in which order. */
export function Filters({ view }: { readonly view: View }): ReactNode {
  const { t } = useLingui();
  const desk = useRef<HTMLSelectElement>(null);
  const [{ data }] = useQuery({ query: DESKS });
  useKeys({ filters: () => desk.current?.focus() });
  const known = data?.evidenceBreakdown.edges.map(({ node }) => node.label).filter((name) => name !== '') ?? [];
  // A link may name a desk whose last article is gone.
  const desks = [...new Set(view.desk === null ? known : [...known, view.desk])].sort((a, b) => a.localeCompare(b));
  return (
    <div className={styles['filters']}>
      <Search
        label={t`Search articles`}
        placeholder={t`Part of a title`}
        text={view.text}
        onSearch={(text) => view.change('text', text === '' ? null : text)}
      />
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
        <Trans>Order</Trans>
        <select
          className="input"
          value={view.order}
          onChange={({ target }) => view.change('order', target.value === 'TITLE' ? 'title' : null)}
        >
          <option value="UPDATED">{t`Last changed first`}</option>
          <option value="TITLE">{t`By title`}</option>
        </select>
      </label>
      <label className={styles['filter']}>
        <input
          type="checkbox"
          checked={view.isArchived}
          onChange={({ target }) => view.change('archived', target.checked ? '' : null)}
        />
        <Trans>Archived ones</Trans>
      </label>
    </div>
  );
}
