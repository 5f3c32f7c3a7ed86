import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/database/migrations.js';
import { prepareRole } from '../../src/database/roles.js';
import { recount } from '../../src/recount.js';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(60_000);

/** Those that brought what is kept over time, and all that came after them. */
const LATER = MIGRATIONS.length - MIGRATIONS.findIndex(({ name }) => name.startsWith('TalliesOverTime'));

let room: Newsroom;
let ferry: string;
let archived: string;
let before: string;

beforeAll(async () => {
  room = await openNewsroom();
  ferry = await room.import('ferry');
  archived = await room.import('old-ferry');
  await room.change('archiveArticle', { articleId: id('Article', archived) }, '__typename');
  before = new Date().toISOString();
  const owner = new DataSource({
    type: 'postgres',
    url: room.api.db.ownerUrl,
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    installExtensions: false,
  });
  await owner.initialize();
  for (let i = 0; i < LATER; i++) await owner.undoLastMigration();
  expect(await room.api.db.owner(`SELECT to_regclass('tally_hour') AS found`)).toEqual([{ found: null }]);
  await owner.runMigrations();
  const asOwner = { query: <R>(sql: string, values?: unknown[]) => owner.query<R[]>(sql, values) };
  const [{ user }] = (await room.rows('SELECT session_user AS user')) as [{ user: string }];
  await prepareRole(asOwner as Parameters<typeof prepareRole>[0], user);
  await owner.destroy();
});
afterAll(() => room.close());

it('trends begin with the totals of the hour of the upgrade, and nothing that came or went', async () => {
  const [from, to] = [-86_400_000, 86_400_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const { evidenceTrend, evidenceSummary } = await room.ask<{ evidenceTrend: object[]; evidenceSummary: object }>(
    `query ($from: DateTime!, $to: DateTime!) {
      evidenceTrend(from: $from, to: $to, interval: MONTH) { claims byStanding { standing count } opened fixed }
      evidenceSummary { claims byStanding { standing count } } }`,
    { from, to },
  );
  expect(evidenceTrend.at(-1)).toEqual({ ...evidenceSummary, opened: 0, fixed: 0 });
  const drift = await recount(
    room.api.db.database,
    [room.viewer.workspaceId],
    { repair: false, slug: null },
    () => undefined,
  );
  expect(drift).toEqual({ articles: 2, drift: 0 });
});

it('articles that were there are known from their last event on', async () => {
  const query = `query ($id: ID!, $at: DateTime!) { article(id: $id) { asOf(at: $at) { standings { claims } } } }`;
  const variables = { id: id('Article', ferry), at: before };
  expect(await room.ask(query, variables)).toMatchObject({ article: { asOf: { standings: { claims: 8 } } } });
  await room.change(
    'attachSource',
    {
      claimId: (await room.claim('Nobody was hurt', ferry)).id,
      source: { title: 'Log', url: 'https://example.org/l' },
    },
    '__typename',
  );
  await room.import('ferry', 'The ferry\n\nIt sails.\n');
  expect(await room.ask(query, variables)).toMatchObject({ article: { asOf: { standings: { claims: 8 } } } });
  expect(await room.ask(query, { ...variables, at: '2020-01-01T00:00:00Z' })).toEqual({ article: { asOf: null } });
});

it('before that, how one stood is not made up', async () => {
  const [first, last] = await room.rows<{ at: Date }>('SELECT at FROM event WHERE article_id = $1 ORDER BY seq', [
    archived,
  ]);
  const { data, errors } = await room.api.ask(
    room.token,
    'query ($id: ID!, $at: DateTime!) { article(id: $id) { asOf(at: $at) { seq } } }',
    { id: id('Article', archived), at: first!.at.toISOString() },
  );
  expect(data).toEqual({ article: { asOf: null } });
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining(`kept from ${last!.at.toISOString()} on`),
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
});
