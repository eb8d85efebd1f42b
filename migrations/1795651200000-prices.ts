import type { MigrationInterface, QueryRunner } from 'typeorm';

const KNOWN = `
        observed_on    date NOT NULL,
        known_on       date NOT NULL,
        known_on_basis text NOT NULL,
        proven_on      date NOT NULL,
        document_id    integer NOT NULL,
        load_id        bigint NOT NULL`;

/** What holds for the days of every fact, and where each is from. */
const knownRules = (table: string): string => `
        CONSTRAINT ${table}_document FOREIGN KEY (document_id) REFERENCES source_document (id),
        CONSTRAINT ${table}_load FOREIGN KEY (load_id) REFERENCES load (id),
        CONSTRAINT ${table}_known_after_observed CHECK (known_on >= observed_on),
        CONSTRAINT ${table}_proven_after_known CHECK (proven_on >= known_on),
        CONSTRAINT ${table}_known_on_basis CHECK (known_on_basis IN
          ('ACCEPTED_BY_SEC', 'VINTAGE', 'FIRST_SEEN', 'MARKET_CLOSE', 'RELEASE_CALENDAR', 'LAG_ASSUMED'))`;

/**
 * Closing prices, and what makes a price change without anybody being richer or poorer.
 *
 * A series is closes on one basis, so that what lies between two of them is a return: the raw closes of a source, however
 * many files they come in; or the adjusted closes of one file, since the next one is adjusted for more. Rows are the truth. A
 * chunk holds the same closes of a year as two arrays, for reading many at once.
 */
export class Prices1795651200000 implements MigrationInterface {
  name = 'Prices1795651200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE price_series (
        id               integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        listing          text COLLATE "C" NOT NULL,
        source           text COLLATE "C" NOT NULL,
        closes           text NOT NULL,
        precedence       smallint NOT NULL,
        content          text COLLATE "C",
        adjusted_through date,
        dated_on         date,
        CONSTRAINT price_series_closes CHECK (closes IN ('RAW', 'SPLIT_ADJUSTED', 'TOTAL_RETURN', 'MIXED')),
        CONSTRAINT price_series_edition CHECK ((closes = 'RAW') = (content IS NULL) AND (content IS NULL) = (adjusted_through IS NULL)
          AND (closes <> 'RAW' OR dated_on IS NULL))
      );
      CREATE UNIQUE INDEX price_series_key ON price_series (listing, source, closes, content, dated_on) NULLS NOT DISTINCT;

      CREATE TABLE close (
        series_id      integer NOT NULL CONSTRAINT close_series REFERENCES price_series (id),
        ${KNOWN},
        close          numeric NOT NULL,
        PRIMARY KEY (series_id, observed_on, load_id),
        ${knownRules('close')},
        CONSTRAINT close_positive CHECK (close > 0 AND close < 'Infinity')
      );
      CREATE INDEX close_document_id ON close (document_id);

      CREATE TABLE close_chunk (
        series_id integer NOT NULL CONSTRAINT close_chunk_series REFERENCES price_series (id),
        year      integer NOT NULL,
        first_on  date NOT NULL,
        last_on   date NOT NULL,
        known_on  date NOT NULL,
        proven_on date NOT NULL,
        dates     date[] NOT NULL,
        closes    double precision[] NOT NULL,
        PRIMARY KEY (series_id, year)
      );

      CREATE TABLE corporate_action (
        listing          text COLLATE "C" NOT NULL,
        kind             text NOT NULL,
        ${KNOWN},
        precedence       smallint NOT NULL,
        ratio            numeric,
        amount           numeric,
        currency         text COLLATE "C",
        delisting_return numeric,
        PRIMARY KEY (listing, kind, observed_on, load_id),
        ${knownRules('corporate_action')},
        CONSTRAINT corporate_action_kind CHECK (kind IN ('SPLIT', 'DIVIDEND', 'DELISTING')),
        CONSTRAINT corporate_action_ratio CHECK ((kind = 'SPLIT') = (ratio IS NOT NULL) AND ratio > 0 AND ratio < 'Infinity'),
        CONSTRAINT corporate_action_amount CHECK ((kind = 'DIVIDEND') = (amount IS NOT NULL) AND amount > 0 AND amount < 'Infinity'),
        CONSTRAINT corporate_action_return CHECK (delisting_return IS NULL OR (kind = 'DELISTING' AND delisting_return >= -1 AND delisting_return < 'Infinity'))
      );
      CREATE INDEX corporate_action_document_id ON corporate_action (document_id);

      CREATE AGGREGATE product (double precision) (SFUNC = float8mul, STYPE = double precision, INITCOND = '1');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP AGGREGATE product (double precision);
      DROP TABLE corporate_action, close_chunk, close, price_series;
    `);
  }
}
