import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Companies that report to the SEC. The row is identity and timeless; what a company is called is dated. */
export class Companies1795474800000 implements MigrationInterface {
  name = 'Companies1795474800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE company (
        cik text COLLATE "C" PRIMARY KEY,
        CONSTRAINT company_cik CHECK (cik ~ '^[0-9]{10}$')
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE company;');
  }
}
