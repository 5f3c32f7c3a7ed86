// Writes docs/rules/*.md from the built rules. Usage: node scripts/generate-rule-docs.mjs [--check]
// With --check nothing is written: it exits 1 when a page is stale, missing or left over, and names it.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'rules');
const built = join(root, 'dist', 'src', 'judging');

const [flag, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (flag !== undefined && flag !== '--check')) {
  console.error('usage: node scripts/generate-rule-docs.mjs [--check]');
  process.exit(2);
}
if (!existsSync(join(built, 'documentation.js'))) {
  console.error('The rules are not built yet. Run: npm run build');
  process.exit(2);
}
const { rulePages } = await import(new URL('../dist/src/judging/documentation.js', import.meta.url));
const { BUILT_IN_RULES } = await import(new URL('../dist/src/judging/rules/index.js', import.meta.url));

const pages = rulePages(BUILT_IN_RULES);
const present = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
const stale = [...pages].filter(
  ([name, page]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== page,
);
const leftOver = present.filter((name) => !pages.has(name));

if (flag === '--check') {
  for (const [name] of stale) console.error(`docs/rules/${name} is not what its rule says`);
  for (const name of leftOver) console.error(`docs/rules/${name} belongs to no rule`);
  if (stale.length + leftOver.length > 0) {
    console.error('Run: npm run build && node scripts/generate-rule-docs.mjs');
    process.exit(1);
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, page] of stale) writeFileSync(join(folder, name), page);
  for (const name of leftOver) rmSync(join(folder, name));
  console.log(`${pages.size} pages, ${stale.length} written, ${leftOver.length} removed`);
}
