import { buildSchema, parse } from 'graphql';
import { hasRecursiveVariable } from './recursive-variables.js';

const schema = buildSchema(`
  input Plain { word: String inner: Inner other: Inner }
  input Inner { word: String }
  input Filter { word: String and: [Filter!] }
  input Far { filter: [Filter!]! }
  type Query { find(plain: Plain, filter: Filter, far: Far): String }
`);

it.each([
  ['query { find }', false],
  ['query ($plain: Plain, $word: String) { find(plain: $plain) }', false],
  ['query ($word: [[Int!]!]!) { find }', false],
  ['query ($filter: Filter) { find(filter: $filter) }', true],
  ['query ($filter: [Filter!]!) { find }', true],
  ['query ($far: Far!) { find(far: $far) }', true],
  ['query A { find } query B ($filter: Filter) { find(filter: $filter) }', true],
  ['query ($filter: Unknown) { find }', false],
])('%s: %s', (text, expected) => expect(hasRecursiveVariable(schema, parse(text))).toBe(expected));
