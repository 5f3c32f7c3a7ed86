import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Members change, leave and come by the sign-in of a newsroom's own provider; tokens are made and revoked. What happens to
 * them is in the history of the workspace, and belongs to no article.
 */
export class MembersAndTokens1795998600000 implements MigrationInterface {
  name = 'MembersAndTokens1795998600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

/** @param isThere what else must hold of the member */
const findToken = (isThere: string): string => `CREATE OR REPLACE FUNCTION find_token(token_hash bytea)
    RETURNS TABLE (workspace_id uuid, token_id uuid, member_id uuid, role smallint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.workspace_id, t.id, t.member_id, least(t.role, m.role)
    FROM api_token t JOIN member m ON m.workspace_id = t.workspace_id AND m.id = t.member_id
    WHERE t.hash = token_hash AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())${isThere}
  $$`;

const UP = [
  `ALTER TABLE member
    ADD version integer NOT NULL DEFAULT 1,
    -- Who vouches for them at sign-in, and what they are called there; null for those who come by tokens alone.
    ADD issuer text,
    ADD subject text,
    -- The row stays: what they did keeps their name.
    ADD removed_at timestamptz`,
  'CREATE UNIQUE INDEX member_subject ON member (workspace_id, issuer, subject) WHERE issuer IS NOT NULL',
  'CREATE INDEX api_token_member ON api_token (workspace_id, member_id, created_at, id)',
  findToken(' AND m.removed_at IS NULL'),

  // An event of no article has the workspace's id in the place of an article's. A foreign key to the workspace would have
  // all writers lock its one row; what it would do when rows go is done by triggers.
  'ALTER TABLE event DROP CONSTRAINT event_workspace_id_article_id_fkey',
  `CREATE FUNCTION forget_events() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      DELETE FROM event
      WHERE workspace_id = coalesce((to_jsonb(OLD) ->> 'workspace_id')::uuid, OLD.id) AND article_id = OLD.id;
      RETURN NULL;
    END
  $$`,
  'CREATE TRIGGER forget_events AFTER DELETE ON article FOR EACH ROW EXECUTE FUNCTION forget_events()',
  'CREATE TRIGGER forget_events AFTER DELETE ON workspace FOR EACH ROW EXECUTE FUNCTION forget_events()',
];

const DOWN = [
  'DROP TRIGGER forget_events ON workspace',
  'DROP TRIGGER forget_events ON article',
  'DROP FUNCTION forget_events()',
  'DELETE FROM event WHERE article_id = workspace_id',
  `ALTER TABLE event ADD CONSTRAINT event_workspace_id_article_id_fkey
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE`,
  findToken(''),
  'DROP INDEX api_token_member',
  'DROP INDEX member_subject',
  'ALTER TABLE member DROP version, DROP issuer, DROP subject, DROP removed_at',
];
