import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The texts of sources are kept compressed, each once; claims are compared with them, and what came of it is kept beside
 * the citation. A source knows how its address answered.
 */
export class Snapshots1796020800000 implements MigrationInterface {
  name = 'Snapshots1796020800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    const rows = (await queryRunner.query('SELECT workspace_id, id, hash, content FROM snapshot')) as FormerRow[];
    for (const { workspace_id: workspaceId, hash, content } of rows) {
      const words = content.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
      await queryRunner.query(
        `INSERT INTO snapshot_text (workspace_id, hash, length, words, content) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [workspaceId, hash, content.length, words, brotliCompressSync(content)],
      );
    }
    for (const statement of AFTER) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
    const rows = (await queryRunner.query('SELECT workspace_id, hash, content FROM snapshot_text')) as TextRow[];
    for (const { workspace_id: workspaceId, hash, content } of rows) {
      await queryRunner.query('UPDATE snapshot SET content = $3 WHERE workspace_id = $1 AND hash = $2', [
        workspaceId,
        hash,
        brotliDecompressSync(content).toString('utf8'),
      ]);
    }
    for (const statement of DOWN_AFTER) await queryRunner.query(statement);
  }
}

interface FormerRow {
  workspace_id: string;
  hash: Buffer;
  content: string;
}

interface TextRow {
  workspace_id: string;
  hash: Buffer;
  content: Buffer;
}

const MINE = "workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid";

const wall = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY workspace_wall ON ${table}
    USING (${MINE}) WITH CHECK (${MINE})`,
];

const UP = [
  `CREATE TABLE snapshot_text (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    -- SHA-256 of the text as UTF-8.
    hash bytea NOT NULL,
    -- In UTF-16 units, as all positions.
    length integer NOT NULL,
    words integer NOT NULL,
    -- The text as UTF-8, compressed by Brotli.
    content bytea NOT NULL,
    PRIMARY KEY (workspace_id, hash)
  )`,
  // Compressing it once more would gain nothing.
  'ALTER TABLE snapshot_text ALTER content SET STORAGE EXTERNAL',
  ...wall('snapshot_text'),
  `ALTER TABLE snapshot
    ADD extent smallint,
    -- Where it was in the end, when it was fetched.
    ADD final_url text,
    ADD etag text,
    ADD last_modified text,
    -- What speaks against its being the whole source, in sentences.
    ADD cautions text[] NOT NULL DEFAULT '{}',
    -- When the same text was last captured again.
    ADD seen_at timestamptz`,
  `ALTER TABLE source
    ADD snapshot_count integer NOT NULL DEFAULT 0,
    -- What a comparison was made from.
    ADD snapshots_version integer NOT NULL DEFAULT 0,
    ADD link jsonb,
    ADD link_due_at timestamptz NOT NULL DEFAULT now()`,
  `CREATE INDEX source_link_due ON source (workspace_id, link_due_at)
    WHERE url IS NOT NULL AND merged_into IS NULL`,
  'ALTER TABLE workspace ADD keeps_snapshots boolean NOT NULL DEFAULT false',

  `CREATE TABLE citation_comparison (
    workspace_id uuid NOT NULL,
    citation_id uuid NOT NULL,
    -- Of the claim's words, the quote and the source's snapshots: another one is about something else.
    made_from text NOT NULL,
    comparison jsonb NOT NULL,
    compared_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, citation_id),
    FOREIGN KEY (workspace_id, citation_id) REFERENCES citation (workspace_id, id) ON DELETE CASCADE
  )`,
  ...wall('citation_comparison'),

  `CREATE TABLE comparison_due (
    workspace_id uuid NOT NULL,
    article_id uuid NOT NULL,
    due_at timestamptz NOT NULL,
    -- How often it was asked for: who has done it takes away what was asked before alone.
    asked integer NOT NULL DEFAULT 1,
    attempts integer NOT NULL DEFAULT 0,
    PRIMARY KEY (workspace_id, article_id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE
  )`,
  ...wall('comparison_due'),
  'CREATE INDEX comparison_due_at ON comparison_due (workspace_id, due_at)',
  `CREATE FUNCTION due_comparisons(moment timestamptz, at_most integer)
    RETURNS TABLE (workspace_id uuid, article_id uuid, asked integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.workspace_id, d.article_id, d.asked FROM comparison_due d WHERE d.due_at <= moment ORDER BY d.due_at LIMIT at_most
  $$`,
  // A share each: a workspace with many sources does not keep others waiting.
  `CREATE FUNCTION due_links(moment timestamptz, at_most integer)
    RETURNS TABLE (workspace_id uuid, source_id uuid, url text, link jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.workspace_id, d.id, d.url, d.link FROM workspace w CROSS JOIN LATERAL (
      SELECT s.workspace_id, s.id, s.url, s.link, s.link_due_at, row_number() OVER (ORDER BY s.link_due_at, s.id) AS place
      FROM source s
      WHERE s.workspace_id = w.id AND s.link_due_at <= moment AND s.url IS NOT NULL AND s.merged_into IS NULL
      ORDER BY s.link_due_at, s.id LIMIT at_most) d
    ORDER BY d.place, d.link_due_at LIMIT at_most
  $$`,
];

const AFTER = [
  // FULL is 1, PARTIAL 2.
  'UPDATE snapshot SET extent = CASE WHEN complete THEN 1 ELSE 2 END, seen_at = captured_at',
  `ALTER TABLE snapshot DROP content, DROP complete, ALTER extent SET NOT NULL, ALTER seen_at SET NOT NULL,
    ADD CONSTRAINT snapshot_workspace_id_hash_fkey
      FOREIGN KEY (workspace_id, hash) REFERENCES snapshot_text (workspace_id, hash)`,
  `UPDATE source s SET snapshot_count = n.count, snapshots_version = 1
    FROM (SELECT workspace_id, source_id, count(*) FROM snapshot GROUP BY 1, 2) n
    WHERE n.workspace_id = s.workspace_id AND n.source_id = s.id`,
  'UPDATE workspace w SET keeps_snapshots = true WHERE EXISTS (SELECT FROM snapshot n WHERE n.workspace_id = w.id)',
];

const DOWN = [
  'DROP FUNCTION due_links(timestamptz, integer)',
  'DROP FUNCTION due_comparisons(timestamptz, integer)',
  'DROP TABLE comparison_due',
  'DROP TABLE citation_comparison',
  'ALTER TABLE workspace DROP keeps_snapshots',
  'DROP INDEX source_link_due',
  'ALTER TABLE source DROP snapshot_count, DROP snapshots_version, DROP link, DROP link_due_at',
  'ALTER TABLE snapshot DROP CONSTRAINT snapshot_workspace_id_hash_fkey, ADD content text, ADD complete boolean',
];

const DOWN_AFTER = [
  'UPDATE snapshot SET complete = extent <> 2',
  `ALTER TABLE snapshot ALTER content SET NOT NULL, ALTER complete SET NOT NULL,
    DROP extent, DROP final_url, DROP etag, DROP last_modified, DROP cautions, DROP seen_at`,
  'DROP TABLE snapshot_text',
];
