import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What signals read on past days, as it was computed, and which days of which signals are stored. */
export class SignalHistory1796090400000 implements MigrationInterface {
  name = 'SignalHistory1796090400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE signal_reading (
        signal_key     text COLLATE "C" NOT NULL,
        knowledge      text NOT NULL,
        as_of          date NOT NULL,
        id             bigint GENERATED ALWAYS AS IDENTITY,
        version        integer NOT NULL,
        value          double precision,
        score          double precision,
        state          text,
        known_on_basis text,
        is_hindsight   boolean NOT NULL,
        inputs_hash    text COLLATE "C" NOT NULL,
        load_id        bigint NOT NULL CONSTRAINT signal_reading_load REFERENCES load (id),
        computed_at    timestamptz NOT NULL,
        PRIMARY KEY (signal_key, knowledge, as_of, id),
        CONSTRAINT signal_reading_knowledge CHECK (knowledge IN ('ANY', 'PROVEN')),
        CONSTRAINT signal_reading_state CHECK (state IN ('AGAINST', 'NEUTRAL', 'FOR', 'INSUFFICIENT_DATA')),
        CONSTRAINT signal_reading_score CHECK (score BETWEEN -1 AND 1),
        CONSTRAINT signal_reading_finite CHECK (value > '-Infinity' AND value < 'Infinity'),
        CONSTRAINT signal_reading_known_on_basis CHECK (known_on_basis IN
          ('ACCEPTED_BY_SEC', 'VINTAGE', 'FIRST_SEEN', 'MARKET_CLOSE', 'RELEASE_CALENDAR', 'LAG_ASSUMED'))
      );

      CREATE TABLE signal_coverage (
        signal_key     text COLLATE "C" NOT NULL,
        knowledge      text NOT NULL,
        versions       text COLLATE "C" NOT NULL,
        needs          text[] NOT NULL,
        timeless_needs text[] NOT NULL,
        first_on       date NOT NULL,
        last_on        date NOT NULL,
        stale_from     date,
        stale_by       bigint,
        PRIMARY KEY (signal_key, knowledge),
        CONSTRAINT signal_coverage_knowledge CHECK (knowledge IN ('ANY', 'PROVEN')),
        CONSTRAINT signal_coverage_ordered CHECK (first_on <= last_on),
        CONSTRAINT signal_coverage_stale CHECK ((stale_from IS NULL) = (stale_by IS NULL))
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE signal_coverage, signal_reading;');
  }
}
