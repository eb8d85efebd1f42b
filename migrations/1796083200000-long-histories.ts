import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is asked of a long history is found by its days: the periods of a company's earnings of whatever kind, the lists that
 * have a wording, and the reports that a company is still to give. Without these all that was ever said of a company was read, and most of it left aside.
 */
export class LongHistories1796083200000 implements MigrationInterface {
  name = 'LongHistories1796083200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX earnings_as_of ON earnings (cik, observed_on);
      CREATE INDEX constituent_wording ON constituent (description_id, observed_on DESC) INCLUDE (known_on, proven_on);
      CREATE INDEX earnings_estimate_due ON earnings_estimate (description_id, report_on, observed_on);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX earnings_estimate_due, constituent_wording, earnings_as_of');
  }
}
