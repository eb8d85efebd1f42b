import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables whose rows are facts of their own when this came; of a later one `count_facts_of` is to be called by the migration that makes it. */
const COUNTED = [
  ...['basket_member', 'close', 'company_fact', 'company_profile', 'constituent_list', 'corporate_action', 'earnings_estimate', 'filing'],
  ...['release_day', 'snapshot', 'ticker_list', 'valuation', 'vintage'],
];

const SUMMARY = `document_id, %L, count(*), max(observed_on), min(known_on), max(known_on), min(proven_on), max(proven_on)`;

/**
 * How many facts of each table a document brought, and over which days: kept as they are added, whoever adds them, so that nobody has to go through all
 * facts to tell what there is.
 */
export class DocumentFacts1796256000000 implements MigrationInterface {
  name = 'DocumentFacts1796256000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE document_facts (
        document_id        integer NOT NULL CONSTRAINT document_facts_document REFERENCES source_document (id) ON DELETE CASCADE,
        table_name         text COLLATE "C" NOT NULL,
        facts              integer NOT NULL,
        newest_observed_on date NOT NULL,
        first_known_on     date NOT NULL,
        last_known_on      date NOT NULL,
        first_proven_on    date NOT NULL,
        last_proven_on     date NOT NULL,
        PRIMARY KEY (document_id, table_name)
      );

      CREATE FUNCTION count_facts() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format('INSERT INTO public.document_facts AS counted SELECT ${SUMMARY} FROM added GROUP BY document_id
            ON CONFLICT (document_id, table_name) DO UPDATE SET facts = counted.facts + excluded.facts,
              newest_observed_on = greatest(counted.newest_observed_on, excluded.newest_observed_on),
              first_known_on = least(counted.first_known_on, excluded.first_known_on), last_known_on = greatest(counted.last_known_on, excluded.last_known_on),
              first_proven_on = least(counted.first_proven_on, excluded.first_proven_on), last_proven_on = greatest(counted.last_proven_on, excluded.last_proven_on)',
            TG_TABLE_NAME);
          RETURN NULL;
        END $$;

      CREATE FUNCTION count_facts_of(counted text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format('INSERT INTO public.document_facts SELECT ${SUMMARY} FROM public.%I GROUP BY document_id', counted, counted);
          EXECUTE format('CREATE TRIGGER count_facts AFTER INSERT ON public.%I REFERENCING NEW TABLE AS added
            FOR EACH STATEMENT EXECUTE FUNCTION public.count_facts()', counted);
        END $$;
    `);
    for (const table of COUNTED) await db.query('SELECT count_facts_of($1)', [table]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION count_facts CASCADE; DROP FUNCTION count_facts_of; DROP TABLE document_facts;');
  }
}
