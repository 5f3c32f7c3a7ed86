import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';
import { createSwcExtractor } from '@lingui/native-tools';

/** Languages of the console. Each screen has its own catalogs, and all that is shared one; `npm run generate` writes them. */
export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    {
      path: '<rootDir>/screens/{name}/locales/{locale}',
      include: ['<rootDir>/screens/{name}'],
      exclude: ['**/*.spec.*'],
    },
    {
      path: '<rootDir>/language/locales/{locale}',
      include: ['app', 'api', 'keys', 'language', 'parts', 'preferences'].map((room) => `<rootDir>/${room}`),
      exclude: ['**/*.spec.*'],
    },
  ],
  extractors: [createSwcExtractor()],
  // Where a message stands changes with every line above it.
  format: formatter({ origins: false }),
  orderBy: 'message',
});
