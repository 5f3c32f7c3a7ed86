import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { importerOf } from '../support/importer.js';
import type { ImportArticle, ImportResult } from '../../src/importing/import-article.js';
import type { ImportArticleData } from '../../src/importing/import-input.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { judgeArticle } from '../../src/judging/judge.js';
import { createRuleset } from '../../src/judging/ruleset.js';
import { readArticle } from '../../src/reading/read-article.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

let db: TestDatabase;
let pool: ReadingPool;
let jobs: Jobs;
let importer: ImportArticle;
let viewer: TestViewer;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 8 });
  pool = sourceReadingPool();
  jobs = worker();
  importer = importerOf(db.database, pool, jobs);
  importer.onModuleInit();
  await jobs.onApplicationBootstrap();
});
afterAll(async () => {
  await jobs.onModuleDestroy();
  await pool.onApplicationShutdown();
  await db.drop();
});
const worker = (): Jobs =>
  new Jobs(db.database, { jobs: 'on' }, { pollSeconds: 0.5, superviseSeconds: 1, farewellMs: 1_000 });
beforeEach(async () => {
  viewer = await db.workspace();
});

const TEXT = `The Sandvik ferry

The ferry crossed the sound 412 times in 2031 [1]. It carried 90,000 people [1, 2].

Repairs cost two million crowns [7]. Nobody was hurt.

References

[1] Port office, "Crossings of the year", 2031. https://example.org/crossings
[2] Ada Okoro, "Who sails to Sandvik", The Sound Gazette, 2031. https://example.org/okoro
`;

async function imported(data: Partial<ImportArticleData> = {}): Promise<{ articleId: string; revisionId: string }> {
  const result = await importer.run(viewer, { slug: 'ferry', content: TEXT, format: 'TEXT', ...data });
  expect(result.userErrors).toEqual([]);
  return { articleId: result.articleId!, revisionId: result.revisionId! };
}

/** Rows of the viewer's workspace, as the program sees them. */
const rows = <R = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> =>
  db.database.readWorkspace(viewer, (c) => c.query<R>(sql, params));

describe('importing an article', () => {
  it('stores what was read and judged', async () => {
    const { articleId, revisionId } = await imported({
      desk: ' City  desk ',
      url: 'HTTPS://example.com',
      publishedAt: '2031-05-06',
    });
    const article = readArticle(TEXT, { format: 'TEXT' });
    const judgement = judgeArticle(article, { ruleset: createRuleset(), now: new Date() });

    expect(
      await rows('SELECT id, slug, title, url, desk, published_at, version, revision, event_seq FROM article'),
    ).toEqual([
      {
        id: articleId,
        slug: 'ferry',
        title: 'The Sandvik ferry',
        url: 'https://example.com/',
        desk: 'City desk',
        published_at: new Date('2031-05-06T00:00:00Z'),
        version: 1,
        revision: 1,
        event_seq: 1,
      },
    ]);
    expect(await rows('SELECT id, number, content FROM revision')).toEqual([
      { id: revisionId, number: 1, content: TEXT },
    ]);
    const claims = await rows(
      `SELECT c.ordinal, t.text, t.line, t.exact, c.rank, c.checkable FROM claim c
       JOIN claim_text t ON t.workspace_id = c.workspace_id AND t.claim_id = c.id AND t.last_revision IS NULL ORDER BY c.ordinal`,
    );
    expect(claims).toEqual(
      article.claims.map((claim, i) => ({
        ordinal: claim.ordinal,
        text: claim.text,
        line: claim.line,
        exact: TEXT.slice(claim.span.start, claim.span.end),
        rank: judgement.claims[i]!.rank,
        checkable: claim.checkable,
      })),
    );
    const citations = await rows<{ ordinal: number; label: string; resolved: boolean }>(
      `SELECT c.ordinal, r.label, r.source_id IS NOT NULL AS resolved FROM citation z
       JOIN claim c ON c.workspace_id = z.workspace_id AND c.id = z.claim_id JOIN reference r ON r.workspace_id = z.workspace_id AND r.id = z.reference_id ORDER BY c.ordinal, z.ordinal`,
    );
    expect(citations).toEqual(
      article.claims.flatMap(({ ordinal, citations: own }) =>
        own.map(({ label, source }) => ({ ordinal, label, resolved: source !== null })),
      ),
    );
    expect(citations.map(({ label, resolved }) => [label, resolved])).toContainEqual(['7', false]);
    const findings = await rows<{ rule: string; fingerprint: string }>('SELECT rule, fingerprint FROM finding');
    expect(findings.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      judgement.findings.map(({ fingerprint }) => fingerprint).sort(),
    );
    expect(await rows('SELECT count(*) AS n FROM marker')).toEqual([{ n: article.markers.length }]);
    expect(await rows('SELECT claims, checkable, missing, errors, by_rule FROM article_tally')).toEqual([
      {
        claims: judgement.summary.claims,
        checkable: judgement.summary.checkable,
        missing: judgement.summary.byStanding.MISSING,
        errors: judgement.summary.bySeverity.ERROR,
        by_rule: judgement.summary.byRule,
      },
    ]);
    expect(await rows('SELECT seq, kind, subject_id, actor_id, before, after FROM event')).toEqual([
      {
        seq: 1,
        kind: 'article.imported',
        subject_id: articleId,
        actor_id: viewer.memberId,
        before: null,
        after: { revision: 1, title: 'The Sandvik ferry', byStanding: judgement.summary.byStanding },
      },
    ]);
  });

  it('stores every sample article', async () => {
    const folder = join(process.cwd(), 'test/fixtures/articles');
    const files = ['cape-orrin-desalination.md', 'cape-orrin-desalination.html'].map((name) => join(folder, name));
    for (const [i, file] of files.entries()) {
      await imported({ slug: `sample-${i}`, content: readFileSync(file, 'utf8'), format: null });
    }
    const [count] = await rows<{ n: number; formats: number[] }>(
      'SELECT count(*) AS n, array_agg(format ORDER BY format) AS formats FROM revision',
    );
    expect(count).toEqual({ n: 2, formats: [2, 3] });
  });

  it('makes a new revision of a slug that is there, in which claims, references and findings go on', async () => {
    const first = await imported({ desk: 'City' });
    const [waitedSince] = await rows<{ first_seen_at: Date }>(
      "SELECT first_seen_at FROM finding WHERE rule = 'uncited-claim'",
    );
    const second = await imported({
      content: TEXT.replace('Nobody was hurt.', 'Nobody was hurt. Fares rose by 4 % [2].'),
    });
    expect(second.articleId).toBe(first.articleId);
    expect(await rows('SELECT version, revision, event_seq, desk FROM article')).toEqual([
      { version: 2, revision: 2, event_seq: 2, desk: 'City' },
    ]);
    const [state] = await rows(
      `SELECT count(*) FILTER (WHERE gone_in = 2) > 0 AS gone, count(*) FILTER (WHERE gone_in IS NULL) AS standing FROM claim`,
    );
    expect(state).toEqual({ gone: false, standing: readArticle(TEXT, { format: 'TEXT' }).claims.length + 1 });
    expect(await rows('SELECT DISTINCT first_revision, last_revision FROM claim_text ORDER BY 1')).toEqual([
      { first_revision: 1, last_revision: null },
      { first_revision: 2, last_revision: null },
    ]);
    expect(await rows('SELECT label, gone_in FROM reference ORDER BY gone_in, number')).toEqual([
      ...['1', '2', '7'].map((label) => ({ label, gone_in: null })),
    ]);
    const [open] = await rows(
      `SELECT o.n, o.since, t.tally FROM (SELECT count(*) AS n, min(first_seen_at) AS since FROM finding WHERE state = 1) o
       CROSS JOIN (SELECT sum(value::integer) AS tally FROM article_tally, jsonb_each(by_rule)) t`,
    );
    expect(open).toMatchObject({ since: waitedSince!.first_seen_at });
    expect(open!.n).toBe(open!.tally);
    expect(await rows('SELECT count(*) AS n FROM finding WHERE fixed_at IS NOT NULL')).toEqual([{ n: 0 }]);
    expect(await rows('SELECT count(*) AS n FROM source')).toEqual([{ n: 2 }]);
    expect(await rows('SELECT seq, before FROM event ORDER BY seq')).toEqual([
      { seq: 1, before: null },
      { seq: 2, before: { revision: 1 } },
    ]);
  });

  it('makes revisions in order of imports at the same time', async () => {
    const texts = Array.from({ length: 8 }, (_, i) => `${TEXT}\nVersion ${i} of it.\n`);
    const results = await Promise.all(texts.map((content) => importer.run(viewer, { slug: 'ferry', content })));
    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(results.map(({ articleId }) => articleId)).size).toBe(1);
    const revisions = await rows<{ id: string; number: number }>('SELECT id, number FROM revision ORDER BY number');
    expect(revisions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(revisions.map(({ id }) => id).sort()).toEqual(results.map(({ revisionId }) => revisionId).sort());
    expect(await rows('SELECT version, revision, event_seq FROM article')).toEqual([
      { version: 8, revision: 8, event_seq: 8 },
    ]);
    expect(await rows('SELECT seq FROM event ORDER BY seq')).toEqual(revisions.map(({ number }) => ({ seq: number })));
    const [current] = await rows(
      `SELECT count(*) AS n, count(DISTINCT ordinal) AS ordinals FROM claim WHERE gone_in IS NULL`,
    );
    expect(current!.n).toBe(current!.ordinals);
  });

  it('shares sources between articles imported at the same time', async () => {
    const slugs = ['a', 'b', 'c', 'd', 'e', 'f'];
    const results = await Promise.all(slugs.map((slug) => importer.run(viewer, { slug, content: TEXT })));
    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await rows('SELECT count(*) AS n FROM source')).toEqual([{ n: 2 }]);
    expect(await rows('SELECT count(*) AS n FROM reference WHERE source_id IS NOT NULL')).toEqual([{ n: 12 }]);
  });

  it("judges with the workspace's own rules and records", async () => {
    await imported({ slug: 'first' });
    await db.database.withWorkspace(viewer, async (c) => {
      await c.query(`UPDATE workspace SET ruleset = '{"rules": {"uncited-claim": {"severity": "OFF"}}}'`);
      await c.query(`UPDATE source SET retracted_at = now(), retraction_reason = 'made up', version = version + 1
        WHERE url LIKE '%crossings'`);
    });
    await imported({ slug: 'second' });
    const found = await rows<{ rule: string }>(
      `SELECT DISTINCT f.rule FROM finding f JOIN article a ON a.workspace_id = f.workspace_id AND a.id = f.article_id WHERE a.slug = 'second'`,
    );
    const names = found.map(({ rule }) => rule);
    expect(names).toContain('retracted-source');
    expect(names).not.toContain('uncited-claim');
  });

  it('judges again when a rule changes while it judges', async () => {
    const judge = pool.judge.bind(pool);
    let judged = 0;
    const spy = jest.spyOn(pool, 'judge').mockImplementation(async (task) => {
      if (judged++ === 0) {
        await db.database.withWorkspace(viewer, (c) =>
          c.query(`UPDATE workspace SET ruleset = '{"rules": {"uncited-claim": {"severity": "OFF"}}}'`),
        );
      }
      return await judge(task);
    });
    await imported();
    spy.mockRestore();
    expect(judged).toBe(2);
    expect(await rows("SELECT count(*) AS n FROM finding WHERE rule = 'uncited-claim'")).toEqual([{ n: 0 }]);
    expect(await rows('SELECT count(*) AS n FROM revision')).toEqual([{ n: 1 }]);
  });

  it('judges again when a publisher of its sources is rated while it judges', async () => {
    await imported({ slug: 'first' });
    const judge = pool.judge.bind(pool);
    let judged = 0;
    const spy = jest.spyOn(pool, 'judge').mockImplementation(async (task) => {
      if (judged++ === 0) {
        await db.database.withWorkspace(viewer, (c) =>
          c.query('UPDATE publisher SET reliability = 5, version = version + 1'),
        );
      }
      return await judge(task);
    });
    await imported({ slug: 'second' });
    spy.mockRestore();
    expect(judged).toBe(2);
    const found =
      await rows(`SELECT 1 FROM finding f JOIN article a ON a.workspace_id = f.workspace_id AND a.id = f.article_id
      WHERE a.slug = 'second' AND f.rule IN ('unreliable-source', 'unrated-source')`);
    expect(found.length).toBeGreaterThan(0);
  });

  it('keeps a waiver of what is found again', async () => {
    const { articleId } = await imported();
    await db.database.withWorkspace(viewer, (c) =>
      c.query(
        `INSERT INTO waiver (workspace_id, id, article_id, fingerprint, reason, created_by, created_at)
         SELECT workspace_id, gen_random_uuid(), article_id, fingerprint, 'as agreed', $1, now() FROM finding
         WHERE rule = 'uncited-claim' AND article_id = $2`,
        [viewer.memberId, articleId],
      ),
    );
    await imported();
    expect(await rows("SELECT state FROM finding WHERE rule = 'uncited-claim' AND fixed_at IS NULL")).toEqual([
      { state: 3 },
    ]);
    expect(await rows('SELECT waived FROM article_tally')).toEqual([{ waived: 1 }]);
  });

  it('compares versions', async () => {
    const wrong = async (expectedVersion: number, slug = 'ferry'): Promise<ImportResult> =>
      await importer.run(viewer, { slug, content: TEXT, expectedVersion });
    expect((await wrong(3)).userErrors).toEqual([
      {
        code: 'CONFLICT',
        field: ['expectedVersion'],
        message: 'there is no article "ferry", not at version 3; look at it again, then import with its version',
      },
    ]);
    expect((await wrong(0)).userErrors).toEqual([]);
    expect((await wrong(0)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await wrong(1)).userErrors).toEqual([]);
    const both = await Promise.all([wrong(2), wrong(2)]);
    expect(both.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await rows('SELECT version FROM article')).toEqual([{ version: 3 }]);
  });
});

describe('a long import', () => {
  const long = `${TEXT}\n${'The pier was painted green in 1998 [1]. '.repeat(26_000)}`;

  const allEnded = (): Promise<void> =>
    until('no job is under way', async () => (await rows('SELECT FROM job WHERE state IN (1, 2)')).length === 0);

  it('answers with a job that reports its progress', async () => {
    const result = await importer.run(viewer, { slug: 'long', content: long });
    expect(result).toMatchObject({ articleId: null, userErrors: [] });
    expect(await rows('SELECT id, kind, total FROM job')).toEqual([{ id: result.jobId, kind: 'import', total: 3 }]);
    await allEnded();
    expect(await rows('SELECT state, done, error FROM job')).toEqual([{ state: 3, done: 3, error: null }]);
    expect(await rows('SELECT FROM job_input')).toEqual([]);
    expect(await rows('SELECT claims > 20000 AS many FROM article_tally')).toEqual([{ many: true }]);
  });

  it('says in the job what the caller did wrong', async () => {
    await importer.run(viewer, { slug: 'long', content: long, expectedVersion: 9 });
    await allEnded();
    expect(await rows('SELECT state, error FROM job')).toEqual([
      { state: 4, error: expect.stringContaining('there is no article "long"') as string },
    ]);
    expect(await rows('SELECT count(*) AS n FROM article')).toEqual([{ n: 0 }]);
  });

  it('is done by the next process when its own one ended halfway', async () => {
    await jobs.onModuleDestroy();
    // The first one reads, and then hangs until it is told to end.
    const halfway = worker();
    const hanging = importerOf(db.database, pool, halfway);
    hanging.onModuleInit();
    const judge = jest.spyOn(pool, 'judge').mockImplementationOnce(() => new Promise(() => undefined));
    await halfway.onApplicationBootstrap();
    const expectedVersion = 0;
    const publishedAt = '2031-05-06';
    const { jobId } = await hanging.run(viewer, { slug: 'long', content: long, expectedVersion, publishedAt });
    await until('it is read', async () => (await rows('SELECT FROM job WHERE done = 1')).length === 1);
    await halfway.onModuleDestroy();
    judge.mockRestore();

    jobs = worker();
    importer = importerOf(db.database, pool, jobs);
    importer.onModuleInit();
    await jobs.onApplicationBootstrap();
    await allEnded();
    expect(await rows('SELECT id, state, done, attempt FROM job')).toEqual([
      { id: jobId, state: 3, done: 3, attempt: 2 },
    ]);
    expect(await rows('SELECT slug, version, published_at FROM article')).toEqual([
      { slug: 'long', version: 1, published_at: new Date('2031-05-06T00:00:00Z') },
    ]);
  });
});

describe('the same article from several who import it only if it changed', () => {
  const all = (content: string): Promise<ImportResult[]> =>
    Promise.all(
      Array.from({ length: 4 }, () =>
        importer.run(viewer, { slug: 'ferry', content, format: 'TEXT', onlyIfChanged: true }),
      ),
    );
  const revisions = () => db.owner('SELECT number FROM revision WHERE workspace_id = $1', [viewer.workspaceId]);

  it.each([
    ['a new one', 0],
    ['one that was there with other words', 1],
  ])('%s becomes one revision, and the others are told of it', async (_what, before) => {
    if (before > 0) await imported({ content: TEXT.replace('412', '400') });
    const results = await all(TEXT);
    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(results.filter(({ revisionId }) => revisionId !== null)).toHaveLength(1);
    expect(new Set(results.map(({ articleId }) => articleId)).size).toBe(1);
    expect(await revisions()).toHaveLength(before + 1);
  });
});
