// Writes what the typed client knows of the API, from src/graphql/schema.graphql. Its name puts it behind
// generate-schema.mjs, whose file it reads. Usage: node scripts/generate-typed-client.mjs [--check]
// With --check nothing is written: it exits 1 when the files are not what the schema says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minifyIntrospection, preprocessIntrospection } from '@gql.tada/internal';
import {
  buildSchema,
  getNullableType,
  introspectionFromSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

const [flag, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (flag !== undefined && flag !== '--check')) {
  console.error('usage: node scripts/generate-typed-client.mjs [--check]');
  process.exit(2);
}
const path = (name) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));
const schema = buildSchema(readFileSync(path('graphql/schema.graphql'), 'utf8'));

const HEAD =
  '// Generated from src/graphql/schema.graphql by scripts/generate-typed-client.mjs; change the resolvers, not this file.\n';
const SCALARS = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  DateTime: 'string',
  URL: 'string',
  JSON: 'unknown',
};

/** All types and their fields, as gql.tada reads them. */
const introspection = preprocessIntrospection(minifyIntrospection(introspectionFromSchema(schema)));
const schemaFile = `${HEAD}\n/** The API's types, by which those of queries are worked out. */\nexport type Schema = ${introspection};\n`;

/** Enums and inputs by their names, with what the schema says of them. */
const named = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const inputsFile = `${HEAD}\n${named.flatMap((type) => (isEnumType(type) ? [enumOf(type)] : isInputObjectType(type) ? [inputOf(type)] : [])).join('\n')}`;

let stale = 0;
for (const [name, text] of [
  ['client/schema.generated.ts', schemaFile],
  ['client/inputs.generated.ts', inputsFile],
]) {
  if (existsSync(path(name)) && readFileSync(path(name), 'utf8') === text) continue;
  stale++;
  if (flag === '--check') console.error(`src/${name} is not what the schema says. Run: npm run generate`);
  else writeFileSync(path(name), text);
}
if (flag === '--check' && stale > 0) process.exit(1);
console.log(`${named.length} types for the client, ${stale === 0 ? 'up to date' : 'written'}`);

function enumOf(type) {
  const values = type.getValues().map(({ name, description }) => `${comment(description, '  ')}  | '${name}'`);
  return `${comment(type.description)}export type ${type.name} =\n${values.join('\n')};\n`;
}

function inputOf(type) {
  const fields = Object.values(type.getFields()).map((field) => {
    const optional = isNonNullType(field.type) && field.defaultValue === undefined ? '' : '?';
    return `${comment(field.description, '  ')}  readonly ${field.name}${optional}: ${typeOf(field.type)};`;
  });
  return `${comment(type.description)}export interface ${type.name} {\n${fields.join('\n')}\n}\n`;
}

function typeOf(type) {
  const inner = getNullableType(type);
  const text = isListType(inner) ? listOf(inner.ofType) : (SCALARS[inner.name] ?? inner.name);
  return isNonNullType(type) ? text : `${text} | null`;
}

function listOf(type) {
  const item = typeOf(type);
  return isNonNullType(type) ? `${item}[]` : `(${item})[]`;
}

function comment(text, indent = '') {
  return text ? `${indent}/** ${text.replaceAll('*/', '*\\/').replace(/\s+/g, ' ')} */\n` : '';
}
