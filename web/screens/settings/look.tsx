import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { language, LANGUAGES, type Language } from '../../language/language.js';
import { usePreference } from '../../preferences/preference.js';
import { theme, THEMES, type Theme } from '../../preferences/theme.js';
import { Choice } from './choice.js';
import styles from './settings.module.css';

/** Language and theme of this browser. */
export function Look(): ReactNode {
  const { t } = useLingui();
  const [look, tongue] = [usePreference(theme), usePreference(language)];
  const looks: Readonly<Record<Theme, string>> = { system: t`As the system`, light: t`Light`, dark: t`Dark` };
  return (
    <div className={styles['fields']}>
      <Choice
        label={t`Language`}
        value={tongue}
        options={Object.entries(LANGUAGES).map(([value, says]) => ({ value: value as Language, says }))}
        onChange={language.set}
      />
      <Choice
        label={t`Theme`}
        value={look}
        options={THEMES.map((value) => ({ value, says: looks[value] }))}
        onChange={theme.set}
      />
    </div>
  );
}
