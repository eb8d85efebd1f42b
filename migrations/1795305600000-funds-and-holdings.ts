import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Funds and what they held. Identities (index, fund, security) are timeless; snapshots and holdings
 * are facts, only ever inserted, each with the day it is about, the days it was known and its document.
 */
export class FundsAndHoldings1795305600000 implements MigrationInterface {
  name = 'FundsAndHoldings1795305600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE benchmark_index (
        code     text COLLATE "C" PRIMARY KEY,
        name     text NOT NULL,
        provider text NOT NULL
      );

      CREATE TABLE fund (
        symbol     text COLLATE "C" PRIMARY KEY,
        name       text NOT NULL,
        issuer     text,
        index_code text COLLATE "C" CONSTRAINT fund_index REFERENCES benchmark_index (code)
      );

      CREATE TABLE load (
        id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source         text COLLATE "C" NOT NULL,
        file_name      text NOT NULL,
        outcome        text NOT NULL,
        ran_on         date NOT NULL,
        ran_at         timestamptz NOT NULL,
        rows_read      integer NOT NULL,
        rows_added     integer NOT NULL,
        rows_unchanged integer NOT NULL,
        rows_refused   integer NOT NULL,
        reason         text,
        CONSTRAINT load_outcome CHECK (outcome IN ('ADDED', 'UNCHANGED', 'REFUSED'))
      );
      CREATE INDEX load_version ON load (id) WHERE outcome = 'ADDED';

      CREATE TABLE source_document (
        id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source       text COLLATE "C" NOT NULL,
        publisher    text NOT NULL,
        url          text,
        file_name    text NOT NULL,
        retrieved_at timestamptz NOT NULL,
        sha256       text COLLATE "C" NOT NULL,
        is_simulated boolean NOT NULL
      );
      CREATE UNIQUE INDEX source_document_bytes ON source_document (source, sha256);

      CREATE TABLE security (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key         text COLLATE "C" NOT NULL,
        asset_class text NOT NULL
      );
      CREATE UNIQUE INDEX security_key ON security (key);

      CREATE TABLE security_description (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        security_id integer NOT NULL CONSTRAINT security_description_security REFERENCES security (id),
        symbol      text COLLATE "C",
        name        text COLLATE "C" NOT NULL,
        sector      text COLLATE "C",
        country     text COLLATE "C",
        exchange    text COLLATE "C"
      );
      CREATE UNIQUE INDEX security_description_wording
        ON security_description (security_id, symbol, name, sector, country, exchange) NULLS NOT DISTINCT;
      CREATE UNIQUE INDEX security_description_of ON security_description (id, security_id);
      CREATE INDEX security_description_symbol ON security_description (symbol);

      CREATE TABLE snapshot (
        id                 integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key                text COLLATE "C" NOT NULL,
        fund_symbol        text COLLATE "C" NOT NULL CONSTRAINT snapshot_fund REFERENCES fund (symbol),
        observed_on        date NOT NULL,
        known_on           date NOT NULL,
        known_on_basis     text NOT NULL,
        proven_on          date NOT NULL,
        precedence         smallint NOT NULL,
        document_id        integer NOT NULL CONSTRAINT snapshot_document REFERENCES source_document (id),
        load_id            bigint NOT NULL CONSTRAINT snapshot_load REFERENCES load (id),
        positions          integer NOT NULL,
        shares_outstanding numeric,
        total_market_value numeric,
        CONSTRAINT snapshot_known_after_observed CHECK (known_on >= observed_on),
        CONSTRAINT snapshot_proven_after_known CHECK (proven_on >= known_on),
        CONSTRAINT snapshot_known_on_basis CHECK (known_on_basis IN
          ('ACCEPTED_BY_SEC', 'VINTAGE', 'FIRST_SEEN', 'MARKET_CLOSE', 'RELEASE_CALENDAR', 'LAG_ASSUMED')),
        CONSTRAINT snapshot_finite CHECK (shares_outstanding < 'Infinity'
          AND total_market_value < 'Infinity' AND total_market_value > '-Infinity')
      );
      CREATE UNIQUE INDEX snapshot_key ON snapshot (key);
      CREATE UNIQUE INDEX snapshot_days ON snapshot (id, observed_on, known_on, proven_on);
      CREATE INDEX snapshot_as_of ON snapshot (fund_symbol, observed_on DESC, precedence, known_on DESC);

      CREATE TABLE holding (
        snapshot_id      integer NOT NULL,
        line             integer NOT NULL,
        security_id      integer NOT NULL,
        description_id   integer NOT NULL,
        observed_on      date NOT NULL,
        known_on         date NOT NULL,
        proven_on        date NOT NULL,
        weight           numeric NOT NULL,
        published_weight numeric,
        shares           numeric,
        market_value     numeric,
        notional_value   numeric,
        price            numeric,
        currency         text,
        PRIMARY KEY (snapshot_id, line),
        CONSTRAINT holding_snapshot FOREIGN KEY (snapshot_id, observed_on, known_on, proven_on)
          REFERENCES snapshot (id, observed_on, known_on, proven_on),
        CONSTRAINT holding_described FOREIGN KEY (description_id, security_id)
          REFERENCES security_description (id, security_id),
        CONSTRAINT holding_finite CHECK (shares < 'Infinity' AND shares > '-Infinity'
          AND price < 'Infinity' AND price > '-Infinity'
          AND market_value < 'Infinity' AND market_value > '-Infinity'
          AND notional_value < 'Infinity' AND notional_value > '-Infinity'
          AND published_weight < 'Infinity' AND published_weight > '-Infinity'
          AND weight < 'Infinity' AND weight > '-Infinity')
      );
      CREATE INDEX holding_weight ON holding (snapshot_id, weight DESC, line);
      CREATE INDEX holding_security ON holding (security_id, observed_on DESC)
        INCLUDE (known_on, proven_on, description_id, snapshot_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE holding, snapshot, security_description, security, source_document, load, fund, benchmark_index;',
    );
  }
}
