import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What companies reported, figure by figure and filing by filing; and their earnings over time, which are derived from it. */
export class CompanyEarnings1795478400000 implements MigrationInterface {
  name = 'CompanyEarnings1795478400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE company_fact (
        id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        cik            text COLLATE "C" NOT NULL CONSTRAINT company_fact_company REFERENCES company (cik),
        concept        text COLLATE "C" NOT NULL,
        unit           text COLLATE "C" NOT NULL,
        start_on       date,
        observed_on    date NOT NULL,
        value          numeric NOT NULL,
        known_on       date NOT NULL,
        known_on_basis text NOT NULL,
        proven_on      date NOT NULL,
        form           text COLLATE "C" NOT NULL,
        accession      text COLLATE "C" NOT NULL,
        fiscal_year    smallint,
        fiscal_period  text COLLATE "C",
        document_id    integer NOT NULL CONSTRAINT company_fact_document REFERENCES source_document (id),
        load_id        bigint NOT NULL CONSTRAINT company_fact_load REFERENCES load (id),
        CONSTRAINT company_fact_known_after_observed CHECK (known_on >= observed_on),
        CONSTRAINT company_fact_proven_after_known CHECK (proven_on >= known_on),
        CONSTRAINT company_fact_known_on_basis CHECK (known_on_basis IN
          ('ACCEPTED_BY_SEC', 'VINTAGE', 'FIRST_SEEN', 'MARKET_CLOSE', 'RELEASE_CALENDAR', 'LAG_ASSUMED')),
        CONSTRAINT company_fact_ordered CHECK (start_on <= observed_on),
        CONSTRAINT company_fact_finite CHECK (value < 'Infinity' AND value > '-Infinity')
      );
      CREATE UNIQUE INDEX company_fact_key
        ON company_fact (cik, concept, observed_on, start_on, unit, accession, value, known_on) NULLS NOT DISTINCT;

      CREATE TABLE earnings (
        cik               text COLLATE "C" NOT NULL CONSTRAINT earnings_company REFERENCES company (cik),
        period            text NOT NULL,
        observed_on       date NOT NULL,
        known_on          date NOT NULL,
        known_until       date NOT NULL,
        known_on_basis    text NOT NULL,
        proven_on         date NOT NULL,
        start_on          date NOT NULL,
        fiscal_year       smallint NOT NULL,
        fiscal_quarter    smallint,
        eps_diluted       numeric,
        eps_ground        text,
        eps_reported      numeric,
        split_factor      numeric NOT NULL,
        net_income        numeric,
        net_income_ground text,
        revenue           numeric,
        revenue_ground    text,
        revenue_concept   text COLLATE "C",
        diluted_shares    numeric,
        shares_ground     text,
        flags             text[] NOT NULL,
        change            text NOT NULL,
        form              text COLLATE "C" NOT NULL,
        accession         text COLLATE "C" NOT NULL,
        fact_ids          bigint[] NOT NULL,
        document_id       integer NOT NULL CONSTRAINT earnings_document REFERENCES source_document (id),
        load_id           bigint NOT NULL CONSTRAINT earnings_load REFERENCES load (id),
        PRIMARY KEY (cik, period, observed_on, known_on),
        CONSTRAINT earnings_known_after_observed CHECK (known_on >= observed_on),
        CONSTRAINT earnings_known_by_filing CHECK (proven_on = known_on),
        CONSTRAINT earnings_known_until CHECK (known_until > known_on),
        CONSTRAINT earnings_known_on_basis CHECK (known_on_basis IN
          ('ACCEPTED_BY_SEC', 'VINTAGE', 'FIRST_SEEN', 'MARKET_CLOSE', 'RELEASE_CALENDAR', 'LAG_ASSUMED')),
        CONSTRAINT earnings_period CHECK (period IN ('QUARTER', 'YEAR', 'TRANSITION')),
        CONSTRAINT earnings_change CHECK (change IN ('FIRST', 'SPLIT', 'RESTATEMENT', 'COMPLETED')),
        CONSTRAINT earnings_grounds CHECK (eps_ground IN ('REPORTED', 'DERIVED', 'IMPLIED') AND net_income_ground IN ('REPORTED', 'DERIVED')
          AND revenue_ground IN ('REPORTED', 'DERIVED') AND shares_ground IN ('REPORTED', 'DERIVED', 'IMPLIED'))
      );

      CREATE TABLE share_split (
        cik      text COLLATE "C" NOT NULL CONSTRAINT share_split_company REFERENCES company (cik),
        known_on date NOT NULL,
        ratio    numeric NOT NULL,
        factor   numeric NOT NULL,
        PRIMARY KEY (cik, known_on),
        CONSTRAINT share_split_ratio CHECK (ratio > 0 AND ratio < 'Infinity' AND factor > 0 AND factor < 'Infinity')
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE share_split, earnings, company_fact;');
  }
}
