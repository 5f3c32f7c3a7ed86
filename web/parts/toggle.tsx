import type { ReactNode } from 'react';
import { Switch } from 'react-aria-components';
import styles from './toggle.module.css';

/** On or off. @param says what it switches, for those who do not see what it stands beside */
export function Toggle({
  says,
  isOn,
  onChange,
  children,
}: {
  readonly says?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <Switch
      {...(says === undefined ? {} : { 'aria-label': says })}
      isSelected={isOn}
      onChange={onChange}
      className={styles['switch'] ?? ''}
    >
      <span className={styles['track']} aria-hidden="true" />
      {children}
    </Switch>
  );
}
