import type { OnModuleInit } from '@nestjs/common';
import { Captures } from '../../../src/capturing/captures.js';
import { Comparing } from '../../../src/capturing/comparing.js';
import { Editing } from '../../../src/editing/editing.js';
import { Ripples } from '../../../src/editing/ripples.js';
import type { Fetcher } from '../../../src/fetching/fetcher.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { id, openNewsroom, type Newsroom } from '../../editing/support/newsroom.js';
import { sourceReadingPool } from '../../support/reading-pool.js';
import { until } from '../../support/until.js';

/** What the port office's page says: the first claim of the ferry's article, and its quote. */
export const CROSSINGS = `The ferry crossed the sound 412 times in 2031, the port office says.

${'Every crossing takes forty minutes, and the boat leaves from the old quay whatever the weather is. '.repeat(20).trim()}

“Nobody counted the crossings before,” said the harbour master.`;

export interface CapturePayload {
  readonly snapshot: {
    readonly id: string;
    readonly hash: string;
    readonly title: string | null;
    readonly mediaType: string;
    readonly extent: string;
    readonly complete: boolean;
    readonly cautions: string[];
    readonly wordCount: number;
    readonly text: string;
  } | null;
  readonly isNew: boolean | null;
  readonly source: { readonly version: number } | null;
  readonly job: { readonly id: string } | null;
  readonly userErrors: { readonly code: string; readonly message: string; readonly field: string[] | null }[];
}

/** A newsroom whose jobs of captures are done, by whoever fetches. */
export interface CapturingRoom extends Newsroom {
  readonly comparing: Comparing;
  readonly ripples: Ripples;
  /** The global id of the source at this address. */
  source(url: string): Promise<string>;
  capture(sourceId: string, input: Record<string, unknown>): Promise<CapturePayload>;
  /** Waits for a job, and those that it asks for: how the first ended. */
  done(job: { readonly id: string } | null): Promise<{ readonly state: string; readonly error: string | null }>;
  /** Rules and standings of what is open, by claim. */
  findings(articleId: string): Promise<string[]>;
}

/**
 * @param environment settings of the server
 * @param more does further jobs
 */
export async function openCaptures(
  fetcher: Pick<Fetcher, 'get'>,
  environment: Record<string, string> = {},
  more: (room: Newsroom, jobs: Jobs) => readonly OnModuleInit[] = () => [],
): Promise<CapturingRoom> {
  const room = await openNewsroom(environment);
  const { database } = room.api.db;
  const pool = sourceReadingPool();
  const jobs = new Jobs(database, { jobs: 'on' }, { pollSeconds: 0.5, superviseSeconds: 1, farewellMs: 1_000 });
  const ripples = new Ripples(database, jobs);
  const comparing = new Comparing(database, jobs, pool);
  const captures = new Captures(database, new Editing(database), ripples, comparing, pool, fetcher, jobs);
  for (const each of [ripples, comparing, captures, ...more(room, jobs)]) void each.onModuleInit();
  await jobs.onApplicationBootstrap();
  return {
    ...room,
    comparing,
    ripples,
    async source(url) {
      const [row] = await room.rows<{ id: string }>('SELECT id FROM source WHERE url = $1', [url]);
      return id('Source', row!.id);
    },
    capture: (sourceId, input) =>
      room.change<CapturePayload>(
        'captureSnapshot',
        { sourceId, ...input },
        `snapshot { id hash title mediaType extent complete cautions wordCount text } isNew source { version } job { id }
         userErrors { code message field }`,
      ),
    async done(job) {
      if (!job?.id) return { state: 'DONE', error: null };
      const ended = async () => {
        const open = await room.rows('SELECT 1 FROM job WHERE state IN (1, 2)');
        const { node } = await room.ask<{ node: { state: string; error: string | null } }>(
          'query ($id: ID!) { node(id: $id) { ... on Job { state error } } }',
          { id: job!.id },
        );
        return open.length === 0 ? node : null;
      };
      let found: Awaited<ReturnType<typeof ended>> = null;
      await until('the jobs are done', async () => (found = await ended()) !== null);
      return found!;
    },
    async findings(articleId) {
      const rows = await room.rows<{ rule: string; text: string | null }>(
        `SELECT f.rule, left(t.text, 12) AS text FROM finding f
         LEFT JOIN claim c ON c.workspace_id = f.workspace_id AND c.id = f.claim_id LEFT JOIN claim_text t ON t.workspace_id = c.workspace_id AND t.claim_id = c.id AND t.first_revision = c.text_revision
         WHERE f.article_id = $1 AND f.state <> 2 ORDER BY 1, 2`,
        [articleId],
      );
      return rows.map(({ rule, text }) => `${rule} ${text ?? ''}`.trim());
    },
    async close() {
      await jobs.onModuleDestroy();
      await pool.onApplicationShutdown();
      await room.close();
    },
  };
}
