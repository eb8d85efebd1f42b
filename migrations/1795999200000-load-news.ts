import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What kinds of facts each load added, and word of it to whoever listens: in the load's own transaction, so that it is heard when the facts can be seen. */
export class LoadNews1795999200000 implements MigrationInterface {
  name = 'LoadNews1795999200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE load ADD COLUMN kinds text[] NOT NULL DEFAULT '{}';

      CREATE FUNCTION tell_of_load() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('catalyst_load', '');
          RETURN NULL;
        END $$;

      CREATE TRIGGER tell_of_load AFTER INSERT ON load FOR EACH ROW WHEN (NEW.outcome = 'ADDED') EXECUTE FUNCTION tell_of_load();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER tell_of_load ON load; DROP FUNCTION tell_of_load; ALTER TABLE load DROP COLUMN kinds;');
  }
}
