import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../../src/config/config.js';
import type { Viewer } from '../../src/auth/viewer.js';
import { DatabaseUnavailableError } from '../../src/database/errors.js';
import type { Rounds } from '../../src/jobs/rounds.js';
import { createServer } from '../../src/main.js';
import { uuidOf } from '../../src/graphql/global-id.js';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { keepOrdering } from '../support/ordering.js';
import { until } from '../support/until.js';
import { connect, listen, type Subscribed, type TestSocket } from './support/socket.js';
import { serverOn } from './support/api.js';

jest.setTimeout(120_000);

const QUIET = { NODE_ENV: 'test', OBELUS_LOG_LEVEL: 'error', OBELUS_JOBS: 'off' };

let room: Newsroom;
let ordering: Rounds;
let url: string;
let other: { readonly app: NestFastifyApplication; readonly url: string };
let articleId: string;
let socket: TestSocket;

beforeAll(async () => {
  room = await openNewsroom();
  ordering = keepOrdering(room.api.db.database);
  articleId = await room.import('ferry');
  url = await listen(room.api.app);
  const app = await serverOn(room.api.db);
  other = { app, url: await listen(app) };
});
afterAll(async () => {
  await other.app.close();
  await ordering.stop();
  await room.close();
});
beforeEach(async () => {
  await ordered();
  socket = await connect(url, room.token);
});
afterEach(() => socket.ws.terminate());

interface Change {
  claimChanged: {
    claim: { id: string; text: string };
    previousStanding: string | null;
    standing: string;
    opened: { rule: { id: string } }[];
    fixed: { rule: { id: string } }[];
    omitted: number;
    cursor: string;
  };
}

const CHANGE =
  'claim { id text } previousStanding standing opened { rule { id } } fixed { rule { id } } omitted cursor';
const claimChanged = (args = ''): string => `subscription { claimChanged${args} { ${CHANGE} } }`;
const summaryChanged = (args = ''): string => `subscription { summaryChanged${args} { claims } }`;

/** All that happened has its place in the order. */
async function ordered(): Promise<void> {
  await until('all events are in order', async () => {
    const [{ unplaced } = { unplaced: '1' }] = await room.api.db.owner<{ unplaced: string }>(
      'SELECT count(*) AS unplaced FROM event WHERE workspace_seq IS NULL',
    );
    return unplaced === '0';
  });
}

/** The server of a socket has read all that happened in its workspace. */
async function readBy(to: TestSocket): Promise<void> {
  await ordered();
  const { data } = await to.ask<{ viewer: { workspace: { id: string } } }>({
    query: '{ viewer { workspace { id } } }',
  });
  const [{ newest } = { newest: '0' }] = await room.api.db.owner<{ newest: string }>(
    'SELECT coalesce(max(workspace_seq), 0) AS newest FROM event WHERE workspace_id = $1',
    [uuidOf('Workspace', data!.viewer.workspace.id)],
  );
  const { results, end } = to.subscribe<{ historyChanged: { position: number } }>(
    'subscription { historyChanged { position } }',
  );
  await until('the server has read all of them', () =>
    Promise.resolve(results.length > 0 && results.at(-1)!.historyChanged.position >= Number(newest)),
  );
  end();
}

/** A subscription that has begun: what was done before is not told. */
async function subscribed<T>(to: TestSocket, query: string): Promise<Subscribed<T>> {
  await readBy(to);
  const subscription = to.subscribe<T>(query);
  // Operations of one connection are begun in turn.
  await to.ask({ query: '{ viewer { role } }' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  return subscription;
}

const told = async (subscription: Subscribed<unknown>, count: number): Promise<void> =>
  await until(`${count} are told`, () => Promise.resolve(subscription.results.length >= count));

const attach = async (words: string, number: string, article = articleId): Promise<void> => {
  const claim = await room.claim(words, article);
  const source = { title: `Report ${number}`, url: `https://reports.example/${number}` };
  await room.change('attachSource', { claimId: claim.id, source }, 'claim { standing } userErrors { message }');
};

describe('claimChanged', () => {
  it('tells what a change did to each claim, and to which findings', async () => {
    const subscription = await subscribed<Change>(socket, claimChanged());
    await attach('Nobody was hurt', 'a');
    await until('it is told', () =>
      Promise.resolve(subscription.results.some(({ claimChanged: { claim } }) => claim.text === 'Nobody was hurt.')),
    );
    const changes = subscription.results.map(({ claimChanged: each }) => each);
    const change = changes.find(({ claim }) => claim.text === 'Nobody was hurt.');
    expect(change).toMatchObject({
      claim: { text: 'Nobody was hurt.' },
      previousStanding: 'WEAK',
      standing: 'CITED',
      opened: [{ rule: { id: 'single-source' } }],
      fixed: [{ rule: { id: 'uncited-claim' } }],
      omitted: 0,
    });
    await room.change('addComment', { claimId: change!.claim.id, text: 'Seen' }, 'comment { id }');
    await until('the comment is told', () =>
      Promise.resolve(subscription.results.at(-1)!.claimChanged.previousStanding === 'CITED'),
    );
    expect(subscription.results.at(-1)!.claimChanged).toMatchObject({
      previousStanding: 'CITED',
      standing: 'CITED',
      opened: [],
      fixed: [],
    });
  });

  it('of one article, and of claims that stand so, and in no other workspace', async () => {
    const another = await room.import('another');
    const stranger = await room.api.db.workspace('Elsewhere');
    const strange = await connect(url, await room.api.token(stranger));
    const [elsewhere, here, weak, missing] = [
      await subscribed<Change>(strange, claimChanged()),
      await subscribed<Change>(socket, claimChanged(`(articleId: "${id('Article', another)}")`)),
      await subscribed<Change>(socket, claimChanged('(standings: [WEAK, ADEQUATE])')),
      await subscribed<Change>(socket, claimChanged('(standings: [MISSING])')),
    ];
    const foreign = await subscribed<Change>(strange, claimChanged(`(articleId: "${id('Article', another)}")`));
    await attach('The harbour was dredged', 'b');
    await attach('Nobody was hurt', 'b', another);
    await told(here, 1);
    await told(weak, 1);
    await room.import('elsewhere', undefined, stranger);
    await told(elsewhere, 5);
    expect(here.results.every(({ claimChanged: { claim } }) => claim.text.length > 0)).toBe(true);
    expect(here.results.some(({ claimChanged: { claim } }) => claim.text.includes('dredged'))).toBe(false);
    expect(weak.results.every(({ claimChanged: { standing } }) => standing === 'WEAK')).toBe(true);
    expect([missing.results, foreign.results]).toEqual([[], []]);
    expect(elsewhere.results.every(({ claimChanged: { previousStanding } }) => previousStanding === null)).toBe(true);
    strange.ws.terminate();
  });

  it('while the database is away tells nothing, and all of it afterwards', async () => {
    const reader = await connect(url, await room.api.token(room.viewer, 'READER'));
    const subscriptions = [
      await subscribed<Change>(reader, claimChanged()),
      await subscribed<Change>(reader, summaryChanged()),
    ] as const;
    await told(subscriptions[1], 1);
    const { database } = room.api.db;
    const read = database.readWorkspace.bind(database);
    let refused = 0;
    const refuse = (): never => {
      refused++;
      throw new DatabaseUnavailableError('no server can be written to just now');
    };
    // What is read for subscribers, or for all who ask for claims, not what finds the changes.
    const away = jest.spyOn(database, 'readWorkspace').mockImplementation(async (scope, work, options) => {
      if ((scope as Partial<Viewer>).role === 'READER') refuse();
      return await read(
        scope,
        (connection) => {
          const queryPrepared = connection.queryPrepared.bind(connection);
          connection.queryPrepared = async <R>(...[sql, params]: Parameters<typeof queryPrepared>) =>
            sql.includes('c.id = ANY($2::uuid[])') ? refuse() : await queryPrepared<R>(sql, params);
          return work(connection);
        },
        options,
      );
    });
    try {
      await room.import('night-buses', 'Buses\n\nBuses run at night.\n');
      await until('it is asked for several times', () => Promise.resolve(refused >= 4));
      expect(subscriptions.map(({ results }) => results.length)).toEqual([0, 1]);
    } finally {
      away.mockRestore();
    }
    await told(subscriptions[0], 1);
    await told(subscriptions[1], 2);
    expect(subscriptions[0].results.map((result) => result?.claimChanged.claim.text)).toEqual(['Buses run at night.']);
    expect(subscriptions.map(({ error }) => error())).toEqual([undefined, undefined]);
    reader.ws.terminate();
  });

  it('after an import tells claims that are new, and that read or stand otherwise', async () => {
    const subscription = await subscribed<Change>(socket, claimChanged());
    await room.import('trams', 'Trams\n\nTrams run at night. They cost 3 crowns.\n');
    await told(subscription, 2);
    const first = subscription.results.map(({ claimChanged: each }) => [each.claim.text, each.previousStanding]);
    expect(first).toEqual([
      ['Trams run at night.', null],
      ['They cost 3 crowns.', null],
    ]);
    expect(subscription.results[0]!.claimChanged.opened).toEqual([{ rule: { id: 'uncited-claim' } }]);
    await room.import(
      'trams',
      'Trams\n\nTrams run at night [1]. They cost 4 crowns. Nobody pays.\n\nReferences\n\n[1] Works. https://works.example/t\n',
    );
    await told(subscription, 5);
    const second = subscription.results
      .slice(2)
      .map(({ claimChanged: each }) => [each.claim.text, each.previousStanding]);
    expect(second).toEqual([
      ['Trams run at night.', 'MISSING'],
      ['They cost 4 crowns.', 'MISSING'],
      ['Nobody pays.', null],
    ]);
  });

  it('tells the first thousand claims of an event, and how many more there are', async () => {
    const subscription = await subscribed<Change>(socket, claimChanged());
    const sentences = Array.from({ length: 1_040 }, (_, i) => `Tram ${i} cost ${i + 3} crowns in ${1900 + (i % 100)}.`);
    const many = await room.import('many', `Many trams\n\n${sentences.join(' ')}\n`);
    await told(subscription, 1_000);
    await attach('Tram 7 cost', 'many', many);
    await until('what comes after is told', () =>
      Promise.resolve(subscription.results.at(-1)!.claimChanged.previousStanding !== null),
    );
    const ofImport = subscription.results.filter(({ claimChanged: { previousStanding } }) => previousStanding === null);
    expect([ofImport.length, ofImport[0]!.claimChanged.omitted]).toEqual([1_000, 40]);
  });

  it('tells a claim that was split as changed, and its part as new', async () => {
    const article = await room.import('split', 'Night boats\n\nBoats run at night and nobody pays for them.\n');
    const subscription = await subscribed<Change>(socket, claimChanged());
    const claim = await room.claim('Boats run at night', article);
    await room.change(
      'splitClaim',
      { claimId: claim.id, at: 'Boats run at night'.length },
      'claims { id } userErrors { message }',
    );
    await told(subscription, 2);
    expect(subscription.results.map(({ claimChanged: { previousStanding } }) => previousStanding)).toEqual([
      'MISSING',
      null,
    ]);
  });

  it('is told by each server, and after its connection to the database broke', async () => {
    const there = await connect(other.url, room.token);
    const [mine, theirs] = [
      await subscribed<Change>(socket, claimChanged()),
      await subscribed<Change>(there, claimChanged()),
    ];
    await room.api.db.admin(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'obelus events'`,
    );
    await attach('Repairs cost', 'c');
    await told(mine, 1);
    await told(theirs, 1);
    expect(theirs.results[0]).toEqual(mine.results[0]);
    there.ws.terminate();
  });

  it('is told once and in order to who is cut off again and again while many edit', async () => {
    const articles = await Promise.all([1, 2, 3].map((n) => room.import(`busy-${n}`)));
    const reference = await subscribed<Change>(socket, claimChanged());
    const cursorOf = ({ claimChanged: { cursor } }: Change): string => cursor;
    const seen: Change[] = [];
    let last: string | null = null;
    let cuts = 0;
    let editing = true;
    await room.change(
      'addComment',
      { claimId: (await room.claim('Nobody was hurt', articles[0])).id, text: '0' },
      'comment { id }',
    );
    await told(reference, 1);
    last = cursorOf(reference.results[0]!);

    const cutting = (async () => {
      for (;;) {
        const isLast = !editing;
        const client = await connect(cuts % 2 === 0 ? url : other.url, room.token);
        const subscription: Subscribed<Change> = client.subscribe<Change>(claimChanged(`(after: "${last}")`));
        const patience = Math.random() * 150;
        if (isLast)
          await until('all is told', () =>
            Promise.resolve(1 + seen.length + subscription.results.length >= reference.results.length),
          );
        else await new Promise((resolve) => setTimeout(resolve, patience));
        client.ws.terminate();
        expect(subscription.error()).toBeUndefined();
        seen.push(...subscription.results);
        last = seen.length > 0 ? cursorOf(seen.at(-1)!) : last;
        cuts++;
        if (isLast) return;
      }
    })();
    await Promise.all(
      articles.map(async (article, a) => {
        for (let i = 0; i < 12; i++) {
          if (i % 4 === 3)
            await room.import(
              `busy-${a + 1}`,
              `The ferry\n\nIt sailed ${i} times. It rained on day ${i}. Nobody was hurt.\n`,
            );
          else await attach('Nobody was hurt', `${a}-${i}`, article);
        }
      }),
    );
    await ordered();
    const [{ last: end } = { last: 0 }] = await room.rows<{ last: number }>('SELECT last FROM event_counter');
    await until('the reference has all', () => {
      const [, seq] = JSON.parse(Buffer.from(cursorOf(reference.results.at(-1)!), 'base64url').toString()) as [
        string,
        string,
      ];
      return Promise.resolve(Number(seq) === Number(end));
    });
    editing = false;
    await cutting;
    expect(cuts).toBeGreaterThan(3);
    expect(seen.map(cursorOf)).toEqual(reference.results.slice(1).map(cursorOf));
    expect(new Set(seen.map(cursorOf)).size).toBe(seen.length);
  });
});

describe('the cursor of a change', () => {
  const history = async (subjectId: string, after: string): Promise<{ kinds: string[]; endCursor: string }> => {
    const { history: page } = await room.ask<{
      history: { edges: { node: { kind: string } }[]; pageInfo: { endCursor: string } };
    }>(
      'query ($subjectId: ID!, $after: String) { history(subjectId: $subjectId, after: $after) { edges { node { kind } } pageInfo { endCursor } } }',
      { subjectId, after },
    );
    return { kinds: page.edges.map(({ node }) => node.kind), endCursor: page.pageInfo.endCursor };
  };

  it('goes on in the histories of the workspace, the article and the claim', async () => {
    const article = await room.import('cursors');
    const subscription = await subscribed<Change>(socket, claimChanged());
    const claim = await room.claim('Nobody was hurt', article);
    const say = (text: string) => room.change('addComment', { claimId: claim.id, text }, 'comment { id }');
    await say('one');
    await told(subscription, 1);
    const { cursor } = subscription.results[0]!.claimChanged;
    await room.import('elsewhere-2', 'Buses\n\nBuses run at night. Nobody pays.\n');
    await attach('Nobody was hurt', 'cursors', article);
    await say('two');
    await told(subscription, 5);
    await ordered();
    const workspace = id('Workspace', room.viewer.workspaceId);
    const page = await history(workspace, cursor);
    expect(page.kinds).toEqual(['article.imported', 'citation.attached', 'comment.added']);
    expect((await history(workspace, page.endCursor)).kinds).toEqual([]);
    const ofArticle = await history(id('Article', article), cursor);
    expect(ofArticle.kinds).toEqual(['citation.attached', 'comment.added']);
    expect((await history(id('Article', article), ofArticle.endCursor)).kinds).toEqual([]);
    expect((await history(claim.id, cursor)).kinds).toEqual(['citation.attached', 'comment.added']);
    // In the middle of an event, it is told again as a whole.
    const ofImport = subscription.results[1]!.claimChanged;
    expect((await history(workspace, ofImport.cursor)).kinds[0]).toBe('article.imported');
    expect((await history(id('Workspace', (await room.api.db.workspace()).workspaceId), cursor)).kinds).toEqual([]);
  });
});

describe('the client of docs/live.md', () => {
  it('misses nothing while its server is away', async () => {
    const [, code] = /```js\n([^]+?)```/.exec(readFileSync(join(process.cwd(), 'docs/live.md'), 'utf8'))!;
    const start = async (port: number): Promise<NestFastifyApplication> => {
      const app = await createServer(readConfig({ ...QUIET, DATABASE_URL: room.api.db.appUrl }), {
        database: room.api.db.database,
        prepared: null,
        close: () => Promise.resolve(),
      });
      await app.listen(port, '127.0.0.1');
      return app;
    };
    await ordered();
    const first = await start(0);
    const address = await first.getUrl();
    const client = spawn(process.execPath, ['--input-type=module', '-e', code!], {
      env: { OBELUS_URL: `${address}/graphql`, OBELUS_TOKEN: room.token },
    });
    let output = '';
    for (const stream of [client.stdout, client.stderr])
      stream.on('data', (data: Buffer) => (output += data.toString()));
    const says = (text: string) =>
      until(`it says "${text}"; it said: ${output}`, () => Promise.resolve(output.includes(text)));
    let second: NestFastifyApplication | null = null;
    try {
      await says('listening');
      await room.import('heard', 'Trams\n\nTrams run at noon.\n');
      await says('NEW -> MISSING: Trams run at noon.');
      await first.close();
      await room.import('missed', 'Buses\n\nBuses run at night.\n');
      await ordered();
      second = await start(Number(new URL(address).port));
      await room.import('later', 'Boats\n\nBoats run at dawn.\n');
      await says('Boats run at dawn.');
      const lines = output.split('\n').filter((line) => line.startsWith('NEW'));
      expect(lines.map((line) => line.replace(/.*: /, ''))).toEqual([
        'Trams run at noon.',
        'Buses run at night.',
        'Boats run at dawn.',
      ]);
    } finally {
      client.kill();
      await second?.close();
    }
  });
});

describe('summaryChanged', () => {
  interface Totals {
    summaryChanged: { claims: number };
  }

  it('tells totals as they are, and when they are others', async () => {
    const article = await room.import('totals', 'Trams\n\nTrams run at night.\n');
    const there = await connect(other.url, room.token);
    const all = await subscribed<Totals>(socket, summaryChanged());
    const one = await subscribed<Totals>(there, summaryChanged(`(articleId: "${id('Article', article)}")`));
    await told(all, 1);
    await told(one, 1);
    expect(one.results).toEqual([{ summaryChanged: { claims: 1 } }]);
    const before = all.results[0]!.summaryChanged.claims;
    await room.import('totals', 'Trams\n\nTrams run at night. Nobody pays.\n');
    await told(one, 2);
    await told(all, 2);
    expect([one.results[1]!.summaryChanged.claims, all.results[1]!.summaryChanged.claims]).toEqual([2, before + 1]);
    await room.change(
      'addComment',
      { claimId: (await room.claim('Nobody pays', article)).id, text: 'Hm' },
      'comment { id }',
    );
    await room.import('totals-2', 'Buses\n\nBuses run at night.\n');
    await told(all, 3);
    expect([one.results.length, all.results.length]).toEqual([2, 3]);
    there.ws.terminate();
  });

  it('many changes at one time are few to tell', async () => {
    const subscription = await subscribed<Totals>(socket, summaryChanged());
    await told(subscription, 1);
    const began = performance.now();
    for (let n = 0; n < 20; n++)
      await room.import('counted', `Trams\n\n${'Trams run at night. Nobody pays. '.repeat(n)}It rains.\n`);
    const end = await room.ask<{ evidenceSummary: { claims: number } }>('{ evidenceSummary { claims } }');
    await until('the end is told', () =>
      Promise.resolve(subscription.results.at(-1)!.summaryChanged.claims === end.evidenceSummary.claims),
    );
    const seconds = (performance.now() - began) / 1_000;
    expect(subscription.results.length).toBeLessThanOrEqual(2 + Math.ceil(seconds));
  });
});
