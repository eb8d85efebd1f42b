import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DocumentFacts1796256000000 } from './1796256000000-document-facts';

/** By which of its days a fact counts as known under each kind of knowledge. */
const SINCE = [
  ['ANY', 'known_on'],
  ['PROVEN', 'proven_on'],
];

/** Adds the tallies of `facts`, the name of a table or of a transition table, to those of the table that `counted` names. Both are expressions of PL/pgSQL. */
const tally = (counted: string, facts: string): string =>
  SINCE.map(
    ([knowledge, known]) => `
          EXECUTE format('
            WITH of_day AS (
              SELECT source, is_simulated, date_part(''year'', day)::int AS year, day, (sum(count(*)) OVER days)::int AS facts_until,
                max(max(observed_on)) OVER days AS newest_observed, max(max(known_on)) OVER days AS newest_known
              FROM (SELECT d.source, d.is_simulated, f.observed_on, f.known_on, greatest(f.observed_on, f.${known}) AS day FROM %s f JOIN public.source_document d ON d.id = f.document_id) dated
              GROUP BY source, is_simulated, day WINDOW days AS (PARTITION BY source, is_simulated, date_part(''year'', day)::int ORDER BY day)
              ORDER BY source, is_simulated, year, day
            ), listed AS (
              INSERT INTO public.day_tally (knowledge, year, source, table_name, is_simulated, days, facts_until, newest_observed_until, newest_known_until)
              SELECT ''${knowledge}'', year, source, %L, is_simulated, array_agg(day), array_agg(facts_until), nullif(array_agg(newest_observed), array_agg(day)), nullif(array_agg(newest_known), array_agg(day))
              FROM of_day GROUP BY source, is_simulated, year
            )
            INSERT INTO public.year_tally AS tallied (knowledge, year, source, table_name, is_simulated, facts, last_on, newest_observed_on, newest_known_on)
            SELECT ''${knowledge}'', year, source, %L, is_simulated, max(facts_until), max(day), max(newest_observed), max(newest_known) FROM of_day GROUP BY source, is_simulated, year
            ON CONFLICT (knowledge, year, source, table_name, is_simulated) DO UPDATE SET facts = tallied.facts + excluded.facts, last_on = greatest(tallied.last_on, excluded.last_on),
              newest_observed_on = greatest(tallied.newest_observed_on, excluded.newest_observed_on), newest_known_on = greatest(tallied.newest_known_on, excluded.newest_known_on)',
            ${facts}, ${counted}, ${counted});`,
  ).join('');

/**
 * Facts are counted by the year and the day on which they came to be known, in place of by their document: so what there was by a past day is told without
 * going through facts or documents.
 */
export class FactTallies1796342400000 implements MigrationInterface {
  name = 'FactTallies1796342400000';

  async up(db: QueryRunner): Promise<void> {
    const tables = await counted(db);
    await new DocumentFacts1796256000000().down(db);
    await db.query(`
      CREATE TABLE year_tally (
        knowledge          text COLLATE "C" NOT NULL CONSTRAINT year_tally_knowledge CHECK (knowledge IN ('ANY', 'PROVEN')),
        year               integer NOT NULL,
        source             text COLLATE "C" NOT NULL,
        table_name         text COLLATE "C" NOT NULL,
        is_simulated       boolean NOT NULL,
        facts              integer NOT NULL,
        last_on            date NOT NULL,
        newest_observed_on date NOT NULL,
        newest_known_on    date NOT NULL,
        PRIMARY KEY (knowledge, year, source, table_name, is_simulated)
      );
      CREATE TABLE day_tally (
        knowledge             text COLLATE "C" NOT NULL CONSTRAINT day_tally_knowledge CHECK (knowledge IN ('ANY', 'PROVEN')),
        year                  integer NOT NULL,
        source                text COLLATE "C" NOT NULL,
        table_name            text COLLATE "C" NOT NULL,
        is_simulated          boolean NOT NULL,
        id                    bigint GENERATED ALWAYS AS IDENTITY,
        days                  date[] NOT NULL,
        facts_until           integer[] NOT NULL,
        newest_observed_until date[],
        newest_known_until    date[],
        PRIMARY KEY (knowledge, year, source, table_name, is_simulated, id)
      );

      CREATE FUNCTION count_facts() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN${tally('TG_TABLE_NAME', `'added'`)}
          RETURN NULL;
        END $$;

      CREATE FUNCTION count_facts_of(counted text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN${tally('counted', `format('public.%I', counted)`)}
          EXECUTE format('CREATE TRIGGER count_facts AFTER INSERT ON public.%I REFERENCING NEW TABLE AS added
            FOR EACH STATEMENT EXECUTE FUNCTION public.count_facts()', counted);
        END $$;
    `);
    for (const { name } of tables) await db.query('SELECT count_facts_of($1)', [name]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION count_facts CASCADE; DROP FUNCTION count_facts_of; DROP TABLE year_tally, day_tally;');
    await new DocumentFacts1796256000000().up(db);
  }
}

const counted = (db: QueryRunner): Promise<{ name: string }[]> => db.query(`SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'count_facts' ORDER BY 1`);
