import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each close points to: a column of it, and the table of that. */
const REFERENCES = [
  ['series', 'price_series'],
  ['document', 'source_document'],
  ['load', 'load'],
] as const;

/**
 * That closes point to what there is, is checked for all rows of a statement at once. A foreign key looks for each row by itself, and locks what it finds, three times a close:
 * half of what it costs to load one, for a file whose closes all point to the same three rows.
 */
export class CloseReferences1796428800000 implements MigrationInterface {
  name = 'CloseReferences1796428800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_dangling_closes() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          dangling text;
        BEGIN
          SELECT coalesce(${REFERENCES.map(([name, table]) => `
            (SELECT 'no ${table} ' || id FROM (SELECT DISTINCT ${name}_id AS id FROM added) a WHERE NOT EXISTS (SELECT FROM public.${table} WHERE ${table}.id = a.id) LIMIT 1)`).join(',')}
          ) INTO dangling;
          IF dangling IS NOT NULL THEN
            RAISE foreign_key_violation USING MESSAGE = 'closes point to what is not there: ' || dangling, TABLE = 'close';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER refuse_dangling_inserted AFTER INSERT ON close REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_dangling_closes();
      CREATE TRIGGER refuse_dangling_updated AFTER UPDATE ON close REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_dangling_closes();

      CREATE FUNCTION keep_what_closes_need() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          needed bigint;
        BEGIN
          EXECUTE format('SELECT g.id FROM gone g WHERE EXISTS (SELECT FROM public.close c WHERE c.%I = g.id) LIMIT 1', TG_ARGV[0]) INTO needed;
          IF needed IS NOT NULL THEN
            RAISE foreign_key_violation USING MESSAGE = format('closes point to %s %s', TG_TABLE_NAME, needed), TABLE = TG_TABLE_NAME;
          END IF;
          RETURN NULL;
        END $$;
      ${REFERENCES.map(
        ([name, table]) => `
      ALTER TABLE close DROP CONSTRAINT close_${name};
      CREATE TRIGGER keep_what_closes_need AFTER DELETE ON ${table} REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_what_closes_need('${name}_id');`,
      ).join('')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION refuse_dangling_closes CASCADE;
      DROP FUNCTION keep_what_closes_need CASCADE;
      ALTER TABLE close ${REFERENCES.map(([name, table]) => `ADD CONSTRAINT close_${name} FOREIGN KEY (${name}_id) REFERENCES ${table} (id)`).join(', ')};
    `);
  }
}
