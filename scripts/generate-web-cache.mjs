// Writes what the console's cache knows of the API, from src/graphql/schema.graphql. Its name puts it behind
// generate-schema.mjs, whose file it reads. Usage: node scripts/generate-web-cache.mjs [--check]
// With --check nothing is written: it exits 1 when the file is not what the schema says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, isInterfaceType, isObjectType, isUnionType } from 'graphql';

const [flag, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (flag !== undefined && flag !== '--check')) {
  console.error('usage: node scripts/generate-web-cache.mjs [--check]');
  process.exit(2);
}
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const schema = buildSchema(readFileSync(path('src/graphql/schema.graphql'), 'utf8'));
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];

const embedded = types
  .filter((type) => isObjectType(type) && !roots.includes(type) && !('id' in type.getFields()))
  .map(({ name }) => name);
const possible = types
  .filter((type) => isInterfaceType(type) || isUnionType(type))
  .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]);

const text = `// Generated from src/graphql/schema.graphql by scripts/generate-web-cache.mjs; change the resolvers, not this file.

/** Types whose objects have no id: they belong to what holds them. */
export const EMBEDDED: readonly string[] = ${JSON.stringify(embedded)};

/** Each interface and what implements it. */
export const POSSIBLE: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(possible))};
`;

const name = 'web/api/schema.generated.ts';
const stale = !existsSync(path(name)) || readFileSync(path(name), 'utf8') !== text;
if (stale && flag === '--check') {
  console.error(`${name} is not what the schema says. Run: npm run generate`);
  process.exit(1);
}
if (stale) writeFileSync(path(name), text);
console.log(`${embedded.length} embedded types, ${stale ? 'written' : 'up to date'}`);
