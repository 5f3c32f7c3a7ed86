import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(60_000);

const text = readFileSync('docs/over-time.md', 'utf8');
const OPERATIONS = [...text.matchAll(/```graphql\n([^`]+)```\n\n```json variables\n([^`]+)```/g)].map(
  ([, query, variables]) => ({ name: /^query (\w+)/.exec(query!)![1]!, query: query!, variables: variables! }),
);
const DAY_MS = 86_400_000;

let room: Newsroom;

beforeAll(async () => {
  room = await openNewsroom();
  await room.import('sample-hydrogen-buses');
});
afterAll(() => room.close());

it('all operations come with variables to try them', () => {
  expect(OPERATIONS.map(({ name }) => name)).toEqual(['Trend', 'AsOf', 'Ages', 'Oldest']);
  expect(text.match(/```graphql/g)).toHaveLength(OPERATIONS.length);
});

it.each(OPERATIONS)('$name is answered with something', async ({ name, query, variables }) => {
  const given = JSON.parse(variables) as Record<string, unknown>;
  // The year of the page will pass.
  const [from, to] = [-DAY_MS, DAY_MS].map((ms) => new Date(Date.now() + ms).toISOString());
  const data = await room.ask<Record<string, unknown>>(query, { ...given, ...(name === 'Trend' ? { from, to } : {}) });
  const [answer] = Object.values(data);
  expect(JSON.stringify(answer)).toMatch(/"(?:score|count|firstSeenAt)":/);
});
