import { readConfig } from '../../../src/config/config.js';
import { Consulting } from '../../../src/consulting/consulting.js';
import { FetchError } from '../../../src/fetching/fetch-error.js';
import { CROSSINGS, openCaptures, type CapturingRoom } from '../../capturing/support/captures.js';
import { id } from '../../editing/support/newsroom.js';
import { FakeJudge } from './fake-judge.js';

export const KEY = 'sk-very-secret-key';

export interface OpinionAnswer {
  readonly label: string;
  readonly confidence: number | null;
  readonly rationale: string;
  readonly quotes: { exact: string; start: number; end: number; snapshot: { id: string } }[];
  readonly isOfWhole: boolean;
  readonly model: string;
  readonly answeredBy: string | null;
  readonly promptVersion: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly cost: number | null;
  readonly askedBy: { name: string } | null;
  readonly isOutdated: boolean;
}

const OPINIONS = `opinions { label confidence rationale quotes { exact start end snapshot { id } } isOfWhole model answeredBy
  promptVersion inputTokens outputTokens cost askedAt askedBy { name } isOutdated }`;

export interface Wished {
  readonly citations: { id: string }[] | null;
  readonly job: { id: string } | null;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}

/** A newsroom with the ferry's article, the text of its first source, and a second judge. */
export interface ConsultedRoom extends CapturingRoom {
  readonly judge: FakeJudge;
  readonly consulting: Consulting;
  readonly articleId: string;
  readonly sourceId: string;
  /** The id of the first citation of the claim with these words. */
  citation(words: string): Promise<string>;
  opinions(citationId: string): Promise<OpinionAnswer[]>;
  wish(...citationIds: string[]): Promise<Wished>;
  /** Wishes, and waits for the job: how it ended. */
  asked(...citationIds: string[]): Promise<{ state: string; error: string | null }>;
  /** Asks by itself, once, as of now. */
  round(): Promise<unknown>;
}

const nobody = { get: () => Promise.reject(new FetchError('UNREACHABLE', 'nobody is there; try again later')) };

/** @param more settings beside a judge that is asked by nobody but the test */
export async function openConsulted(more: Record<string, string> = {}): Promise<ConsultedRoom> {
  const judge = await FakeJudge.open();
  const environment = {
    OBELUS_JUDGE_URL: judge.url,
    OBELUS_JUDGE_MODEL: 'judge-1',
    OBELUS_JUDGE_KEY: KEY,
    OBELUS_JUDGE_AUTO: 'off',
    OBELUS_JUDGE_PRICE_INPUT: '2',
    OBELUS_JUDGE_PRICE_OUTPUT: '10',
    ...more,
  };
  let consulting!: Consulting;
  const room = await openCaptures(nobody, environment, ({ api }, jobs) => [
    (consulting = new Consulting(api.db.database, jobs, readConfig(environment))),
  ]);
  const articleId = await room.import('ferry');
  const sourceId = await room.source('https://example.org/crossings');
  await room.done((await room.capture(sourceId, { content: CROSSINGS })).job);
  const wish = (...citationIds: string[]): Promise<Wished> =>
    room.change<Wished>(
      'askSecondJudge',
      { citationIds },
      'citations { id } job { id } userErrors { code message field }',
    );
  return {
    ...room,
    judge,
    consulting,
    articleId,
    sourceId,
    async citation(words) {
      const claim = await room.claim(words, articleId);
      const [row] = await room.rows<{ id: string }>(
        'SELECT id FROM citation WHERE claim_id = $1 ORDER BY ordinal LIMIT 1',
        [claim.uuid],
      );
      return id('Citation', row!.id);
    },
    async opinions(citationId) {
      const { node } = await room.ask<{ node: { opinions: OpinionAnswer[] } }>(
        `query ($id: ID!) { node(id: $id) { ... on Citation { ${OPINIONS} } } }`,
        { id: citationId },
      );
      return node.opinions;
    },
    wish,
    async asked(...citationIds) {
      const { job, userErrors } = await wish(...citationIds);
      expect(userErrors).toEqual([]);
      return await room.done(job);
    },
    round: () => consulting.round(new Date(Date.now() + 1_000), new AbortController().signal),
    async close() {
      await room.close();
      await judge.close();
    },
  };
}
