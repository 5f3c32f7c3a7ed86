import { EVENT_PROPERTIES } from '../../../src/events/event-words.js';
import { recountArticle, type Drift } from '../../../src/editing/recount.js';
import { ENTITIES } from '../../../src/entities.js';
import { toGlobalId, type NodeType } from '../../../src/graphql/global-id.js';
import { importerOf } from '../../support/importer.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { startApi, type Answer, type TestApi } from '../../graphql/support/api.js';
import { sourceReadingPool } from '../../support/reading-pool.js';
import type { TestViewer } from '../../support/test-database.js';

/** An article with claims in all the ways that tests of editing need. */
export const FERRY = `The Sandvik ferry

The ferry crossed the sound 412 times in 2031 [1]. It carried 90,000 people [1, 2].

Crossings

The ferry crosses the sound at night, unless it rains [3]. Repairs cost two million crowns [7, 8]. Nobody was hurt. The harbour was dredged in 2029 [7].

The county pays half of it. The county owns the ferry [2].

References

[1] Port office, "Crossings of the year", 2031. https://example.org/crossings
[2] Ada Okoro, "Who sails to Sandvik", The Sound Gazette, 2031. https://example.org/okoro
[3] Harbour rules.
`;

export interface ClaimRow {
  readonly uuid: string;
  readonly id: string;
  readonly standing: number;
  readonly rank: number;
  readonly version: number;
  readonly dueAt: Date | null;
}

/** A server, and articles in a workspace of it. */
export interface Newsroom {
  readonly api: TestApi;
  readonly viewer: TestViewer;
  readonly token: string;
  /** Imports an article; its UUID. */
  import(slug: string, content?: string, viewer?: TestViewer): Promise<string>;
  rows<R = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<R[]>;
  /** The claim with these words. */
  claim(words: string, articleId?: string): Promise<ClaimRow>;
  /** Asks with the administrator's token; there must be no errors at the top. */
  ask<T = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** What a mutation answers. */
  change<T>(mutation: string, input: unknown, selection: string): Promise<T>;
  drift(articleId: string): Promise<Drift[] | null>;
  close(): Promise<void>;
}

export const id = (type: NodeType, uuid: string): string => toGlobalId(type, uuid);

/** `mutation ($input: XInput!) { x(input: $input) { … } }`. */
export const mutationOf = (name: string, selection: string): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`;

/** @param environment settings of the server */
export async function openNewsroom(environment: Record<string, string> = {}): Promise<Newsroom> {
  const api = await startApi(environment, { entities: ENTITIES, poolSize: 8 });
  const viewer = await api.db.workspace();
  const token = await api.token(viewer);
  const pool = sourceReadingPool();
  const importer = importerOf(api.db.database, pool, new Jobs(api.db.database, { jobs: 'off' }));
  const rows: Newsroom['rows'] = (sql, params = []) =>
    api.db.database.readWorkspace(viewer, (connection) => connection.query(sql, params));
  const ask = async <T>(query: string, variables?: Record<string, unknown>): Promise<T> => {
    const answer: Answer<T> = await api.ask<T>(token, query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data!;
  };
  return {
    api,
    viewer,
    token,
    rows,
    ask,
    async import(slug, content = FERRY, whose = viewer) {
      const { articleId, userErrors } = await importer.run(whose, { slug, content, format: 'TEXT' });
      expect(userErrors).toEqual([]);
      return articleId!;
    },
    async claim(words, articleId) {
      const [row] = await rows<Omit<ClaimRow, 'id'>>(
        `SELECT c.id AS uuid, c.standing, c.rank, c.version, c.due_at AS "dueAt"
         FROM claim c JOIN claim_text t ON t.workspace_id = c.workspace_id AND t.claim_id = c.id
         WHERE t.text LIKE $1 AND c.gone_in IS NULL AND ($2::uuid IS NULL OR c.article_id = $2)`,
        [`%${words}%`, articleId ?? null],
      );
      return { ...row!, id: id('Claim', row!.uuid) };
    },
    async change<T>(name: string, input: unknown, selection: string) {
      return (await ask<Record<string, T>>(mutationOf(name, selection), { input }))[name]!;
    },
    drift: (articleId) =>
      api.db.database.withWorkspace(viewer, (connection) =>
        recountArticle(connection, viewer, articleId, new Date(), false),
      ),
    async close() {
      const told = await api.db.owner<{ property: string }>(
        `SELECT DISTINCT jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) AS property FROM event`,
      );
      // Whoever shows events has words for what is listed.
      expect(EVENT_PROPERTIES).toEqual(expect.arrayContaining(told.map(({ property }) => property)));
      await pool.onApplicationShutdown();
      await api.close();
    },
  };
}
