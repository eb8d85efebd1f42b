import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last run of each source by a day is found by an index: `dataStatus` went through all runs there ever were. */
export class RunsBySource1796688000000 implements MigrationInterface {
  name = 'RunsBySource1796688000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX load_of_source ON load (source, ran_on, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX load_of_source');
  }
}
