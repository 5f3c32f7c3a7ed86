// Writes what the console says into its catalogs, a file for each language, where translators find it. Usage: node
// scripts/generate-messages.mjs [--check]
// With --check nothing is written: it exits 1 when a catalog is not what the sources say. It does so, too, when a
// translation is missing, whether or not it may write: a page half in another language is not to be shipped.
import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';

const [flag, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (flag !== undefined && flag !== '--check')) {
  console.error('usage: node scripts/generate-messages.mjs [--check]');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const config = getConfig({ configPath: fileURLToPath(new URL('../web/lingui.config.ts', import.meta.url)) });

let [messages, stale, missing] = [0, 0, 0];
for (const catalog of await getCatalogs(config)) {
  const found = await catalog.collect();
  if (!found) throw new Error(`the messages of ${catalog.path} cannot be read`);
  messages += Object.keys(found).length;
  const merged = catalog.merge(await catalog.readAll(), found, { overwrite: false });
  for (const locale of config.locales) {
    const path = catalog.getFilename(locale);
    const kept = Object.entries(merged[locale])
      .filter(([, message]) => !message.obsolete)
      .sort(([, a], [, b]) => (a.message < b.message ? -1 : a.message > b.message ? 1 : 0));
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const text = await catalog.format.serialize(path, Object.fromEntries(kept), locale, before);
    if (text !== before && kept.length + (before ?? '').length > 0) {
      stale++;
      if (flag === '--check')
        console.error(`${relative(root, path)} is not what the sources say. Run: npm run generate`);
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
    if (locale === config.sourceLocale) continue;
    for (const [, { message, translation }] of kept) {
      if (translation) continue;
      missing++;
      console.error(`${relative(root, path)} has no translation of "${message}"`);
    }
  }
}
if ((flag === '--check' && stale > 0) || missing > 0) process.exit(1);
console.log(`${messages} messages of the console, ${stale === 0 ? 'up to date' : 'written'}`);
