import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The days of releases as calendars list them, and how far each calendar lists them whole. Where one proves the day of a release, the values of
 * before the vintages are known on that day and not by the usual lag.
 */
export class ReleaseDays1795910400000 implements MigrationInterface {
  name = 'ReleaseDays1795910400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE release_list (
        fred_release   integer NOT NULL,
        name           text,
        first_on       date NOT NULL,
        through_on     date NOT NULL,
        observed_on    date NOT NULL,
        known_on       date NOT NULL,
        known_on_basis text NOT NULL,
        proven_on      date NOT NULL,
        document_id    integer NOT NULL CONSTRAINT release_list_document REFERENCES source_document (id),
        load_id        bigint NOT NULL CONSTRAINT release_list_load REFERENCES load (id),
        PRIMARY KEY (fred_release, observed_on, first_on, through_on),
        CONSTRAINT release_list_ordered CHECK (first_on <= through_on),
        CONSTRAINT release_list_known_after_observed CHECK (known_on >= observed_on),
        CONSTRAINT release_list_known_on_basis CHECK (known_on_basis IN ('VINTAGE', 'FIRST_SEEN')),
        CONSTRAINT release_list_is_proven CHECK (proven_on = known_on)
      );

      CREATE TABLE release_day (
        fred_release   integer NOT NULL,
        release_on     date NOT NULL,
        observed_on    date NOT NULL,
        known_on       date NOT NULL,
        known_on_basis text NOT NULL,
        proven_on      date NOT NULL,
        document_id    integer NOT NULL CONSTRAINT release_day_document REFERENCES source_document (id),
        load_id        bigint NOT NULL CONSTRAINT release_day_load REFERENCES load (id),
        PRIMARY KEY (fred_release, release_on, observed_on, proven_on),
        CONSTRAINT release_day_observed CHECK (observed_on <= release_on AND known_on = observed_on),
        CONSTRAINT release_day_proven_after_known CHECK (proven_on >= known_on),
        CONSTRAINT release_day_known_on_basis CHECK (
          CASE WHEN release_on = observed_on THEN known_on_basis = 'RELEASE_CALENDAR' ELSE known_on_basis IN ('VINTAGE', 'FIRST_SEEN') AND proven_on = known_on END)
      );

      ALTER TABLE release ADD CONSTRAINT release_fred_id UNIQUE (fred_id);

      ALTER TABLE observation_interval ADD assumed_basis text;
      UPDATE observation_interval SET assumed_basis = 'LAG_ASSUMED' WHERE assumed_on IS NOT NULL;
      ALTER TABLE observation_interval ADD CONSTRAINT observation_interval_assumed_basis CHECK (
        (assumed_on IS NULL) = (assumed_basis IS NULL) AND assumed_basis IN ('RELEASE_CALENDAR', 'LAG_ASSUMED'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE observation_interval DROP COLUMN assumed_basis;
      ALTER TABLE release DROP CONSTRAINT release_fred_id;
      DROP TABLE release_day, release_list;
    `);
  }
}
