import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Macro indicators and their vintages. A vintage is a series as it could be read on one day; a value that many vintages of a document
 * have alike is one row. From these follow the intervals over which each value was served, so that a series as known on a day is one range.
 */
export class Indicators1795564800000 implements MigrationInterface {
  name = 'Indicators1795564800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE release (
        code       text COLLATE "C" PRIMARY KEY,
        name       text NOT NULL,
        publisher  text NOT NULL,
        url        text NOT NULL,
        fred_id    integer,
        lag_rule   text NOT NULL,
        lag_days   smallint,
        lag_reason text NOT NULL,
        CONSTRAINT release_lag CHECK (lag_rule IN ('DAYS', 'NEXT_SESSION', 'SAME_DAY') AND (lag_rule = 'DAYS') = (lag_days IS NOT NULL))
      );

      CREATE TABLE indicator (
        code                text COLLATE "C" PRIMARY KEY,
        title               text NOT NULL,
        unit                text,
        frequency           text,
        seasonal_adjustment text,
        release_code        text COLLATE "C" CONSTRAINT indicator_release REFERENCES release (code),
        themes              text[] NOT NULL,
        CONSTRAINT indicator_frequency CHECK (frequency IN ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY')),
        CONSTRAINT indicator_seasonal_adjustment CHECK (seasonal_adjustment IN ('ADJUSTED', 'ADJUSTED_ANNUAL_RATE', 'NOT_ADJUSTED'))
      );

      CREATE TABLE vintage (
        id                integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        series_code       text COLLATE "C" NOT NULL CONSTRAINT vintage_indicator REFERENCES indicator (code),
        first_observed_on date NOT NULL,
        observed_on       date NOT NULL,
        known_on          date NOT NULL,
        known_on_basis    text NOT NULL,
        proven_on         date NOT NULL,
        place             bigint NOT NULL,
        observations      integer NOT NULL,
        digest            text COLLATE "C" NOT NULL,
        document_id       integer NOT NULL CONSTRAINT vintage_document REFERENCES source_document (id),
        load_id           bigint NOT NULL CONSTRAINT vintage_load REFERENCES load (id),
        CONSTRAINT vintage_ordered CHECK (first_observed_on <= observed_on AND observations > 0),
        CONSTRAINT vintage_known_after_observed CHECK (known_on >= observed_on),
        CONSTRAINT vintage_known_on_basis CHECK (known_on_basis IN ('VINTAGE', 'FIRST_SEEN')),
        CONSTRAINT vintage_is_proven CHECK (proven_on = known_on)
      );
      CREATE UNIQUE INDEX vintage_place ON vintage (series_code, place);

      CREATE TABLE vintage_value (
        series_code   text COLLATE "C" NOT NULL CONSTRAINT vintage_value_indicator REFERENCES indicator (code),
        observed_on   date NOT NULL,
        first_vintage integer NOT NULL CONSTRAINT vintage_value_first REFERENCES vintage (id),
        last_vintage  integer NOT NULL CONSTRAINT vintage_value_last REFERENCES vintage (id),
        value         numeric,
        PRIMARY KEY (first_vintage, observed_on),
        CONSTRAINT vintage_value_ordered CHECK (last_vintage >= first_vintage),
        CONSTRAINT vintage_value_finite CHECK (value < 'Infinity' AND value > '-Infinity')
      );

      CREATE TABLE served_vintage (
        series_code text COLLATE "C" NOT NULL CONSTRAINT served_vintage_indicator REFERENCES indicator (code),
        place       bigint NOT NULL,
        vintage_id  integer NOT NULL CONSTRAINT served_vintage_vintage REFERENCES vintage (id),
        is_assumed  boolean NOT NULL,
        read_at     bigint NOT NULL,
        known_on    date NOT NULL,
        proven_on   date NOT NULL,
        first_on    date NOT NULL,
        last_on     date NOT NULL,
        earliest_on date NOT NULL,
        latest_on   date NOT NULL,
        PRIMARY KEY (series_code, place)
      );
      CREATE INDEX served_vintage_known ON served_vintage (series_code, known_on, place);

      CREATE TABLE observation_interval (
        series_code    text COLLATE "C" NOT NULL CONSTRAINT observation_interval_indicator REFERENCES indicator (code),
        observed_on    date NOT NULL,
        place_from     bigint NOT NULL,
        place_until    bigint NOT NULL,
        value          numeric,
        known_on       date NOT NULL,
        known_on_basis text NOT NULL,
        proven_on      date NOT NULL,
        assumed_on     date,
        vintage_id     integer NOT NULL CONSTRAINT observation_interval_vintage REFERENCES vintage (id),
        document_id    integer NOT NULL CONSTRAINT observation_interval_document REFERENCES source_document (id),
        PRIMARY KEY (series_code, observed_on, place_from),
        CONSTRAINT observation_interval_known_after_observed CHECK (known_on >= observed_on AND assumed_on >= observed_on),
        CONSTRAINT observation_interval_ordered CHECK (place_until > place_from),
        CONSTRAINT observation_interval_known_on_basis CHECK (known_on_basis IN ('VINTAGE', 'FIRST_SEEN')),
        CONSTRAINT observation_interval_is_proven CHECK (proven_on = known_on)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE observation_interval, served_vintage, vintage_value, vintage, indicator, release;');
  }
}
