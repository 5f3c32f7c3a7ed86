import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Database } from '../../src/database/database.js';
import { until } from '../support/until.js';
import { installedPostgres } from './support/installed-postgres.js';
import { Servers, type PostgresServer } from './support/servers.js';
import { SilentProxy } from './support/silent-proxy.js';

jest.setTimeout(120_000);

const bin = installedPostgres();
const withPostgres = bin === null ? describe.skip : describe;

/** Takes its time on a replica only. */
const SLOW = `SELECT pg_is_in_recovery() AS replica FROM (
  SELECT pg_sleep(CASE WHEN pg_is_in_recovery() THEN 0.8 ELSE 0 END)) slow`;

withPostgres('reads on a replica to which the network falls silent', () => {
  let servers: Servers;
  let primary: PostgresServer;
  let replica: PostgresServer;
  let proxy: SilentProxy;
  let database: Database;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    servers = new Servers(bin!);
    primary = await servers.primary('one');
    await primary.query('CREATE ROLE obelus_app NOLOGIN');
    replica = await servers.replicaOf(primary, 'two');
  });
  afterAll(() => servers.end());
  afterEach(async () => {
    await proxy.close();
    await database.close();
  });

  async function open(statementTimeoutMs: number): Promise<void> {
    proxy = await SilentProxy.to(replica.port);
    database = await Database.connect({
      url: primary.url(),
      readUrls: [`postgres://postgres@127.0.0.1:${proxy.port}/obelus`],
      entities: [],
      poolSize: 4,
      statementTimeoutMs,
    });
    await until('it is read from', () => Promise.resolve(database.servers.replicas!.inUse === 1));
  }

  const read = async (): Promise<boolean> => {
    const scope = database.placed(
      { workspaceId: '00000000-0000-7000-8000-000000000000' },
      { position: null, isFresh: false },
    );
    const [row] = await database.readWorkspace(scope, (connection) => connection.query<{ replica: boolean }>(SLOW));
    return row!.replica;
  };

  it('are read on the primary, when all of the replica is silent', async () => {
    // A statement may take much longer than it takes to find that out.
    await open(600_000);
    expect(await read()).toBe(true);
    const reading = [read(), read(), read()];
    await new Promise((resolve) => setTimeout(resolve, 300));
    proxy.silence();
    expect(await Promise.all(reading)).toEqual([false, false, false]);
    expect(database.servers.replicas!.inUse).toBe(0);
    proxy.speak();
    await until('it is read from again', read);
  });

  it('are read on the primary, when one connection is silent and the others are not', async () => {
    await open(1_000);
    expect(await read()).toBe(true);
    proxy.silenceAfter('pg_sleep');
    expect(await read()).toBe(false);
    proxy.speak();
    await until('it is read from again', read);
  });

  it('that take their time are not cut while the replica answers', async () => {
    await open(1_000);
    expect(await Promise.all([read(), read(), read(), read(), read(), read()])).toEqual(Array(6).fill(true));
  });
});
