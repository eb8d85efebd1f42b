import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which simulated market the database holds, if it does: one row, or none. */
export class Simulation1795658400000 implements MigrationInterface {
  name = 'Simulation1795658400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE simulation (
        is_the_one boolean DEFAULT TRUE PRIMARY KEY,
        seed       bigint NOT NULL,
        companies  integer NOT NULL,
        years      integer NOT NULL,
        funds      integer NOT NULL,
        mode       text COLLATE "C" NOT NULL,
        last_on    date NOT NULL,
        CONSTRAINT simulation_alone CHECK (is_the_one)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE simulation');
  }
}
