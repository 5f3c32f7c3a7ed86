import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Database } from '../../src/database/database.js';
import { ChangeSubscriber } from '../stress/subscriber.js';
import { until } from '../support/until.js';
import { installedPostgres } from './support/installed-postgres.js';
import { ADMIN_TOKEN, ServerProcess, type Reply } from './support/program.js';
import { Servers, type PostgresServer } from './support/servers.js';

jest.setTimeout(240_000);

const bin = installedPostgres();
/** Skipped, and seen to be, where no PostgreSQL with `pg_basebackup` is installed. */
const withPostgres = bin === null ? describe.skip : describe;

const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { text } userErrors { code } } }`;
const CLAIMS = '{ claims(first: 5) { edges { node { id } } } }';
const SCORE = '{ evidenceSummary { checkable } }';

/** Somebody who comments all the time, under a key for each comment, and asks again until it is answered. */
class Writer {
  /** Comments that were answered, in order. */
  readonly done: string[] = [];
  /** What else was answered, with when to try again: each once. */
  readonly refusals = new Set<string>();
  private ended = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly name: string,
    private readonly server: ServerProcess,
    private readonly claimId: string,
  ) {
    this.running = this.run();
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.running;
  }

  private async run(): Promise<void> {
    for (let n = 1; !this.ended; n++) {
      const text = `${this.name} ${n}`;
      const key = randomUUID();
      while (!(await this.isDone(text, key))) await sleep(50);
      this.done.push(text);
      await sleep(20);
    }
  }

  private async isDone(text: string, key: string): Promise<boolean> {
    const { headers, data, errors } = await this.server.ask<{ addComment: { userErrors: unknown[] } | null }>(
      ADMIN_TOKEN,
      COMMENT,
      { variables: { input: { claimId: this.claimId, text } }, headers: { 'idempotency-key': key } },
    );
    if (data?.addComment?.userErrors.length === 0) return true;
    for (const { extensions } of errors ?? []) {
      this.refusals.add(`${String(extensions['code'])}, again in ${headers.get('retry-after')} s`);
    }
    return false;
  }
}

/** A dashboard that looks all the time. */
class Looker {
  answers = 0;
  /** Of those, how many said up to which moment they are good. */
  dated = 0;
  readonly failures: string[] = [];
  private ended = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly server: ServerProcess,
    private readonly token: string,
  ) {
    this.running = this.run();
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.ended) {
      const { headers, errors } = await this.server.ask(this.token, SCORE);
      if (errors) this.failures.push(JSON.stringify(errors));
      else this.answers++;
      if (headers.get('obelus-as-of') !== null) this.dated++;
      await sleep(20);
    }
  }
}

const events = (server: PostgresServer, after: number) =>
  server.query<{ position: string; text: string }>(
    `SELECT workspace_seq AS position, after ->> 'text' AS text FROM event
     WHERE subject_type = 'Claim' AND workspace_seq > ${after} ORDER BY workspace_seq`,
  );

withPostgres('when the primary is killed', () => {
  let servers: Servers;
  let [one, two]: PostgresServer[] = [];
  const programs: ServerProcess[] = [];

  beforeAll(async () => {
    servers = new Servers(bin!);
    one = await servers.primary('one');
    two = await servers.replicaOf(one, 'two');
    // Synchronous replication: what was answered is on the replica's disk.
    await one.query("ALTER SYSTEM SET synchronous_standby_names = 'two'");
    await one.query('SELECT pg_reload_conf()');
    const hosts = [one, two].map(({ port }) => `127.0.0.1:${port}`).join(',');
    const environment = {
      DATABASE_URL: `postgres://postgres@${hosts}/obelus?target_session_attrs=read-write`,
      OBELUS_READ_URLS: [one.url(), two.url()].join(','),
    };
    programs.push(await ServerProcess.start(environment), await ServerProcess.start(environment));
  });
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.end('SIGKILL')));
    await servers.end();
  });

  it('reads go on, changes are refused until a replica is promoted, and nothing that was answered is lost', async () => {
    const [first, second] = programs as [ServerProcess, ServerProcess];
    const { data } = await first.ask<{ claims: { edges: { node: { id: string } }[] } }>(ADMIN_TOKEN, CLAIMS);
    const claimIds = data!.claims.edges.map(({ node }) => node.id);
    const token = await readerToken(first);
    await until('what was done so far has its order', async () => {
      const [row] = await one!.query<{ n: number }>(
        'SELECT count(*)::integer AS n FROM event WHERE workspace_seq IS NULL',
      );
      return row!.n === 0;
    });
    const [counter] = await one!.query<{ last: number }>('SELECT last::integer FROM event_counter');
    const { data: now } = await first.ask<{ viewer: { workspace: { historyCursor: string } } }>(
      ADMIN_TOKEN,
      '{ viewer { workspace { historyCursor } } }',
    );
    const address = (program: ServerProcess): string => program.url.replace(/^http/, 'ws');
    const subscribers = programs.map(
      (program) =>
        new ChangeSubscriber(() => address(program), ADMIN_TOKEN, { after: now!.viewer.workspace.historyCursor }),
    );
    const writers = programs.map((program, i) => new Writer(`writer ${i}`, program, claimIds[i]!));
    const lookers = programs.map((program) => new Looker(program, token));
    await until('everybody is at work', () => Promise.resolve(writers.every(({ done }) => done.length >= 10)));

    await one!.kill();
    const refusal = await comment(first, claimIds[2]!);
    expect(refusal.errors![0]!.extensions).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 2 });
    const known = lookers.map(({ answers }) => answers);
    await until('reads go on', () => Promise.resolve(lookers.every(({ answers }, i) => answers > known[i]! + 5)));
    // Who may write, and says nothing of what they have seen, reads too while nobody can write.
    expect((await second.ask(ADMIN_TOKEN, SCORE)).data).toMatchObject({ evidenceSummary: { checkable: 43 } });
    expect(await first.get('/readyz')).toMatchObject({
      status: 200,
      text: expect.stringContaining('read-only') as string,
    });
    const atDeath = writers.map(({ done }) => done.length);

    await two!.query('SELECT pg_promote()');
    await until('changes are made again, without a restart', () =>
      Promise.resolve(writers.every(({ done }, i) => done.length >= atDeath[i]! + 10)),
    );
    await Promise.all([...writers, ...lookers].map((each) => each.end()));
    expect(await first.get('/readyz')).toMatchObject({ status: 200, text: expect.stringContaining('"ok"') as string });

    await until('what was done has its order', async () => {
      const [row] = await two!.query<{ n: number }>(
        'SELECT count(*)::integer AS n FROM event WHERE workspace_seq IS NULL',
      );
      return row!.n === 0;
    });
    const told = await events(two!, counter!.last);
    const comments = await two!.query<{ text: string }>("SELECT text FROM comment WHERE text LIKE 'writer %'");
    const texts = comments.map(({ text }) => text).sort();
    expect(texts).toEqual([...new Set(texts)]);
    expect(texts).toEqual(expect.arrayContaining(writers.flatMap(({ done }) => done)));
    for (const { refusals } of writers) expect([...refusals]).toEqual(['UNAVAILABLE, again in 2 s']);
    for (const { failures, dated } of lookers) {
      expect(failures).toEqual([]);
      expect(dated).toBeGreaterThan(0);
    }
    await until('subscribers know all', () =>
      Promise.resolve(subscribers.every(({ told: so }) => so.at(-1)?.position === Number(told.at(-1)!.position))),
    );
    await Promise.all(subscribers.map((each) => each.end()));
    for (const subscriber of subscribers) {
      expect(subscriber.failures).toEqual([]);
      expect(subscriber.told.map(({ position }) => position)).toEqual(told.map(({ position }) => Number(position)));
    }
  });

  it('does not go back to a primary that was left behind', async () => {
    await one!.start();
    const url = `postgres://postgres@${[one, two].map((each) => `127.0.0.1:${each!.port}`).join(',')}/obelus`;
    const database = await Database.connect({ url, entities: [], poolSize: 2, statementTimeoutMs: 5_000 });
    expect(await database.outsideWorkspaces('SELECT inet_server_port() AS port')).toEqual([{ port: two!.port }]);
    await database.close();
    const { errors } = await comment(programs[0]!, await anyClaim(programs[0]!));
    expect(errors).toBeUndefined();
    expect(await two!.query("SELECT count(*)::integer AS n FROM comment WHERE text = 'by hand'")).toEqual([{ n: 1 }]);
  });
});

async function readerToken(server: ServerProcess): Promise<string> {
  const { data } = await server.ask<{ createToken: { secret: string } }>(
    ADMIN_TOKEN,
    'mutation { createToken(input: { name: "a dashboard", role: READER }) { secret } }',
  );
  return data!.createToken.secret;
}

const comment = (server: ServerProcess, claimId: string): Promise<Reply<unknown>> =>
  server.ask(ADMIN_TOKEN, COMMENT, { variables: { input: { claimId, text: 'by hand' } } });

async function anyClaim(server: ServerProcess): Promise<string> {
  const { data } = await server.ask<{ claims: { edges: { node: { id: string } }[] } }>(ADMIN_TOKEN, CLAIMS);
  return data!.claims.edges[0]!.node.id;
}
