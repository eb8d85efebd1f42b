import type { MigrationInterface, QueryRunner } from 'typeorm';

const figure = (column: string): string => `coalesce(trim_scale(e.${column})::text, 'null')`;

/**
 * What histories of quarters tell of a version is kept beside it, in an index of its own: of thousands of companies to be told what they earned, Postgres
 * makes text of tens of thousands of days and figures otherwise, and goes through rows of which it needs four columns of thirty.
 */
export class ToldQuarters1796601600000 implements MigrationInterface {
  name = 'ToldQuarters1796601600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE earnings ADD COLUMN told text COLLATE "C";
      UPDATE earnings e SET told = concat_ws(',', e.observed_on - '1970-01-01'::date, e.known_on - e.observed_on, ${figure('eps_diluted')}, ${figure('net_income')},
        '{' || nullif(concat_ws(',',
          CASE WHEN e.known_until <> 'infinity' THEN '"knownUntil":' || (e.known_until - '1970-01-01'::date) END,
          CASE WHEN e.period <> 'QUARTER' THEN '"period":"' || e.period || '"' END,
          CASE WHEN e.known_on_basis <> 'ACCEPTED_BY_SEC' THEN '"knownOnBasis":"' || e.known_on_basis || '"' END), '') || '}')
      WHERE e.period <> 'YEAR';
      CREATE INDEX earnings_told ON earnings (cik, observed_on) INCLUDE (known_on, told) WHERE told IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX earnings_told; ALTER TABLE earnings DROP COLUMN told;');
  }
}
