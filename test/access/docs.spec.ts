import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { NEEDED_ROLE } from '../../src/auth/roles.js';
import type { Role } from '../../src/database/codes.js';

const text = readFileSync('docs/access.md', 'utf8');
const schema = buildSchema(readFileSync('src/graphql/schema.graphql', 'utf8'));

it('each mutation stands beside the role that it needs, and nothing else does', () => {
  const told = new Map<string, string>();
  for (const [, role, cells] of text.matchAll(/^\| (READER|CHECKER|EDITOR|ADMIN) +\|(.+)$/gm)) {
    for (const [, name] of cells!.matchAll(/`(\w+)`/g)) {
      expect([name, told.has(name!)]).toEqual([name, false]);
      told.set(name!, role!);
    }
  }
  const needed: Readonly<Record<string, Role>> = NEEDED_ROLE;
  const mutations = Object.keys(schema.getMutationType()!.getFields());
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(mutations.map((name) => [name, needed[name] ?? needed[name.replace(/s$/, '')]])),
  );
});

it('the operations are such as the server takes', () => {
  const documents = [...text.matchAll(/```graphql\n([^`]+)```/g)];
  expect(documents.length).toBeGreaterThan(1);
  for (const [, document] of documents) expect(validate(schema, parse(document!))).toEqual([]);
});
