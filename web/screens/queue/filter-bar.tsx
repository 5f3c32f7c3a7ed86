import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type Ref, type ReactNode } from 'react';
import { Button, Input, SearchField, ToggleButton } from 'react-aria-components';
import type { Standing } from '../../api/graphql.js';
import { ShownKeys } from '../../keys/shown-keys.js';
import { SignOnly } from '../../parts/standing-sign.js';
import { STANDING_MEANINGS, STANDING_NAMES, STANDINGS, UNSUPPORTED } from '../../parts/standing.js';
import { FilterFields } from './filter-fields.js';
import { hiddenFilters, toggleStanding, type FilterBy, type QueueFilters } from './filters.js';
import styles from './queue.module.css';

/** What the list shows: standings with their counts, words, and the rest behind a button. */
export function FilterBar({
  searchRef,
  filters,
  counts,
  isOpen,
  onOpen,
  onChange,
}: {
  readonly searchRef: Ref<HTMLInputElement>;
  readonly filters: QueueFilters;
  /** Null where the totals are not those of the list. */
  readonly counts: ReadonlyMap<Standing, number> | null;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChange: FilterBy;
}): ReactNode {
  const { t, i18n } = useLingui();
  const hidden = hiddenFilters(filters);
  const shown = STANDINGS.filter(
    (standing) => isOpen || UNSUPPORTED.has(standing) || filters.standings.includes(standing),
  );
  return (
    <div className={styles['bar']}>
      <div className={styles['filters']}>
        <div className={styles['standings']} role="group" aria-label={t`Standings`}>
          {shown.map((standing) => (
            <ToggleButton
              key={standing}
              className="button"
              isSelected={filters.standings.includes(standing)}
              onChange={() => onChange((now) => toggleStanding(now, standing))}
              aria-description={i18n._(STANDING_MEANINGS[standing])}
            >
              <SignOnly standing={standing} />
              {i18n._(STANDING_NAMES[standing])}
              {counts && <span className={styles['count']}>{i18n.number(counts.get(standing) ?? 0)}</span>}
            </ToggleButton>
          ))}
        </div>
        <Words
          // Typed words belong to the address that they were typed for.
          key={filters.words}
          searchRef={searchRef}
          words={filters.words}
          onWords={(words) => onChange((now) => ({ ...now, words }))}
        />
        <Button className="button" onPress={() => onOpen(!isOpen)} aria-expanded={isOpen}>
          <Trans>Filters</Trans>
          {hidden > 0 && (
            <span className={styles['count']}>
              <Plural value={hidden} one="(#)" other="(#)" />
            </span>
          )}
          <ShownKeys name="filters" />
        </Button>
      </div>
      {isOpen && <FilterFields filters={filters} onChange={onChange} />}
    </div>
  );
}

function Words({
  searchRef,
  words,
  onWords,
}: {
  readonly searchRef: Ref<HTMLInputElement>;
  readonly words: string;
  readonly onWords: (words: string) => void;
}): ReactNode {
  const { t } = useLingui();
  const [typed, setTyped] = useState(words);
  return (
    <SearchField
      className={styles['search'] ?? ''}
      aria-label={t`Search claims, then Enter`}
      value={typed}
      onChange={setTyped}
      onSubmit={(value) => onWords(value.trim())}
      onClear={() => onWords('')}
    >
      <Input ref={searchRef} className="input" placeholder={t`Search claims, then Enter`} />
    </SearchField>
  );
}
