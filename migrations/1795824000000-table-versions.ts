import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A version of each table, changed by every transaction that changes the table, whoever writes it and however. Two states that differ never
 * share a version, also not across databases and restored backups: it is drawn at random, and says nothing but "the same" or "not".
 */
export class TableVersions1795824000000 implements MigrationInterface {
  name = 'TableVersions1795824000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE table_version (
        table_name text COLLATE "C" PRIMARY KEY,
        version    uuid NOT NULL DEFAULT gen_random_uuid(),
        changed_by xid8 NOT NULL DEFAULT pg_current_xact_id()
      );

      CREATE FUNCTION change_table_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE public.table_version SET version = gen_random_uuid(), changed_by = pg_current_xact_id()
          WHERE table_name = TG_TABLE_NAME AND changed_by <> pg_current_xact_id();
          RETURN NULL;
        END $$;

      CREATE FUNCTION watch_tables() RETURNS void LANGUAGE plpgsql AS $$
        DECLARE watched text;
        BEGIN
          FOR watched IN
            SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'table_version')
              AND tablename COLLATE "C" NOT IN (SELECT table_name FROM public.table_version)
          LOOP
            INSERT INTO public.table_version (table_name) VALUES (watched);
            EXECUTE format('CREATE TRIGGER change_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.%I
              FOR EACH STATEMENT EXECUTE FUNCTION public.change_table_version()', watched);
          END LOOP;
        END $$;

      SELECT watch_tables();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION watch_tables; DROP FUNCTION change_table_version CASCADE; DROP TABLE table_version;');
  }
}
