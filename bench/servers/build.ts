import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformSync } from '@swc/core';

const ROOT = join(import.meta.dirname, '../..');
/** Within the peers' folder, so that their packages are found. */
const BUILT = join(ROOT, 'bench/peers/built');
const OPTIONS = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
} as const;
const RELATIVE = /(?:from|import) '(\.{1,2}\/[^']+)\.js'/g;

/**
 * Translates a server and what it imports of the project into JavaScript, as the program is when it runs: a server that
 * translates itself while it is loaded would start later, and need more memory.
 *
 * @param entry a path from the checkout's folder
 * @returns the path of what is to be run
 */
export function built(entry: string): string {
  const seen = new Set<string>();
  const build = (source: string): void => {
    if (seen.has(source)) return;
    seen.add(source);
    const code = readFileSync(source, 'utf8');
    const target = targetOf(source);
    if (!existsSync(target) || statSync(target).mtimeMs < statSync(source).mtimeMs) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, transformSync(code, { ...OPTIONS, filename: source }).code);
    }
    for (const [, path] of code.matchAll(RELATIVE)) build(join(dirname(source), `${path}.ts`));
  };
  const source = join(ROOT, entry);
  build(source);
  return targetOf(source);
}

const targetOf = (source: string): string => join(BUILT, relative(ROOT, source).replace(/\.ts$/, '.js'));
