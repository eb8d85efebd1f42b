import type { MigrationInterface, QueryRunner } from 'typeorm';

const KNOWN = `
        observed_on    date NOT NULL,
        known_on       date NOT NULL,
        known_on_basis text NOT NULL,
        proven_on      date NOT NULL`;

/** What holds for the days of every fact. */
const daysOf = (table: string, isForetold = false): string => `
        ${isForetold ? '' : `CONSTRAINT ${table}_known_after_observed CHECK (known_on >= observed_on),`}
        CONSTRAINT ${table}_proven_after_known CHECK (proven_on >= known_on),
        CONSTRAINT ${table}_known_on_basis CHECK (known_on_basis IN
          ('ACCEPTED_BY_SEC', 'VINTAGE', 'FIRST_SEEN', 'MARKET_CLOSE', 'RELEASE_CALENDAR', 'LAG_ASSUMED'))`;

/**
 * What funds cost and are worth, which securities are in an index, and identifiers that tie listings together.
 *
 * Which security a listing is, is derived: found again when wordings come that shed new light on it. So the holdings
 * that point to a description follow it to another security within one transaction.
 */
export class FundsInDepth1795392000000 implements MigrationInterface {
  name = 'FundsInDepth1795392000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fund
        ADD inception_on date,
        ADD cik text COLLATE "C",
        ADD series_id text COLLATE "C";

      ALTER TABLE benchmark_index ADD stand_in text COLLATE "C";

      CREATE TABLE expense_ratio (
        fund_symbol    text COLLATE "C" NOT NULL CONSTRAINT expense_ratio_fund REFERENCES fund (symbol),
        ${KNOWN},
        ratio          numeric NOT NULL,
        publisher      text NOT NULL,
        title          text NOT NULL,
        url            text NOT NULL,
        PRIMARY KEY (fund_symbol, observed_on, known_on),
        ${daysOf('expense_ratio', true)},
        CONSTRAINT expense_ratio_fraction CHECK (ratio >= 0 AND ratio < 1)
      );

      CREATE TABLE valuation (
        fund_symbol        text COLLATE "C" NOT NULL CONSTRAINT valuation_fund REFERENCES fund (symbol),
        ${KNOWN},
        load_id            bigint NOT NULL CONSTRAINT valuation_load REFERENCES load (id),
        document_id        integer NOT NULL CONSTRAINT valuation_document REFERENCES source_document (id),
        precedence         smallint NOT NULL,
        nav                numeric,
        shares_outstanding numeric,
        PRIMARY KEY (fund_symbol, observed_on, load_id),
        ${daysOf('valuation')},
        CONSTRAINT valuation_says_something CHECK (nav IS NOT NULL OR shares_outstanding IS NOT NULL),
        CONSTRAINT valuation_finite CHECK (nav > 0 AND nav < 'Infinity' AND shares_outstanding > 0 AND shares_outstanding < 'Infinity')
      );
      CREATE INDEX valuation_document_id ON valuation (document_id);

      ALTER TABLE security_description
        ADD listing text COLLATE "C",
        ADD matched_by text,
        ADD cusip text COLLATE "C",
        ADD isin text COLLATE "C",
        ADD lei text COLLATE "C",
        ADD cik text COLLATE "C";
      UPDATE security_description d SET listing = s.key, matched_by = CASE WHEN symbol IS NULL THEN 'NAME' ELSE 'TICKER' END
      FROM security s WHERE s.id = d.security_id;
      ALTER TABLE security_description
        ALTER listing SET NOT NULL,
        ALTER matched_by SET NOT NULL,
        ADD CONSTRAINT security_description_matched_by CHECK (matched_by IN ('CUSIP', 'ISIN', 'TICKER', 'NAME', 'NONE'));
      DROP INDEX security_description_wording;
      CREATE UNIQUE INDEX security_description_wording
        ON security_description (listing, symbol, name, sector, country, exchange, cusip, isin, lei, cik) NULLS NOT DISTINCT;
      CREATE INDEX security_description_by_security ON security_description (security_id);

      ALTER TABLE holding ALTER CONSTRAINT holding_described DEFERRABLE INITIALLY IMMEDIATE;

      CREATE TABLE snapshot_exposure (
        snapshot_id  integer NOT NULL CONSTRAINT snapshot_exposure_snapshot REFERENCES snapshot (id) ON DELETE CASCADE,
        dimension    text COLLATE "C" NOT NULL,
        rank         integer NOT NULL,
        key          text COLLATE "C",
        weight       numeric NOT NULL,
        positions    integer NOT NULL,
        market_value numeric,
        PRIMARY KEY (snapshot_id, dimension, rank),
        CONSTRAINT snapshot_exposure_dimension CHECK (dimension IN ('SECTOR', 'COUNTRY', 'ASSET_CLASS'))
      );

      CREATE TABLE constituent_list (
        id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key            text COLLATE "C" NOT NULL,
        index_code     text COLLATE "C" NOT NULL CONSTRAINT constituent_list_index REFERENCES benchmark_index (code),
        ${KNOWN},
        precedence     smallint NOT NULL,
        document_id    integer NOT NULL CONSTRAINT constituent_list_document REFERENCES source_document (id),
        load_id        bigint NOT NULL CONSTRAINT constituent_list_load REFERENCES load (id),
        members        integer NOT NULL,
        ${daysOf('constituent_list')}
      );
      CREATE UNIQUE INDEX constituent_list_key ON constituent_list (key);
      CREATE UNIQUE INDEX constituent_list_days ON constituent_list (id, observed_on, known_on, proven_on);
      CREATE INDEX constituent_list_as_of ON constituent_list (index_code, observed_on DESC, precedence, known_on DESC);

      CREATE TABLE constituent (
        list_id        integer NOT NULL,
        line           integer NOT NULL,
        security_id    integer NOT NULL,
        description_id integer NOT NULL,
        observed_on    date NOT NULL,
        known_on       date NOT NULL,
        proven_on      date NOT NULL,
        PRIMARY KEY (list_id, line),
        CONSTRAINT constituent_of FOREIGN KEY (list_id, observed_on, known_on, proven_on)
          REFERENCES constituent_list (id, observed_on, known_on, proven_on),
        CONSTRAINT constituent_described FOREIGN KEY (description_id, security_id)
          REFERENCES security_description (id, security_id) DEFERRABLE INITIALLY IMMEDIATE
      );
      CREATE INDEX constituent_security ON constituent (security_id, observed_on DESC)
        INCLUDE (known_on, proven_on, description_id, list_id);

      INSERT INTO snapshot_exposure (snapshot_id, dimension, rank, key, weight, positions, market_value)
      SELECT snapshot_id, dimension, row_number() OVER (PARTITION BY snapshot_id, dimension ORDER BY sum(weight) DESC, word COLLATE "C"),
        word, sum(weight), count(*), CASE WHEN bool_and(market_value IS NOT NULL) THEN sum(market_value) END
      FROM holding h JOIN security_description d ON d.id = h.description_id JOIN security s ON s.id = h.security_id
      CROSS JOIN LATERAL (VALUES ('SECTOR', d.sector), ('COUNTRY', d.country), ('ASSET_CLASS', s.asset_class)) v(dimension, word)
      GROUP BY snapshot_id, dimension, word;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE constituent, constituent_list, snapshot_exposure, valuation, expense_ratio;
      ALTER TABLE holding ALTER CONSTRAINT holding_described NOT DEFERRABLE;
      DROP INDEX security_description_wording, security_description_by_security;
      ALTER TABLE security_description DROP listing, DROP matched_by, DROP cusip, DROP isin, DROP lei, DROP cik;
      CREATE UNIQUE INDEX security_description_wording
        ON security_description (security_id, symbol, name, sector, country, exchange) NULLS NOT DISTINCT;
      ALTER TABLE benchmark_index DROP stand_in;
      ALTER TABLE fund DROP inception_on, DROP cik, DROP series_id;
    `);
  }
}
