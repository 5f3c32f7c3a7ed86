import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useKeys } from '../../keys/use-keys.js';
import styles from './references.module.css';

/** While somebody types, nothing is asked for. */
const PAUSE_MS = 300;

/** A field to look for sources by. @param onSearch told what was typed, after a pause */
export function Search({
  text,
  onSearch,
}: {
  readonly text: string;
  readonly onSearch: (text: string) => void;
}): ReactNode {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKeys({ search: () => field.current?.focus() });
  return (
    <SearchField
      className={styles['search'] ?? ''}
      aria-label={t`Search sources`}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onSearch(next.trim()), PAUSE_MS);
      }}
    >
      <Input ref={field} className="input" placeholder={t`Part of a title or an address`} />
    </SearchField>
  );
}
