import { resolve } from 'node:path';
import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { transform } from '@lingui/native-tools';
import type { Plugin } from 'vite';

/** What may import a macro. */
const SOURCE = /\.tsx?$/;
const CATALOG = /\/locales\/\w+\.po$/;

/*
 * Lingui's own plugin for Vite does the same, and asks for peers whose versions exclude each other; these are the two
 * steps that are needed of it.
 */

/** Turns macros into messages by their ids, and catalogs into what is looked up by them. */
export function messages(): Plugin[] {
  return [
    {
      name: 'obelus:macros',
      enforce: 'pre',
      async transform(code, id) {
        const file = id.split('?')[0]!;
        if (!SOURCE.test(file) || !/@lingui\/(?:core|react)\/macro/.test(code)) return null;
        return await transform(code, file);
      },
    },
    {
      name: 'obelus:catalogs',
      async transform(_code, id) {
        const file = id.split('?')[0]!;
        if (!CATALOG.test(file)) return null;
        const config = getConfig({ configPath: `${import.meta.dirname}/../lingui.config.ts` });
        const catalogs = await getCatalogs(config);
        const locale = config.locales.find((each) => file.endsWith(`/${each}.po`));
        const catalog = catalogs.find(
          (each) => locale !== undefined && resolve(each.getFilename(locale)) === resolve(file),
        );
        if (locale === undefined || !catalog) this.error(`${file} is no catalog of lingui.config.ts`);
        const { messages: texts, missing } = await catalog.getTranslations(locale, {
          fallbackLocales: config.fallbackLocales,
          sourceLocale: config.sourceLocale,
        });
        for (const each of missing) this.warn(`${locale} lacks "${each.source}"`);
        const { source, errors } = createCompiledCatalog(locale, texts, { namespace: 'es' });
        for (const each of errors) this.error(`${locale}: "${each.source}" is no message: ${each.error.message}`);
        return { code: source, map: null };
      },
    },
  ];
}
