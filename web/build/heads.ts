import { build, type Rolldown } from 'vite';
import type { Ahead } from '../early.js';
import { LANGUAGES } from '../language/chosen.js';
import { PATHS, type Screen } from '../paths.js';
import { questionsOf } from './questions.js';

type Bundle = Rolldown.OutputBundle;
/** Styles in the page as it was built. They stand in each head, ahead of the screen's: what a screen says of a control holds. */
export const STYLES = /\s*<link rel="stylesheet"[^>]*>/g;

type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } };

/**
 * What stands in the page's head for each screen: its files, which else are found out when the script that all screens share has come and
 * run, and the script that asks what the screen will ask.
 *
 * @param page as it was built, with the files that all screens share
 * @param script of early.ts
 * @throws Error when a screen has no file
 */
export const headsOf = (bundle: Bundle, page: string, script: string): Record<Screen, string> =>
  Object.fromEntries(
    Object.entries(PATHS).map(([screen, path]) => [screen, headOf(bundle, page, script, screen as Screen, path)]),
  ) as Record<Screen, string>;

function headOf(bundle: Bundle, page: string, script: string, screen: Screen, path: string): string {
  const chunks = chunksOf(bundle);
  const own = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/web/screens/${screen}/index.tsx`));
  if (!own) throw new Error(`the screen ${screen} has no file of its own`);
  const messages = (folder: string): Ahead['messages'] =>
    Object.fromEntries(
      Object.keys(LANGUAGES).map((language) => [
        language,
        chunks
          .filter(({ facadeModuleId }) =>
            ['language', folder].some((room) => facadeModuleId?.endsWith(`/web/${room}/locales/${language}.po`)),
          )
          .map(({ fileName }) => `/${fileName}`),
      ]),
    );
  const ahead: Ahead = { path, questions: questionsOf(screen), messages: messages(`screens/${screen}`) };
  // A text that ends the script would end it.
  const given = JSON.stringify(ahead).replaceAll('<', '\\u003c');
  const wanted = [...filesOf(bundle, own)].filter((name) => !page.includes(name));
  // First what all else waits for: a browser fetches six at a time over HTTP/1.1.
  const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src!);
  return [
    ...scripts.map((src) => `<link rel="modulepreload" crossorigin href="${src}">`),
    `<script nonce="CSP_NONCE">{const AHEAD=${given};${script}}</script>`,
    ...Array.from(page.matchAll(STYLES), ([link]) => link.trim()),
    ...wanted.map((name) =>
      name.endsWith('.css')
        ? `<link rel="stylesheet" crossorigin href="/${name}">`
        : `<link rel="modulepreload" crossorigin href="/${name}">`,
    ),
  ].join('\n    ');
}

const chunksOf = (bundle: Bundle): Chunk[] => Object.values(bundle).filter((each) => each.type === 'chunk');

/** A chunk's file and those that it cannot do without, scripts and styles; styles of what it uses before its own. */
function filesOf(bundle: Bundle, chunk: Chunk, found = new Set<string>()): Set<string> {
  if (found.has(chunk.fileName)) return found;
  found.add(chunk.fileName);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') filesOf(bundle, imported, found);
  }
  for (const name of chunk.viteMetadata?.importedCss ?? []) found.add(name);
  return found;
}

/** early.ts, whole in itself. @throws Error when it cannot be built */
export async function earlyScript(): Promise<string> {
  const built = await build({
    configFile: false,
    root: `${import.meta.dirname}/..`,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'baseline-widely-available',
      modulePreload: false,
      rolldownOptions: {
        input: `${import.meta.dirname}/../early.ts`,
        output: { format: 'iife' },
        // Of what it imports it takes parts that need no library.
        treeshake: { moduleSideEffects: false },
      },
    },
  });
  const [chunk] = (built as Rolldown.RolldownOutput).output;
  return chunk.code.trim();
}
