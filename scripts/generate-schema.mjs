// Writes src/graphql/schema.graphql from the built resolvers. Usage: node scripts/generate-schema.mjs [--check]
// With --check nothing is written: it exits 1 when the file is not what the code says.
import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';

const file = fileURLToPath(new URL('../src/graphql/schema.graphql', import.meta.url));
const built = new URL('../dist/src/app.module.js', import.meta.url);

const [flag, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (flag !== undefined && flag !== '--check')) {
  console.error('usage: node scripts/generate-schema.mjs [--check]');
  process.exit(2);
}
if (!existsSync(fileURLToPath(built))) {
  console.error('The resolvers are not built yet. Run: npm run build');
  process.exit(2);
}
const { API_MODULES } = await import(built.href);
const resolvers = API_MODULES.flatMap((module) => Reflect.getMetadata('providers', module) ?? []).filter(
  (provider) => typeof provider === 'function',
);
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
const schema = await app.get(GraphQLSchemaFactory).create(resolvers, { noDuplicatedFields: true });
await app.close();

const head = '# Generated from the resolvers by scripts/generate-schema.mjs; change them, not this file.\n\n';
const text = `${head}${printSchema(lexicographicSortSchema(schema))}\n`;
const stale = !existsSync(file) || readFileSync(file, 'utf8') !== text;
if (flag === '--check' && stale) {
  console.error('src/graphql/schema.graphql is not what the resolvers say. Run: npm run generate');
  process.exit(1);
}
if (flag !== '--check' && stale) writeFileSync(file, text);
console.log(`${Object.keys(schema.getTypeMap()).length} types, ${stale ? 'written' : 'up to date'}`);
