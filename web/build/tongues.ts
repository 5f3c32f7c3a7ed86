import type { Plugin } from 'vite';

/** What React Aria itself says, in a file for each of its languages. */
const WORDS = /\/node_modules\/react-(?:aria|stately|aria-components)\/.*\/intl\/(?:.*\/)?([a-z]{2})-[A-Z]{2}\.m?js$/;

/**
 * Leaves out what React Aria says in languages that the console has not: of 32 nobody would see 30.
 *
 * @param languages as "en"
 */
export function tongues(languages: readonly string[]): Plugin {
  return {
    name: 'obelus:tongues',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const language = WORDS.exec(id)?.[1];
      return language === undefined || languages.includes(language) ? null : 'export default undefined;';
    },
  };
}
