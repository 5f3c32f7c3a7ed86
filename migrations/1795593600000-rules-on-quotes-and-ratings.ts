import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An article's quotes, and whether a workspace rates publishers, are read whenever a claim is judged again. */
export class RulesOnQuotesAndRatings1795593600000 implements MigrationInterface {
  name = 'RulesOnQuotesAndRatings1795593600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX citation_quoted ON citation (workspace_id, article_id) WHERE quote IS NOT NULL',
    );
    await queryRunner.query('CREATE INDEX publisher_rated ON publisher (workspace_id) WHERE reliability IS NOT NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX publisher_rated');
    await queryRunner.query('DROP INDEX citation_quoted');
  }
}
