import { jest } from '@jest/globals';
import { createClient, done, graphql, ObelusError, type Client } from '../../src/client/index.js';
import type { Rounds } from '../../src/jobs/rounds.js';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { keepOrdering } from '../support/ordering.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

let room: Newsroom;
let server: string;
let client: Client;
let ordering: Rounds;

beforeAll(async () => {
  room = await openNewsroom();
  ordering = keepOrdering(room.api.db.database);
  await room.import('ferry');
  await room.api.app.listen(0, '127.0.0.1');
  server = await room.api.app.getUrl();
  client = createClient({ server, token: room.token });
});
afterAll(async () => {
  await client.close();
  await ordering.stop();
  await room.close();
});

const CLAIMS = graphql(`
  query Claims($after: String, $filter: ClaimFilter) {
    claims(first: 2, after: $after, filter: $filter, orderBy: READING_ORDER) {
      edges {
        node {
          id
          text
          version
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const ATTACH = graphql(`
  mutation Attach($input: AttachSourceInput!) {
    attachSource(input: $input) {
      citation {
        number
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);
const CHANGES = graphql(`
  subscription Changes($after: String) {
    claimChanged(after: $after) {
      claim {
        text
      }
      cursor
    }
  }
`);
const claims = async () => {
  const all: { id: string; text: string; version: number }[] = [];
  for await (const claim of client.each(CLAIMS, {}, (data) => data.claims)) all.push(claim);
  return all;
};
const source = (n: number) => ({ title: `Report ${n}`, url: `https://reports.example/${n}` });

it('reads all pages, each row once', async () => {
  const all = await claims();
  const [counted] = await room.rows<{ count: number }>('SELECT count(*)::integer FROM claim');
  expect(all).toHaveLength(counted!.count);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

it('does a mutation once, however often it is sent with its key', async () => {
  const [claim] = await claims();
  const input = { claimId: claim!.id, source: source(0) };
  const first = await client.mutate(ATTACH, { input }, { idempotencyKey: 'once' });
  expect(await client.mutate(ATTACH, { input }, { idempotencyKey: 'once' })).toEqual(first);
  const { attachSource } = await client.mutate(ATTACH, { input });
  expect(() => done(attachSource)).toThrow('claimId: the claim cites');
});

it.each([
  [null, 'UNAUTHENTICATED', 401],
  ['no-token-of-ours', 'UNAUTHENTICATED', 401],
])('is refused with the token %s', async (token, code, status) => {
  const stranger = createClient({ server, token });
  await expect(stranger.query(CLAIMS)).rejects.toMatchObject({ name: 'ObelusError', code, status });
  const listening = (async () => {
    for await (const _ of stranger.subscribe(CHANGES));
  })();
  await expect(listening).rejects.toMatchObject({ name: 'ObelusError', code });
  await stranger.close();
});

it('is told what its role may not do', async () => {
  const reader = createClient({ server, token: await room.api.token(room.viewer, 'READER') });
  const input = { claimId: (await claims())[0]!.id, source: source(1) };
  await expect(reader.mutate(ATTACH, { input })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

/** Where the history of the workspace ends, once all that happened has its place in it. */
async function endOfHistory(): Promise<string | null> {
  await until('all events are in order', async () => {
    const [row] = await room.api.db.owner<{ open: number }>(
      'SELECT count(*)::integer AS open FROM event WHERE workspace_seq IS NULL',
    );
    return row?.open === 0;
  });
  const { viewer } = await client.query(graphql('{ viewer { workspace { id } } }'));
  const HISTORY = graphql('query ($id: ID!) { history(subjectId: $id, last: 1) { pageInfo { endCursor } } }');
  return (await client.query(HISTORY, { id: viewer!.workspace.id })).history.pageInfo.endCursor;
}

it('hears each change once and in order, over connections that break', async () => {
  const all = await claims();
  const sockets: WebSocket[] = [];
  class Watched extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols);
      sockets.push(this);
    }
  }
  const listener = createClient({ server, token: room.token, webSocket: Watched });
  const heard: { text: string; cursor: string }[] = [];
  const end = new AbortController();
  const after = await endOfHistory();
  const listening = (async () => {
    const resume = ({ claimChanged }: { claimChanged: { cursor: string } }) => ({ after: claimChanged.cursor });
    for await (const { claimChanged } of listener.subscribe(CHANGES, { after }, { resume, signal: end.signal })) {
      heard.push({ text: claimChanged.claim.text, cursor: claimChanged.cursor });
    }
  })().catch((error: unknown) => {
    if (!end.signal.aborted) throw error;
  });
  try {
    const attached: string[] = [];
    for (let n = 0; n < 6; n++) {
      const claim = all[n]!;
      done((await client.mutate(ATTACH, { input: { claimId: claim.id, source: source(100 + n) } })).attachSource);
      attached.push(claim.text);
      await until('it is heard', () => Promise.resolve(heard.some(({ text }) => text === claim.text)));
      if (n % 2 === 0) sockets.at(-1)!.close();
    }
    // A change may alter other claims as well, which are told beside it.
    const first = heard.map(({ text }) => text).filter((text, i, texts) => texts.indexOf(text) === i);
    expect(first.filter((text) => attached.includes(text))).toHaveLength(6);
    expect(new Set(heard.map(({ text, cursor }) => `${cursor} ${text}`)).size).toBe(heard.length);
    expect(sockets.length).toBeGreaterThan(2);
  } finally {
    end.abort();
    await listening;
    await listener.close();
  }
});

it('ends a subscription when its reader leaves', async () => {
  const SUMMARY = graphql('subscription { summaryChanged { claims } }');
  for await (const { summaryChanged } of client.subscribe(SUMMARY)) {
    expect(summaryChanged.claims).toBeGreaterThan(5);
    break;
  }
});

it('says that a server is not there', async () => {
  const nobody = createClient({ server: 'http://127.0.0.1:9', retries: 0 });
  await expect(nobody.query(CLAIMS)).rejects.toBeInstanceOf(ObelusError);
});
