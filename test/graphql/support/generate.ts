import { v7 as uuid } from 'uuid';
import { touchArticle } from '../../../src/articles/article.repository.js';
import { countCleared } from '../../../src/findings/cleared-findings.js';
import { writeTally } from '../../../src/findings/finding.repository.js';
import type { TestDatabase, TestViewer } from '../../support/test-database.js';

export interface GeneratedArticle {
  readonly id: string;
  readonly claims: readonly string[];
}

/** The standings that claims are given in turn, as codes: the unsupported are 1 to 4. */
const STANDINGS = [3, 4, 6, 7, 8];

/**
 * Writes an article of `count` claims past all judging, for tests of reading. Claim n (from 1) has n % 3 citations;
 * number 1 has a source with a publisher, number 2 dangles. Each claim that is unsupported has an open error, and every
 * fourth claim a fixed note.
 */
export async function generateArticle(
  db: TestDatabase,
  { workspaceId }: TestViewer,
  slug: string,
  count: number,
  desk: string | null = null,
): Promise<GeneratedArticle> {
  const [id, publisher, source, good, dangling] = [uuid(), uuid(), uuid(), uuid(), uuid()];
  const claims = Array.from({ length: count }, () => uuid());
  const unsupported = (i: number): boolean => (STANDINGS[i % STANDINGS.length] ?? 8) <= 4;
  await db.owner(`INSERT INTO article (workspace_id, id, slug, title, desk, revision) VALUES ($1, $2, $3, $4, $5, 1)`, [
    workspaceId,
    id,
    slug,
    `On ${slug}`,
    desk,
  ]);
  await db.owner(
    `INSERT INTO revision (workspace_id, id, article_id, number, title, format, content, content_hash,
       has_reference_list, title_line) VALUES ($1, $2, $3, 1, $4, 1, '', '', true, 1)`,
    [workspaceId, uuid(), id, `On ${slug}`],
  );
  await db.owner('INSERT INTO publisher (workspace_id, id, name, key) VALUES ($1, $2, $3, $4)', [
    workspaceId,
    publisher,
    `The ${slug} Courier`,
    slug,
  ]);
  await db.owner(
    `INSERT INTO source (workspace_id, id, key, title, title_start, url, publisher_id, csl) VALUES ($1, $2, $3, $4, $4, $5, $6, '{}')`,
    [workspaceId, source, `url:${slug}`, `Report on ${slug}`, `https://courier.example/${slug}`, publisher],
  );
  await db.owner(
    `INSERT INTO reference (workspace_id, id, article_id, label, number, text, source_id, citation_count)
     VALUES ($1, $2, $4, '1', 1, 'Report', $5, 1), ($1, $3, $4, '2', 2, NULL, NULL, 1)`,
    [workspaceId, good, dangling, id, source],
  );
  await db.owner(
    `INSERT INTO claim (workspace_id, id, article_id, ordinal, text_revision, block, checkable, block_index, priority, standing, rank,
       restatement_group, judged_at, changed_at)
     SELECT $1, c.id, $2, c.n, 1, 2, c.standing <> 8, c.n, 2, c.standing, (c.standing - 1) * 1000 + 200 + c.n % 7,
       CASE WHEN c.n % 10 < 2 THEN c.n / 10 END, now(), now() - c.n % 50 * interval '1 minute'
     FROM unnest($3::uuid[], $4::smallint[]) WITH ORDINALITY c(id, standing, n)`,
    [workspaceId, id, claims, claims.map((_, i) => STANDINGS[i % STANDINGS.length])],
  );
  await db.owner(
    `INSERT INTO claim_text (workspace_id, claim_id, first_revision, text, section, lede, block, priority, line,
       start_offset, end_offset, exact, prefix, suffix)
     SELECT $1, c.id, 1, 'Statement ' || c.n || CASE WHEN c.n % 10 = 0 THEN ' about herons' ELSE ' about trams' END,
       'Part ' || c.n % 3, false, 2, 2, c.n, c.n * 10, c.n * 10 + 9, 'Statement ' || c.n, '', ''
     FROM unnest($2::uuid[]) WITH ORDINALITY c(id, n)`,
    [workspaceId, claims],
  );
  const cited = claims.flatMap((claim, i) =>
    [good, dangling].slice(0, (i + 1) % 3).map((reference, j) => ({ claim, reference, ordinal: j + 1 })),
  );
  await db.owner(
    `INSERT INTO citation (workspace_id, id, article_id, claim_id, reference_id, ordinal, stance, directness, basis,
       state, spans)
     SELECT $1, c.id, $2, c.claim, c.reference, c.ordinal, 1, 3, 1, 1, '[{"start": 5, "end": 8}]'
     FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::integer[]) c(id, claim, reference, ordinal)`,
    [
      workspaceId,
      id,
      cited.map(() => uuid()),
      cited.map((c) => c.claim),
      cited.map((c) => c.reference),
      cited.map((c) => c.ordinal),
    ],
  );
  const found = claims.flatMap((claim, i) => [
    ...(unsupported(i)
      ? [{ claim, rule: (i + 1) % 3 === 2 ? 'dangling-citation' : 'uncited-claim', severity: 1, state: 1 }]
      : []),
    ...(i % 4 === 0 ? [{ claim, rule: 'single-source', severity: 3, state: 2 }] : []),
  ]);
  await db.owner(
    `INSERT INTO finding (workspace_id, id, article_id, claim_id, rule, severity, bearing, state, message, remedy, line,
       start_offset, end_offset, exact, prefix, suffix, fingerprint, first_seen_at)
     SELECT $1, f.id, $2, f.claim, f.rule, f.severity, 3, f.state, 'Wrong', 'Mend it', 1, 5, 8, 'text', '', '',
       f.id::text, now()
     FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::smallint[], $7::smallint[]) f(id, claim, rule, severity, state)`,
    [
      workspaceId,
      id,
      found.map(() => uuid()),
      found.map((f) => f.claim),
      found.map((f) => f.rule),
      found.map((f) => f.severity),
      found.map((f) => f.state),
    ],
  );
  const of = (code: number): number => claims.filter((_, i) => STANDINGS[i % STANDINGS.length] === code).length;
  const open = found.filter(({ state }) => state === 1);
  const rules = Object.fromEntries(
    [...new Set(open.map(({ rule }) => rule))].map((rule) => [rule, open.filter((f) => f.rule === rule).length]),
  );
  const tally = {
    ...{ workspaceId, articleId: id, claims: count, checkable: count - of(8), notCheckable: of(8) },
    ...{ refuted: 0, contested: 0, missing: of(3), weak: of(4), waived: 0, cited: of(6), adequate: of(7) },
    ...{ errors: open.length, warnings: 0, notes: 0, notAssessed: 0, byRule: rules, unsupported: of(3) + of(4) },
  };
  await db.database.withWorkspace({ workspaceId }, async (connection) => {
    await countCleared(connection, workspaceId, id);
    await writeTally(connection, tally, { opened: found.length, fixed: 0 });
    await touchArticle(connection, workspaceId, id, { eventSeq: 0, relationsVersion: 0, at: new Date() });
  });
  return { id, claims };
}
