import { randomUUID } from 'node:crypto';
import { Editing } from '../../../src/editing/editing.js';
import { SourceMerges } from '../../../src/editing/merge.edits.js';
import type { MergeSourcesInput } from '../../../src/editing/merge.type.js';
import { Ripples } from '../../../src/editing/ripples.js';
import { Jobs, type JobHandler } from '../../../src/jobs/jobs.js';
import { orderEvents } from '../../support/ordering.js';
import { until } from '../../support/until.js';
import { id, openNewsroom, type Newsroom } from './newsroom.js';

/** An article whose first two sources are one; the addresses are of a host of its own. */
export const ferry = (host: string, line = 1): string => `The ferry of line ${line}

The ferry of line ${line} carried ${90 + line},000 people in 2031 [1, 2].

The trams run at night [1]. The harbour was dredged in 2029 [3].

At night the trams run [2].

At night, the trams run [3]. The county owns the ferry [2].

References

[1] Port office, "Crossings of the year", Harbour Press, 2031. https://${host}/crossings
[2] Port office, "Crossings", 2031. https://${host}/print
[3] Ada Okoro, "Who sails to Sandvik", The Sound Gazette, 2031. https://${host}/okoro
`;

export const PAYLOAD = 'source { id title doi version } job { id done total } userErrors { code message field }';
export interface Merged {
  source: { id: string; title: string; doi: string | null; version: number } | null;
  job: { id: string; done: number; total: number } | null;
  userErrors: { code: string; message: string; field: string[] }[];
}

export interface StoredSource {
  readonly uuid: string;
  readonly id: string;
  readonly version: number;
}

export interface MergingRoom extends Newsroom {
  /** Imports so many articles about ferries. */
  ferries(host: string, count: number): Promise<string[]>;
  merge(input: object): Promise<Merged>;
  /** Merges a host's printed crossings into its crossings, and waits until all is judged. */
  mergePrint(host: string, more?: object): Promise<{ kept: string; former: string; answer: Merged }>;
  source(address: string): Promise<StoredSource>;
  /** Waits for a job of the API. */
  ended(jobId: string): Promise<void>;
  /** Gives events their place in the workspace's order. */
  order(): Promise<void>;
  /** Merges as the API does, but that the job waits until it is told to go on, for so many articles at most. */
  mergeAndWait(input: MergeSourcesInput): Promise<(articles?: number) => Promise<void>>;
}

/** A server, and a process that does its jobs. */
export async function openMergingRoom(): Promise<MergingRoom> {
  const room = await openNewsroom();
  const { database } = room.api.db;
  const jobs = new Jobs(database, { jobs: 'on' }, { pollSeconds: 0.5, superviseSeconds: 1, farewellMs: 1_000 });
  new Ripples(database, jobs).onModuleInit();
  await jobs.onApplicationBootstrap();
  const source = async (address: string): Promise<StoredSource> => {
    const [row] = await room.rows<Omit<StoredSource, 'id'>>('SELECT id AS uuid, version FROM source WHERE url = $1', [
      address,
    ]);
    return { ...row!, id: id('Source', row!.uuid) };
  };
  const ended = (jobId: string): Promise<void> =>
    until('the job has ended', async () => {
      const { node } = await room.ask<{ node: { state: string } }>(
        'query ($jobId: ID!) { node(id: $jobId) { ... on Job { state } } }',
        { jobId },
      );
      return node.state === 'DONE';
    });
  const merge = (input: object): Promise<Merged> => room.change<Merged>('mergeSources', input, PAYLOAD);
  return {
    ...room,
    source,
    ended,
    merge,
    async ferries(host, count) {
      const ids: string[] = [];
      for (let i = 1; i <= count; i++) ids.push(await room.import(`${host}-${i}`, ferry(host, i)));
      return ids;
    },
    async mergePrint(host, more = {}) {
      const [kept, former] = [await source(`https://${host}/crossings`), await source(`https://${host}/print`)];
      const answer = await merge({ sourceId: kept.id, merged: [{ sourceId: former.id }], ...more });
      expect(answer.userErrors).toEqual([]);
      await ended(answer.job!.id);
      return { kept: kept.id, former: former.id, answer };
    },
    order: () => orderEvents(database),
    async mergeAndWait(input) {
      const kept: { handler?: JobHandler<unknown>; payload?: unknown } = {};
      const waiting = {
        handle: (_kind: string, handler: JobHandler<unknown>) => (kept.handler = handler),
        enqueue: (_connection: unknown, _owner: unknown, _kind: string, payload: unknown) => {
          kept.payload = payload;
          return Promise.resolve(randomUUID());
        },
      };
      const ripples = new Ripples(database, waiting as unknown as Jobs);
      ripples.onModuleInit();
      const { userErrors } = await new SourceMerges(new Editing(database), ripples).merge(room.viewer, input);
      expect(userErrors).toEqual([]);
      return async (articles = Infinity) => {
        let begun = 0;
        const throwIfAborted = (): void => {
          if (begun++ >= articles) throw new Error('the process was killed');
        };
        const run = { signal: { throwIfAborted }, from: { done: 0, position: null }, passed: () => Promise.resolve() };
        await kept.handler!(room.viewer, kept.payload, run as never);
      };
    },
    async close() {
      await jobs.onModuleDestroy();
      await room.close();
    },
  };
}
