import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history of a workspace, filtered by a kind or by a member, is read a page at a time from these: without them, what is rare is found
 * by reading the history to its beginning. They hold events that have their place in the order, so that each event is written into
 * them once, when it is given its place, and not when it is recorded.
 */
export class HistoryByKind1796046000000 implements MigrationInterface {
  name = 'HistoryByKind1796046000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX event_kind ON event (workspace_id, kind, workspace_seq) WHERE workspace_seq IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX event_actor ON event (workspace_id, actor_id, workspace_seq) WHERE workspace_seq IS NOT NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX event_kind, event_actor');
  }
}
