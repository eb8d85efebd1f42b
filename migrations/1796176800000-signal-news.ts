import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Word of what signals came to read, to whoever listens for loads; and the readings by the order in which they were computed. */
export class SignalNews1796176800000 implements MigrationInterface {
  name = 'SignalNews1796176800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX signal_reading_news ON signal_reading (id) WHERE knowledge = 'ANY';
      CREATE TRIGGER tell_of_readings AFTER INSERT ON signal_reading FOR EACH STATEMENT EXECUTE FUNCTION tell_of_load();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER tell_of_readings ON signal_reading; DROP INDEX signal_reading_news;');
  }
}
