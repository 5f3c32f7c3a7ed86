// Writes obelus.config.schema.json from the built rules. Usage: node scripts/generate-config-schema.mjs [--check]
// With --check nothing is written: it exits 1 when the file is not what the rules say.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../obelus.config.schema.json', import.meta.url));
const built = new URL('../dist/src/cli/config-schema.js', import.meta.url);

const [flag, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (flag !== undefined && flag !== '--check')) {
  console.error('usage: node scripts/generate-config-schema.mjs [--check]');
  process.exit(2);
}
if (!existsSync(fileURLToPath(built))) {
  console.error('The command line is not built yet. Run: npm run build');
  process.exit(2);
}
const { configSchema } = await import(built.href);
const { BUILT_IN_RULES } = await import(new URL('../dist/src/judging/rules/index.js', import.meta.url));

const schema = `${JSON.stringify(configSchema(BUILT_IN_RULES), null, 2)}\n`;
const current = existsSync(file) && readFileSync(file, 'utf8') === schema;
if (flag === '--check') {
  if (!current) {
    console.error('obelus.config.schema.json is not what the rules say. Run: npm run generate');
    process.exit(1);
  }
} else if (!current) {
  writeFileSync(file, schema);
  console.log('obelus.config.schema.json written');
}
