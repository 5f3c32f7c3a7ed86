import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Findings of a rule in the order of their list, the most severe first, with the claims that they are about; and the open ones of each
 * severity by their age, so that each age is counted by itself.
 */
export class FindingsByRule1796043000000 implements MigrationInterface {
  name = 'FindingsByRule1796043000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX finding_rule');
    await queryRunner.query(
      'CREATE INDEX finding_rule ON finding (workspace_id, rule, state, severity, id) INCLUDE (claim_id)',
    );
    await queryRunner.query(`CREATE INDEX finding_rule_age ON finding (workspace_id, rule, severity, first_seen_at)
      INCLUDE (article_id) WHERE state = 1`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX finding_rule_age');
    await queryRunner.query('DROP INDEX finding_rule');
    await queryRunner.query('CREATE INDEX finding_rule ON finding (workspace_id, rule, state, claim_id)');
  }
}
