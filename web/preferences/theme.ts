import { preference } from './preference.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const theme = preference<Theme>('theme', 'system', (kept) => THEMES.includes(kept as Theme));

/** Lets the page follow what is chosen; index.html does so before the first paint. */
export function followTheme(): void {
  const apply = (): void => {
    if (theme.get() === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme.get();
  };
  theme.subscribe(apply);
  apply();
}
