import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What analysts expect companies to earn, what these then report, and when. */
export class Estimates1795654800000 implements MigrationInterface {
  name = 'Estimates1795654800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE earnings_estimate (
        id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        description_id integer NOT NULL CONSTRAINT earnings_estimate_described REFERENCES security_description (id),
        period_month   date NOT NULL,
        period_end     date NOT NULL,
        report_on      date,
        eps_estimate   numeric,
        eps_actual     numeric,
        currency       text COLLATE "C",
        observed_on    date NOT NULL,
        known_on       date NOT NULL,
        known_on_basis text NOT NULL,
        proven_on      date NOT NULL,
        precedence     smallint NOT NULL,
        document_id    integer NOT NULL CONSTRAINT earnings_estimate_document REFERENCES source_document (id),
        load_id        bigint NOT NULL CONSTRAINT earnings_estimate_load REFERENCES load (id),
        CONSTRAINT earnings_estimate_known_after_observed CHECK (known_on >= observed_on),
        CONSTRAINT earnings_estimate_proven_after_known CHECK (proven_on >= known_on),
        CONSTRAINT earnings_estimate_known_on_basis CHECK (known_on_basis IN
          ('ACCEPTED_BY_SEC', 'VINTAGE', 'FIRST_SEEN', 'MARKET_CLOSE', 'RELEASE_CALENDAR', 'LAG_ASSUMED')),
        CONSTRAINT earnings_estimate_says_something CHECK (eps_estimate IS NOT NULL OR eps_actual IS NOT NULL OR report_on IS NOT NULL),
        CONSTRAINT earnings_estimate_reported_on CHECK (eps_actual IS NULL OR report_on <= observed_on),
        CONSTRAINT earnings_estimate_finite CHECK (eps_estimate > '-Infinity' AND eps_estimate < 'Infinity' AND eps_actual > '-Infinity' AND eps_actual < 'Infinity')
      );
      CREATE INDEX earnings_estimate_as_of ON earnings_estimate (description_id, period_month, observed_on) INCLUDE (known_on, proven_on);
      CREATE INDEX earnings_estimate_report_on ON earnings_estimate (report_on);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE earnings_estimate;');
  }
}
