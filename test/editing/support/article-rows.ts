import type { TestDatabase, TestViewer } from '../../support/test-database.js';

/** What is stored of an article, as the owner sees it. */
const STORED: Readonly<Record<string, string>> = {
  article: 'SELECT version, event_seq, relations_version FROM article WHERE workspace_id = $1 AND id = $2',
  claims: `SELECT ordinal, standing, rank, not_assessed, version, due_at,
    judged_at > (SELECT min(at) FROM event WHERE workspace_id = $1 AND article_id = $2) AS judged_again FROM claim
    WHERE workspace_id = $1 AND article_id = $2 ORDER BY ordinal`,
  citations: `SELECT claim_id, reference_id, ordinal, stance, directness, basis, state, quote, note, version, created_by IS NULL AS own
    FROM citation WHERE workspace_id = $1 AND article_id = $2 ORDER BY (SELECT c.ordinal FROM claim c
      WHERE c.workspace_id = $1 AND c.id = claim_id), ordinal`,
  references: `SELECT label, number, version, source_id, defined, added, citation_count, rejected_count FROM reference
    WHERE workspace_id = $1 AND article_id = $2 ORDER BY number, label`,
  findings: `SELECT claim_id, rule, severity, bearing, state, message, remedy, line, start_offset, fingerprint FROM finding
    WHERE workspace_id = $1 AND article_id = $2 ORDER BY fingerprint, state, id`,
  tally:
    "SELECT to_jsonb(t) - 'workspace_id' - 'article_id' AS tally FROM article_tally t WHERE workspace_id = $1 AND article_id = $2",
  flow: 'SELECT sum(opened) AS opened, sum(fixed) AS fixed FROM tally_hour WHERE workspace_id = $1 AND article_id = $2',
  events: `SELECT seq, kind, subject_type, subject_id, before, after FROM event
    WHERE workspace_id = $1 AND article_id = $2 ORDER BY seq`,
  past: `SELECT kind, row_id, part, until_seq, state FROM past_row WHERE workspace_id = $1 AND article_id = $2
    ORDER BY kind, until_seq, state::text, part`,
};

/** What things are called instead of their ids, so that two articles of one text can be compared. */
const NAMES = `SELECT id, 'claim ' || ordinal AS name FROM claim WHERE workspace_id = $1 AND article_id = $2
  UNION ALL SELECT id, 'reference ' || number || label FROM reference WHERE workspace_id = $1 AND article_id = $2
  UNION ALL SELECT z.id, 'citation ' || c.ordinal || '.' || z.ordinal FROM citation z
    JOIN claim c ON c.workspace_id = $1 AND c.id = z.claim_id WHERE z.workspace_id = $1 AND z.article_id = $2
  UNION ALL SELECT id, 'finding ' || fingerprint || ' ' || row_number() OVER (PARTITION BY fingerprint ORDER BY id)
    FROM finding WHERE workspace_id = $1 AND article_id = $2
  UNION ALL SELECT id, 'source ' || key FROM source WHERE workspace_id = $1`;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** All that is stored of an article, its past too, without ids and times. */
export async function storedOf(
  db: TestDatabase,
  { workspaceId }: TestViewer,
  articleId: string,
): Promise<Record<string, unknown>> {
  const params = [workspaceId, articleId];
  const names = await db.owner<{ id: string; name: string }>(NAMES, params);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const stored: Record<string, unknown> = {};
  for (const [what, sql] of Object.entries(STORED)) {
    const text = JSON.stringify(await db.owner(sql, params));
    const rows = JSON.parse(text.replace(UUID, (id) => nameOf.get(id) ?? 'gone')) as unknown[];
    // Rows of one event have no order among themselves.
    stored[what] = what === 'past' ? rows.map((row) => JSON.stringify(row)).sort() : rows;
  }
  return stored;
}
