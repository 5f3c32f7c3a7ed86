import { tongues } from './tongues.js';

const load = tongues(['en', 'de']).load as (id: string) => string | null;

it.each([
  ['react-aria/dist/private/intl/menu/fr-FR.mjs', false],
  ['react-stately/dist/private/intl/color/zh-TW.mjs', false],
  ['react-aria-components/dist/private/intl/ar-AE.mjs', false],
  ['react-aria/dist/private/intl/menu/de-DE.mjs', true],
  ['react-aria-components/dist/private/intl/en-US.mjs', true],
  ['react-aria/dist/private/menu/intlStrings.mjs', true],
  ['another/dist/private/intl/menu/fr-FR.mjs', true],
])('%s is brought: %s', (name, isKept) => {
  expect(load(`/somewhere/node_modules/${name}`) === null).toBe(isKept);
});

it('what is left out stands in the installed libraries, under names as they are here', async () => {
  const { readdirSync } = await import('node:fs');
  const folder = new URL('../../node_modules/react-aria/dist/private/intl/overlays/', import.meta.url).pathname;
  const names = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => load(folder + name) === null).sort()).toEqual(['de-DE.mjs', 'en-US.mjs']);
});
