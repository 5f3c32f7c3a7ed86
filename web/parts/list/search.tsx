import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useKeys } from '../../keys/use-keys.js';
import styles from './list.module.css';

/** While somebody types, nothing is asked for. */
const PAUSE_MS = 300;

/** A field to look in a list by. @param label what it looks for @param onSearch told what was typed, after a pause */
export function Search({
  label,
  placeholder,
  text,
  onSearch,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onSearch: (text: string) => void;
}): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKeys({ search: () => field.current?.focus() });
  return (
    <SearchField
      className={styles['search'] ?? ''}
      aria-label={label}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onSearch(next.trim()), PAUSE_MS);
      }}
    >
      <Input ref={field} className="input" placeholder={placeholder} />
    </SearchField>
  );
}
