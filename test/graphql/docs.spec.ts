import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { ENTITIES } from '../../src/entities.js';
import { ImportArticle } from '../../src/importing/import-article.js';
import { importSample } from '../../src/importing/import-sample.js';
import { startApi, type TestApi } from './support/api.js';

jest.setTimeout(60_000);

const schema = buildSchema(readFileSync(join(process.cwd(), 'src/graphql/schema.graphql'), 'utf8'));
const read = (file: string): string => readFileSync(join(process.cwd(), file), 'utf8');

it.each(['docs/changes.md', 'docs/live.md'])('the operations in %s are such as the server takes', (file) => {
  const documents = [...read(file).matchAll(/```graphql\n([^`]+)```/g)];
  expect(documents.length).toBeGreaterThan(1);
  for (const [, document] of documents) expect(validate(schema, parse(document!))).toEqual([]);
});

interface Step {
  readonly name: string;
  readonly query: string;
  readonly variables: string;
  readonly answer: string | null;
}

/** The steps of a document: a query or mutation, the variables below it, and what it answers with, as far as that is said. */
function stepsOf(file: string): Step[] {
  const blocks = [...read(file).matchAll(/```(graphql|json variables|json answer)\n([^`]+)```/g)];
  const steps: Step[] = [];
  for (const [, kind, text] of blocks) {
    if (kind === 'graphql') {
      const name = /^(?:query|mutation) (\w+)/.exec(text!)![1]!;
      steps.push({ name, query: text!, variables: '{}', answer: null });
    } else {
      const last = steps.pop()!;
      steps.push(kind === 'json answer' ? { ...last, answer: text! } : { ...last, variables: text! });
    }
  }
  return steps;
}

/** What stands at a path like `Step.claims.edges[0].node.id`. */
const at = (answers: Record<string, unknown>, path: string): unknown =>
  path.split(/[.[\]]+/).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], answers);

/** All that a user did wrong, anywhere in an answer. */
function userErrorsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'userErrors' ? (part as unknown[]) : userErrorsIn(part),
  );
}

describe.each(['docs/an-editors-day.md', 'docs/a-fact-checkers-day.md', 'docs/a-dashboards-day.md'])('%s', (file) => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi({}, { entities: ENTITIES, poolSize: 8 });
  });
  afterAll(() => api.close());

  it('can be done as it is written', async () => {
    const viewer = await api.db.workspace();
    const token = await api.token(viewer);
    const importer = api.app.get(ImportArticle, { strict: false });
    expect(await importSample(api.db.database, importer, viewer, read('samples/hydrogen-buses.md'))).toBe(true);

    const answers: Record<string, unknown> = {};
    for (const { name, query, variables, answer } of stepsOf(file)) {
      const given = JSON.parse(variables, (_key, value: unknown) => {
        const path = typeof value === 'string' ? /^\{\{(.+)\}\}$/.exec(value)?.[1] : undefined;
        return path === undefined ? value : at(answers, path);
      }) as Record<string, unknown>;
      const { data, errors } = await api.ask(token, query, given);
      expect({ name, errors, userErrors: userErrorsIn(data) }).toEqual({ name, errors: undefined, userErrors: [] });
      if (answer !== null) expect({ name, data }).toMatchObject({ name, data: JSON.parse(answer) as object });
      answers[name] = data;
    }
    expect(Object.keys(answers).length).toBeGreaterThan(10);
  });
});
