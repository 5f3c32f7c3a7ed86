import { createHash } from 'node:crypto';
import { FORMAT } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { ValidImport } from './import-input.js';

interface ImportedRow {
  readonly id: string;
  readonly archived_at: Date | null;
  readonly title: string;
  readonly format: number;
  readonly content_hash: Buffer;
  readonly url: string | null;
  readonly desk: string | null;
  readonly published_at: Date | null;
}

/**
 * The article of this slug, where it was last imported with this very content, and an import would change nothing else of it
 * either. What people changed in its text afterwards does not count: the one who imports has nothing new to say.
 *
 * @returns its UUID; null when there is something to import
 */
export async function importedBefore(
  connection: WorkspaceConnection,
  workspaceId: string,
  input: ValidImport,
): Promise<string | null> {
  const [row] = await connection.query<ImportedRow>(
    `SELECT a.id, a.archived_at, a.url, a.desk, a.published_at, r.title, r.format, r.content_hash
     FROM article a
     CROSS JOIN LATERAL (
       SELECT (e.after ->> 'revision')::integer AS revision FROM event e
       WHERE e.workspace_id = a.workspace_id AND e.subject_id = a.id AND e.kind = 'article.imported'
       ORDER BY e.seq DESC LIMIT 1) last
     JOIN revision r ON r.workspace_id = a.workspace_id AND r.article_id = a.id AND r.number = last.revision
     WHERE a.workspace_id = $1 AND a.slug = $2`,
    [workspaceId, input.slug],
  );
  return row && row.archived_at === null && saysTheSame(row, input) ? row.id : null;
}

function saysTheSame(row: ImportedRow, { content, format, title, url, desk, publishedAt }: ValidImport): boolean {
  return (
    row.format === FORMAT.toCode[format] &&
    row.content_hash.equals(createHash('sha256').update(content).digest()) &&
    (title === null || row.title === title) &&
    (url === null || row.url === url) &&
    (desk === null || row.desk === desk) &&
    (publishedAt === null || row.published_at?.getTime() === publishedAt.getTime())
  );
}
