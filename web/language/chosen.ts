import { preference } from '../preferences/preference.js';

/** Each by its own name, as a person looks for it. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const isLanguage = (tag: unknown): tag is Language => typeof tag === 'string' && tag in LANGUAGES;

/** The first of the browser's languages that there is, English where there is none. */
export const browserLanguage = (tags: readonly string[]): Language =>
  tags.map((tag) => tag.split('-')[0]!.toLowerCase()).find(isLanguage) ?? 'en';

export const language = preference<Language>(
  'language',
  browserLanguage(globalThis.navigator?.languages ?? []),
  isLanguage,
);
