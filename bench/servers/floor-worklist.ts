import { CLAIM_ORDERS } from '../../src/claims/claim.rows.js';
import { PRIORITY, SEVERITY, STANCE, STANDING } from '../../src/database/codes.js';
import { encodeCursor } from '../../src/graphql/cursor.js';
import { toGlobalId } from '../../src/graphql/global-id.js';

/**
 * The main query in one statement: the page, and the rows that hang on it. `$1` workspace, `$2` and `$3` the cursor's rank
 * and claim. How many rows stands in the text: where it is planned for any values, PostgreSQL would expect a tenth of all
 * claims, and go through the tables that hang on them.
 */
export const worklistSql = (rows: number) => ({
  name: `worklist_${rows}`,
  rowMode: 'array' as const,
  // Most of it is written on as it comes.
  types: { getTypeParser: () => (text: string) => text },
  text: `WITH page AS MATERIALIZED (
      SELECT c.id, c.rank, c.article_id, c.standing, c.priority, c.text_revision FROM claim c
      WHERE c.workspace_id = $1 AND c.gone_in IS NULL AND c.standing BETWEEN 1 AND 4
        AND NOT EXISTS (SELECT FROM article ar WHERE ar.workspace_id = $1 AND ar.id = c.article_id AND ar.archived_at IS NOT NULL)
        AND (c.rank, c.id) > ($2::smallint, $3::uuid)
      ORDER BY c.rank, c.id LIMIT ${rows})
    SELECT 0 AS kind, p.id AS claim_id, p.rank::integer AS a, p.standing::integer AS b, p.priority::integer AS c, t.text AS d,
      t.section AS e, a.id AS f, a.title AS g, a.slug AS h
    FROM page p JOIN claim_text t ON t.workspace_id = $1 AND t.claim_id = p.id AND t.first_revision = p.text_revision
    JOIN article a ON a.workspace_id = $1 AND a.id = p.article_id
    UNION ALL
    SELECT 1, ci.claim_id, ci.ordinal, r.number, ci.stance, s.title, s.url, ci.id, s.id::text, NULL
    FROM page p JOIN citation ci ON ci.workspace_id = $1 AND ci.claim_id = p.id
    JOIN reference r ON r.workspace_id = $1 AND r.id = ci.reference_id
    LEFT JOIN source sn ON sn.workspace_id = $1 AND sn.id = r.source_id
    LEFT JOIN source s ON s.workspace_id = $1 AND s.id = CASE WHEN sn.merged_into IS NULL THEN sn.id ELSE sn.merged_into END
    UNION ALL
    SELECT 2, f.claim_id, f.severity, NULL, NULL, f.message, f.rule, f.id, NULL, NULL
    FROM page p JOIN finding f ON f.workspace_id = $1 AND f.claim_id = p.id AND f.state = 1`,
});

/** The texts that PostgreSQL sends. */
type Row = [string, string, string, string, string, string, string | null, string, string, string];

const json = JSON.stringify;

/** @param brief without what hangs on the claims */
export function worklist(all: unknown[][], size: number, brief: boolean): string {
  const rows = all as Row[];
  const claims = rows.filter(([kind]) => kind === '0');
  claims.sort((x, y) => Number(x[2]) - Number(y[2]) || (x[1] < y[1] ? -1 : 1));
  const hanging = new Map(claims.map(([, id]) => [id, { citations: [] as Row[], findings: [] as Row[] }]));
  for (const row of rows) {
    if (row[0] === '1') hanging.get(row[1])!.citations.push(row);
    else if (row[0] === '2') hanging.get(row[1])!.findings.push(row);
  }
  const order = (x: Row, y: Row): number => Number(x[2]) - Number(y[2]) || (x[7] < y[7] ? -1 : 1);
  const page = claims.slice(0, size);
  const edges = page.map((claim) => {
    const { citations, findings } = hanging.get(claim[1])!;
    const more = brief
      ? ''
      : `,"citations":[${citations.sort(order).map(citation).join(',')}],"findings":[${findings.sort(order).map(finding).join(',')}]`;
    return `{"node":{"id":"${toGlobalId('Claim', claim[1])}","text":${json(claim[5])},"standing":"${STANDING.fromCode(Number(claim[3]))}","priority":"${PRIORITY.fromCode(Number(claim[4]))}","section":${json(claim[6])},"article":{"id":"${toGlobalId('Article', claim[7])}","title":${json(claim[8])},"slug":${json(claim[9])}}${more}}}`;
  });
  const last = page.at(-1);
  const cursor = last ? `"${encodeCursor(CLAIM_ORDERS.RANK.name, [Number(last[2]), last[1]])}"` : 'null';
  return `{"data":{"unsupportedClaims":{"edges":[${edges.join(',')}],"pageInfo":{"hasNextPage":${claims.length > size},"endCursor":${cursor}}}}}`;
}

const citation = ([, , , number, stance, title, url, id, source]: Row): string =>
  `{"id":"${toGlobalId('Citation', id)}","number":${number},"stance":"${STANCE.fromCode(Number(stance))}","source":${source === null ? 'null' : `{"id":"${toGlobalId('Source', source)}","title":${json(title)},"url":${json(url)}}`}}`;

const finding = ([, , severity, , , message, rule, id]: Row): string =>
  `{"id":"${toGlobalId('Finding', id)}","severity":"${SEVERITY.fromCode(Number(severity))}","message":${json(message)},"rule":{"id":${json(rule)}}}`;
