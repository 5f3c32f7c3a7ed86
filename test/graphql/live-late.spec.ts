import { jest } from '@jest/globals';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { orderEvents } from '../support/ordering.js';
import { until } from '../support/until.js';
import { connect, listen, type TestSocket } from './support/socket.js';

jest.setTimeout(60_000);

interface Change {
  claimChanged: {
    claim: { id: string; text: string };
    previousStanding: string | null;
    standing: string;
    position: number;
  };
}

let room: Newsroom;
let socket: TestSocket;

beforeEach(async () => {
  room = await openNewsroom();
  socket = await connect(await listen(room.api.app), room.token);
});
afterEach(async () => {
  socket.ws.terminate();
  await room.close();
});

async function cursor(): Promise<string> {
  const { viewer } = await room.ask<{ viewer: { workspace: { historyCursor: string } } }>(
    '{ viewer { workspace { historyCursor } } }',
  );
  return viewer.workspace.historyCursor;
}

/** What is told of everything after a cursor. */
async function caughtUp(after: string, count: number, standings = ''): Promise<Change['claimChanged'][]> {
  const subscription = socket.subscribe<Change>(
    `subscription { claimChanged(after: "${after}"${standings}) { claim { id text } previousStanding standing position } }`,
  );
  await until('all is told', () => Promise.resolve(subscription.results.length >= count));
  subscription.end();
  return subscription.results.map(({ claimChanged }) => claimChanged);
}

const said = ({ claim, previousStanding, standing }: Change['claimChanged']): unknown[] => [
  claim.text,
  previousStanding,
  standing,
];

describe('who comes late', () => {
  it('is told from the beginning of a workspace in which nothing had happened', async () => {
    const beginning = await cursor();
    await room.import('trams', 'Trams\n\nTrams run at night.\n');
    await orderEvents(room.api.db.database);
    const changes = await caughtUp(beginning, 1);
    expect(changes.map(said)).toEqual([['Trams run at night.', null, 'MISSING']]);
    expect(changes[0]!.position).toBe(1);
    const workspace = id('Workspace', room.viewer.workspaceId);
    const { history } = await room.ask<{ history: { edges: { node: { kind: string; position: number } }[] } }>(
      'query ($id: ID!, $after: String) { history(subjectId: $id, after: $after) { edges { node { kind position } } } }',
      { id: workspace, after: beginning },
    );
    expect(history.edges.map(({ node }) => node)).toEqual([{ kind: 'article.imported', position: 1 }]);
    expect(await cursor()).not.toBe(beginning);
  });

  it('is told how a claim stood then, and by that whether it is wanted', async () => {
    const beginning = await cursor();
    const article = await room.import('trams', 'Trams\n\nTrams run at night.\n');
    const claim = await room.claim('Trams run', article);
    await room.change('addComment', { claimId: claim.id, text: 'Really?' }, 'comment { id }');
    const source = { title: 'Timetable', url: 'https://trams.example/timetable' };
    await room.change('attachSource', { claimId: claim.id, source }, 'userErrors { message }');
    await room.change('addComment', { claimId: claim.id, text: 'Yes.' }, 'comment { id }');
    await room.import('trams', 'Trams\n\nTrams run at night.\n\nNobody pays.\n');
    await orderEvents(room.api.db.database);
    const told = await caughtUp(beginning, 5);
    const { standing } = told[2]!;
    expect(standing).not.toBe('MISSING');
    expect(told.slice(0, 4).map((each) => said(each).slice(1))).toEqual([
      [null, 'MISSING'],
      ['MISSING', 'MISSING'],
      ['MISSING', standing],
      [standing, standing],
    ]);
    const missing = await caughtUp(beginning, 2, ', standings: [MISSING]');
    expect(missing.slice(0, 2)).toEqual(told.slice(0, 2));
  });

  it('is told of claims that are gone by now, and of parts that were split off when they were', async () => {
    const beginning = await cursor();
    const article = await room.import('boats', 'Boats\n\nBoats run at night and nobody pays for them. Rain fell.\n');
    const claim = await room.claim('Boats run at night', article);
    await room.change('splitClaim', { claimId: claim.id, at: 'Boats run at night'.length }, 'userErrors { message }');
    await room.import('boats', 'Boats\n\nBoats run at night and nobody pays for them.\n');
    await orderEvents(room.api.db.database);
    const told = await caughtUp(beginning, 4);
    expect(told.map(({ position, previousStanding }) => [position, previousStanding]).slice(0, 4)).toEqual([
      [1, null],
      [1, null],
      [2, 'MISSING'],
      [2, null],
    ]);
    expect(told[1]!.claim.text).toBe('Rain fell.');
  });
});
