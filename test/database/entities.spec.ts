import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { GRANTS } from '../../src/database/roles.js';
import { MIGRATIONS } from '../../src/database/migrations.js';
import { ENTITIES } from '../../src/entities.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let db: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES });
  owner = new DataSource({
    type: 'postgres',
    url: db.ownerUrl,
    entities: [...ENTITIES],
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    installExtensions: false,
  });
  await owner.initialize();
});
afterAll(async () => {
  await owner.destroy();
  await db.drop();
});

describe('the entities', () => {
  it('are what the migrations made', async () => {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('would show a difference', async () => {
    await db.owner('ALTER TABLE job ADD COLUMN surplus text, ALTER COLUMN done DROP NOT NULL');
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    await db.owner('ALTER TABLE job DROP COLUMN surplus, ALTER COLUMN done SET NOT NULL');
    expect(upQueries.map(({ query }) => query).sort()).toEqual([
      'ALTER TABLE "job" ALTER COLUMN "done" SET NOT NULL',
      'ALTER TABLE "job" DROP COLUMN "surplus"',
    ]);
  });

  it('name every special index that is there, and no other', async () => {
    const rows = await db.owner<{ name: string }>(
      `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%\\_pkey'
         AND tablename <> 'migration' ORDER BY 1`,
    );
    const named = owner.entityMetadatas.flatMap(({ indices }) => indices.map(({ name }) => name));
    expect(rows.map(({ name }) => name)).toEqual(named.sort());
  });

  it('lead their keys with the workspace', () => {
    for (const { tableName, primaryColumns } of owner.entityMetadatas) {
      const first = primaryColumns[0]!.databaseName;
      expect([tableName, first]).toEqual([tableName, tableName === 'workspace' ? 'id' : 'workspace_id']);
    }
  });

  it('have rights granted, each of them', () => {
    expect(Object.keys(GRANTS).sort()).toEqual(owner.entityMetadatas.map(({ tableName }) => tableName).sort());
  });
});

describe('the migrations', () => {
  it('are all listed, in order', () => {
    const files = readdirSync(join(process.cwd(), 'migrations')).filter((name) => name.endsWith('.ts'));
    expect(MIGRATIONS.map(({ name }) => /\d+$/.exec(name)![0])).toEqual(
      files.map((name) => /^\d+/.exec(name)![0]).sort(),
    );
  });

  it('can be undone and done again', async () => {
    for (let i = 0; i < MIGRATIONS.length; i++) await owner.undoLastMigration();
    const left = await db.owner(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    expect(left).toEqual([{ name: 'migration' }]);
    await owner.runMigrations();
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
  });
});
