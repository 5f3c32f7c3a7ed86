import { v7 as uuid } from 'uuid';
import type { RequestError } from '../../graphql/request-error.js';
import { EVENTS_AT_ONCE } from './change-events.js';
import { ChangeFeed } from './change-feed.js';
import {
  fromChangeCursor,
  toChangeCursor,
  type ChangePlace,
  type ClaimChange,
  type EventChanges,
} from './claim-change.js';
import { ClaimChangeStream, type ChangeFilter } from './claim-change-stream.js';

const ALL: ChangeFilter = { articleUuid: null, standings: null };

/** A workspace whose events are made up. */
class Workspace {
  readonly events: EventChanges[] = [];
  reads = 0;
  broken = false;
  readonly feed = new ChangeFeed({
    events: (after) => this.read(after),
    last: () => Promise.resolve(this.events.length),
  });

  /** One event more, that changed so many claims. */
  happen(claims: number, articleUuid = 'article', standing: ClaimChange['standing'] = 'WEAK'): void {
    const seq = this.events.length + 1;
    const ids = Array.from({ length: claims }, () => uuid()).sort();
    const changes = ids.map((claimUuid, i): ClaimChange => ({
      ...{ claimUuid, articleUuid, previousStanding: 'MISSING', standing, opened: [], fixed: [] },
      ...{ at: new Date(0), position: seq, omitted: 0 },
      place: i === claims - 1 ? { seq, claim: null } : { seq: seq - 1, claim: claimUuid },
    }));
    this.events.push({ seq, kind: 'claim.updated', articleUuid, changes });
  }

  read(after: number): Promise<EventChanges[]> {
    this.reads++;
    if (this.broken) return Promise.reject(new Error('no database'));
    return Promise.resolve(this.events.slice(after, after + EVENTS_AT_ONCE));
  }

  subscribe(from: ChangePlace = this.feed.now, filter = ALL): ClaimChangeStream {
    return new ClaimChangeStream({ feed: this.feed, release: () => undefined }, from, filter, (after) =>
      this.read(after),
    );
  }

  /** @param from of a list of event numbers, all claims in order */
  claims(from: number, to = this.events.length): string[] {
    return this.events.slice(from - 1, to).flatMap(({ changes }) => changes.map(({ claimUuid }) => claimUuid));
  }
}

async function take(stream: ClaimChangeStream, count: number): Promise<ClaimChange[]> {
  const told: ClaimChange[] = [];
  while (told.length < count) {
    const { value } = await stream.next();
    told.push(...(value as readonly ClaimChange[]));
  }
  return told;
}

const idsOf = (changes: readonly ClaimChange[]): string[] => changes.map(({ claimUuid }) => claimUuid);

async function opened(): Promise<Workspace> {
  const workspace = new Workspace();
  workspace.happen(2);
  await workspace.feed.open();
  return workspace;
}

describe('a stream of changes', () => {
  it('begins with what happens from then on, and waits for it', async () => {
    const workspace = await opened();
    const stream = workspace.subscribe();
    const told = take(stream, 253);
    for (const claims of [0, 250, 0, 3]) workspace.happen(claims);
    workspace.feed.advance();
    expect(idsOf(await told)).toEqual(workspace.claims(2));
  });

  it('goes on behind any change, though that is no longer kept', async () => {
    const workspace = await opened();
    for (let i = 0; i < 30; i++) workspace.happen(i % 7);
    workspace.feed.advance();
    const all = workspace.claims(1);
    const first = await take(workspace.subscribe({ seq: 0, claim: null }), all.length);
    expect(idsOf(first)).toEqual(all);
    for (const [i, { place }] of first.slice(0, -1).entries()) {
      expect(fromChangeCursor(toChangeCursor(place))).toEqual(place);
      expect(idsOf(await take(workspace.subscribe(place), all.length - i - 1))).toEqual(all.slice(i + 1));
    }
  });

  it('tells what is asked for only', async () => {
    const workspace = await opened();
    const streams = [
      workspace.subscribe(undefined, { articleUuid: 'mine', standings: null }),
      workspace.subscribe(undefined, { articleUuid: null, standings: new Set(['CITED']) }),
    ];
    workspace.happen(2, 'mine');
    workspace.happen(3, 'theirs', 'CITED');
    workspace.happen(1, 'mine', 'CITED');
    workspace.feed.advance();
    expect(idsOf(await take(streams[0]!, 3))).toEqual([...workspace.claims(2, 2), ...workspace.claims(4, 4)]);
    expect(idsOf(await take(streams[1]!, 4))).toEqual([...workspace.claims(3, 3), ...workspace.claims(4, 4)]);
  });

  it('that is not taken holds up nobody, keeps nothing, and ends; its place can be gone on from', async () => {
    const workspace = await opened();
    const [slow, quick] = [workspace.subscribe(), workspace.subscribe()];
    workspace.happen(1);
    workspace.feed.advance();
    const [last] = await take(slow, 1);
    await take(quick, 1);
    for (let i = 0; i < 25; i++) {
      workspace.happen(1_000);
      workspace.feed.advance();
      await take(quick, 1_000);
    }
    await expect(slow.next()).rejects.toMatchObject({ code: 'SUBSCRIBER_TOO_SLOW' } satisfies Partial<RequestError>);
    const kept = workspace.feed.after({ seq: 20, claim: null })!;
    expect(kept.flatMap(({ changes }) => changes).length).toBeLessThanOrEqual(10_000);
    expect(workspace.feed.after({ seq: 2, claim: null })).toBeNull();
    const again = await take(workspace.subscribe(last!.place), 25_000);
    expect(idsOf(again)).toEqual(workspace.claims(3));
  });

  it('ends when it is waited for', async () => {
    const workspace = await opened();
    const stream = workspace.subscribe();
    const next = stream.next();
    await stream.return();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});

describe('a feed', () => {
  it('is read once for all who listen', async () => {
    const workspace = await opened();
    const streams = Array.from({ length: 1_000 }, () => workspace.subscribe());
    const told = Promise.all(streams.map((stream) => take(stream, 3)));
    workspace.happen(3);
    workspace.feed.advance();
    expect(new Set((await told).flatMap(idsOf)).size).toBe(3);
    expect(workspace.reads).toBe(1);
  });

  it('goes on when the database is back', async () => {
    const workspace = await opened();
    const told = take(workspace.subscribe(), 1);
    workspace.broken = true;
    workspace.happen(1);
    workspace.feed.advance();
    await new Promise((resolve) => setTimeout(resolve, 10));
    workspace.broken = false;
    expect(idsOf(await told)).toEqual(workspace.claims(2));
  });
});
