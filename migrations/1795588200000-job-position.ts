import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a job of many steps is, so that who takes it over goes on from there. */
export class JobPosition1795588200000 implements MigrationInterface {
  name = 'JobPosition1795588200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE job ADD position text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE job DROP position');
  }
}
