import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which vintages answer is told from the vintages themselves, but for those few that do not: a row for each that does cost a load of thousands of
 * vintages as much as the vintages, and how far vintages reach by a day follows from the intervals. A vintage points to what its load brought of its series, and
 * not each to series, document and load.
 */
export class AnsweringVintages1796169600000 implements MigrationInterface {
  name = 'AnsweringVintages1796169600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE unserved_vintage (
        series_code text COLLATE "C" NOT NULL,
        place       bigint NOT NULL,
        PRIMARY KEY (series_code, place),
        CONSTRAINT unserved_vintage_vintage FOREIGN KEY (series_code, place) REFERENCES vintage (series_code, place)
      );
      INSERT INTO unserved_vintage
      SELECT series_code, place FROM vintage v WHERE NOT EXISTS (SELECT FROM served_vintage s WHERE s.series_code = v.series_code AND s.place = v.place);

      CREATE TABLE assumed_vintage (
        series_code text COLLATE "C" PRIMARY KEY CONSTRAINT assumed_vintage_indicator REFERENCES indicator (code),
        vintage_id  integer NOT NULL CONSTRAINT assumed_vintage_vintage REFERENCES vintage (id),
        read_at     bigint NOT NULL,
        first_on    date NOT NULL,
        last_on     date NOT NULL
      );
      INSERT INTO assumed_vintage SELECT series_code, vintage_id, read_at, first_on, last_on FROM served_vintage WHERE is_assumed;

      DROP TABLE served_vintage;

      CREATE TABLE series_load (
        series_code text COLLATE "C" NOT NULL CONSTRAINT series_load_indicator REFERENCES indicator (code),
        document_id integer NOT NULL CONSTRAINT series_load_document REFERENCES source_document (id),
        load_id     bigint NOT NULL CONSTRAINT series_load_load REFERENCES load (id),
        PRIMARY KEY (series_code, document_id, load_id)
      );
      INSERT INTO series_load SELECT DISTINCT series_code, document_id, load_id FROM vintage;
      ALTER TABLE vintage DROP CONSTRAINT vintage_indicator, DROP CONSTRAINT vintage_document, DROP CONSTRAINT vintage_load,
        ADD CONSTRAINT vintage_series_load FOREIGN KEY (series_code, document_id, load_id) REFERENCES series_load (series_code, document_id, load_id);

      DELETE FROM table_version WHERE table_name = 'served_vintage';
      SELECT watch_tables();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
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
      INSERT INTO served_vintage
      SELECT series_code, place, id, FALSE, place, known_on, known_on, first_observed_on, observed_on,
        min(first_observed_on) OVER so_far, max(observed_on) OVER so_far
      FROM vintage v WHERE NOT EXISTS (SELECT FROM unserved_vintage u WHERE u.series_code = v.series_code AND u.place = v.place)
      WINDOW so_far AS (PARTITION BY series_code ORDER BY place);
      INSERT INTO served_vintage
      SELECT series_code, ${Number.MIN_SAFE_INTEGER}, vintage_id, TRUE, read_at, '-infinity', 'infinity', first_on, last_on, first_on, last_on FROM assumed_vintage;
      ALTER TABLE vintage DROP CONSTRAINT vintage_series_load,
        ADD CONSTRAINT vintage_indicator FOREIGN KEY (series_code) REFERENCES indicator (code),
        ADD CONSTRAINT vintage_document FOREIGN KEY (document_id) REFERENCES source_document (id),
        ADD CONSTRAINT vintage_load FOREIGN KEY (load_id) REFERENCES load (id);
      DROP TABLE unserved_vintage, assumed_vintage, series_load;
      DELETE FROM table_version WHERE table_name IN ('unserved_vintage', 'assumed_vintage', 'series_load');
      SELECT watch_tables();
    `);
  }
}
