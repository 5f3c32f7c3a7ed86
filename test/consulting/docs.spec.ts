import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { JUDGE_VARIABLES } from '../../src/config/judge-settings.js';

const page = readFileSync('docs/second-judge.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');

it('docs/second-judge.md and the README tell of each setting', () => {
  for (const { name, fallback, description } of Object.values(JUDGE_VARIABLES)) {
    expect([name, page.includes(`\`${name}\``)]).toEqual([name, true]);
    const cells = readme
      .split('\n')
      .find((line) => line.startsWith(`| \`${name}\` `))
      ?.split('|')
      .slice(1, -1);
    expect(cells?.map((cell) => cell.trim())).toEqual([
      `\`${name}\``,
      fallback === null ? '–' : `\`${fallback}\``,
      description,
    ]);
  }
});

it('its operations are such as the server takes, and ask for every field of an opinion', () => {
  const schema = buildSchema(readFileSync('src/graphql/schema.graphql', 'utf8'));
  const documents = [...page.matchAll(/```graphql\n([^`]+)```/g)].map(([, document]) => document!);
  expect(documents).toHaveLength(2);
  for (const document of documents) expect(validate(schema, parse(document))).toEqual([]);
  const fields = Object.keys((schema.getType('SecondOpinion') as ReturnType<typeof schema.getQueryType>)!.getFields());
  for (const field of fields) expect([field, documents[1]!.includes(` ${field}`)]).toEqual([field, true]);
});
