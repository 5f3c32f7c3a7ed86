import { jest } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { until } from '../support/until.js';
import { installedPostgres } from './support/installed-postgres.js';
import { ADMIN_TOKEN, ServerProcess, type Reply } from './support/program.js';
import { Servers, type PostgresServer } from './support/servers.js';

jest.setTimeout(240_000);

const bin = installedPostgres();
/** Skipped, and seen to be, where no PostgreSQL with `pg_basebackup` is installed. */
const withPostgres = bin === null ? describe.skip : describe;

const TITLE = '{ claims(first: 1) { edges { node { id comments(last: 1) { edges { node { text } } } } } } }';
const COMMENT =
  'mutation ($id: ID!, $text: String!) { addComment(input: { claimId: $id, text: $text }) { userErrors { code } } }';

interface Claims {
  readonly claims: {
    readonly edges: {
      readonly node: { readonly id: string; readonly comments: { readonly edges: { node: { text: string } }[] } };
    }[];
  };
}

const lastComment = ({ data }: Reply<Claims>): string | undefined =>
  data?.claims.edges[0]?.node.comments.edges[0]?.node.text;
/** Only what a replica answers says up to which moment it is good. */
const isOfReplica = ({ headers }: Reply<unknown>): boolean => headers.get('obelus-as-of') !== null;

withPostgres('queries, with a replica', () => {
  let servers: Servers;
  let primary: PostgresServer;
  let replica: PostgresServer;
  let [one, other]: ServerProcess[] = [];
  let reader: string;
  let claim: string;

  beforeAll(async () => {
    servers = new Servers(bin!);
    primary = await servers.primary('one');
    replica = await servers.replicaOf(primary, 'two');
    const environment = {
      DATABASE_URL: primary.url(),
      OBELUS_READ_URLS: replica.url(),
      OBELUS_READ_LAG_SECONDS: '3',
    };
    one = await ServerProcess.start(environment);
    other = await ServerProcess.start({ ...environment, OBELUS_JOBS: 'off' });
    const { data } = await one.ask<{ createToken: { secret: string } }>(
      ADMIN_TOKEN,
      'mutation { createToken(input: { name: "a dashboard", role: READER }) { secret } }',
    );
    reader = data!.createToken.secret;
    claim = (await one.ask<Claims>(ADMIN_TOKEN, TITLE)).data!.claims.edges[0]!.node.id;
    await until('both know the replica', async () => (await isWell(one!)) && (await isWell(other!)));
  });
  afterAll(async () => {
    await Promise.all([one?.end('SIGKILL'), other?.end('SIGKILL')]);
    await servers.end();
  });

  const isWell = async (server: ServerProcess, inUse = 1): Promise<boolean> =>
    (await server.get('/readyz')).text.includes(`"replicas":{"inUse":${inUse},"of":1}`);
  const write = async (server: ServerProcess, text: string): Promise<string> => {
    const { headers, errors } = await server.ask(ADMIN_TOKEN, COMMENT, { variables: { id: claim, text } });
    expect(errors).toBeUndefined();
    return headers.get('obelus-position')!;
  };
  const at = (position: string) => ({ headers: { 'obelus-position': position } });

  it('of who may only read are answered by it', async () => {
    const reply = await one!.ask<Claims>(reader, TITLE);
    expect(isOfReplica(reply)).toBe(true);
    expect(reply.data!.claims.edges).toHaveLength(1);
    const { text } = await one!.get('/metrics');
    expect(text).toMatch(/^obelus_database_reads_total\{server="replica"\} [1-9]/m);
    expect(text).toMatch(/^obelus_database_replicas\{state="in use"\} 1$/m);
  });

  it('see what the same person wrote through another process, however far behind it is', async () => {
    await write(one!, 'before');
    await until('it follows', async () => lastComment(await other!.ask<Claims>(reader, TITLE)) === 'before');
    await replica.query('SELECT pg_wal_replay_pause()');
    try {
      const position = await write(one!, 'a moment ago');
      // Who says how far they are is shown that, and so is who may write and says nothing; by the primary.
      const mine = await other!.ask<Claims>(ADMIN_TOKEN, TITLE, at(position));
      expect([lastComment(mine), isOfReplica(mine)]).toEqual(['a moment ago', false]);
      const silent = await other!.ask<Claims>(ADMIN_TOKEN, TITLE);
      expect([lastComment(silent), isOfReplica(silent)]).toEqual(['a moment ago', false]);
      const theirs = await other!.ask<Claims>(reader, TITLE);
      expect([lastComment(theirs), isOfReplica(theirs)]).toEqual(['before', true]);
      expect(Date.now() - Date.parse(theirs.headers.get('obelus-as-of')!)).toBeLessThan(4_000);
      const told = await other!.ask<Claims>(reader, TITLE, at(position));
      expect([lastComment(told), isOfReplica(told)]).toEqual(['a moment ago', false]);
    } finally {
      await replica.query('SELECT pg_wal_replay_resume()');
    }
  });

  it('of who says how far they are, are answered by it once it is as far, and never see less than before', async () => {
    let position = await write(one!, 'now');
    await until('it follows', async () => isOfReplica(await other!.ask(ADMIN_TOKEN, TITLE, at(position))));
    const reply = await other!.ask<Claims>(ADMIN_TOKEN, TITLE, at(position));
    expect(lastComment(reply)).toBe('now');
    for (let n = 1; n <= 40; n++) {
      const server = n % 2 === 0 ? one! : other!;
      if (n % 4 === 0) position = await write(server, `round ${n}`);
      const seen = await (n % 3 === 0 ? one! : other!).ask<Claims>(ADMIN_TOKEN, TITLE, at(position));
      expect(lastComment(seen)).toBe(n < 4 ? 'now' : `round ${n - (n % 4)}`);
      position = seen.headers.get('obelus-position')!;
    }
  });

  it('over a socket carry it beside the query, and have it beside the answer', async () => {
    const client = createClient({
      url: other!.url.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${ADMIN_TOKEN}` },
    });
    const ask = async (query: string, extensions: Record<string, unknown>, variables = {}) => {
      for await (const answer of client.iterate<Record<string, unknown>, { position?: string }>({
        query,
        variables,
        extensions,
      }))
        return answer;
      throw new Error('no answer');
    };
    const written = await ask(COMMENT, { idempotencyKey: 'over-a-socket' }, { id: claim, text: 'by socket' });
    const position = written.extensions!.position;
    expect(position).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
    const seen = await ask(TITLE, { position });
    expect(lastComment({ ...seen, status: 200, headers: new Headers() } as unknown as Reply<Claims>)).toBe('by socket');
    expect(seen.extensions).toHaveProperty('position');
    expect((await ask(TITLE, {})).extensions ?? {}).not.toHaveProperty('position');
    await client.dispose();
  });

  it('with what is no position are refused', async () => {
    const { status, errors } = await one!.ask(reader, TITLE, at('yesterday'));
    expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_REQUEST']);
  });

  it('leave one that is too far behind, and come back to it', async () => {
    await replica.query('SELECT pg_wal_replay_pause()');
    await write(one!, 'unheard');
    await until('it is not in use', () => isWell(other!, 0));
    const reply = await other!.ask<Claims>(reader, TITLE);
    expect([lastComment(reply), isOfReplica(reply)]).toEqual(['unheard', false]);
    await replica.query('SELECT pg_wal_replay_resume()');
    await until('it is in use again', () => isWell(other!));
    expect(isOfReplica(await other!.ask(reader, TITLE))).toBe(true);
  });

  it('leave one that dies, and nobody notices', async () => {
    const failures: unknown[] = [];
    let isOver = false;
    const asking = (async () => {
      while (!isOver) {
        const { errors } = await other!.ask<Claims>(reader, TITLE);
        if (errors) failures.push(errors);
      }
    })();
    await until('it is asked', async () => isOfReplica(await other!.ask(reader, TITLE)));
    await replica.kill();
    await until('it is not in use', () => isWell(other!, 0));
    await replica.start();
    await until('it is in use again', () => isWell(other!));
    isOver = true;
    await asking;
    expect(failures).toEqual([]);
    expect(other!.output).toMatch(/the replica 127\.0\.0\.1:\d+\/obelus is not read from/);
    expect(other!.output).toMatch(/the replica 127\.0\.0\.1:\d+\/obelus can be read from/);
  });

  it('are not asked of a server that follows nobody, or somebody else', async () => {
    const stranger = await servers.primary('three');
    await stranger.query('CREATE ROLE obelus_app NOLOGIN');
    const environment = { DATABASE_URL: primary.url(), OBELUS_JOBS: 'off' };
    await expect(ServerProcess.start({ ...environment, OBELUS_READ_URLS: stranger.url() })).rejects.toThrow(
      /obelus: the server at 127\.0\.0\.1:\d+\/obelus is no replica of the one in DATABASE_URL; mend OBELUS_READ_URLS/,
    );
    const itself = await ServerProcess.start({ ...environment, OBELUS_READ_URLS: primary.url() });
    const reply = await itself.ask<Claims>(reader, TITLE);
    expect([reply.errors, isOfReplica(reply)]).toEqual([undefined, false]);
    expect(itself.output).toContain('is not read from: it does not follow another server');
    await itself.end('SIGKILL');
  });
});
