import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';

const schema = buildSchema(readFileSync(join(process.cwd(), 'src/graphql/schema.graphql'), 'utf8'));

it.each(['docs/changes.md'])('the queries and mutations in %s are such as the server takes', (file) => {
  const documents = [...readFileSync(join(process.cwd(), file), 'utf8').matchAll(/```graphql\n([^`]+)```/g)];
  expect(documents.length).toBeGreaterThan(3);
  for (const [, document] of documents) expect(validate(schema, parse(document!))).toEqual([]);
});
