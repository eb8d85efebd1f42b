import type { MigrationInterface, QueryRunner } from 'typeorm';

const KNOWN = `
        observed_on    date NOT NULL,
        known_on       date NOT NULL,
        known_on_basis text NOT NULL,
        proven_on      date NOT NULL`;

/** What holds for the days of every fact. */
const daysOf = (table: string): string => `
        CONSTRAINT ${table}_known_after_observed CHECK (known_on >= observed_on),
        CONSTRAINT ${table}_proven_after_known CHECK (proven_on >= known_on),
        CONSTRAINT ${table}_known_on_basis CHECK (known_on_basis IN
          ('ACCEPTED_BY_SEC', 'VINTAGE', 'FIRST_SEEN', 'MARKET_CLOSE', 'RELEASE_CALENDAR', 'LAG_ASSUMED'))`;

/** Where a fact is from. */
const broughtBy = (table: string): string => `
        document_id    integer NOT NULL CONSTRAINT ${table}_document REFERENCES source_document (id),
        load_id        bigint NOT NULL CONSTRAINT ${table}_load REFERENCES load (id)`;

/**
 * Companies that report to the SEC: the row is identity and timeless; names, profiles, tickers and filings are dated facts.
 *
 * Names are compared by functions, so that indices hold what is compared. `company_words`: in capitals, without what EDGAR adds
 * behind a stroke to tell companies of one name apart (`/DE/`), points, classes of shares and words for the kind of company;
 * `and` is `&`. `plain_company_name`: the same without spaces. Two names agree where one begins with all of the other, or
 * where they have their first word in common and it has three letters, `&` aside. A function that calls another is bound to it when it is
 * made: Postgres fills indices with nothing of ours in the search path.
 */
export class Companies1795474800000 implements MigrationInterface {
  name = 'Companies1795474800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(String.raw`
      CREATE FUNCTION company_words(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT btrim(regexp_replace(
          regexp_replace(
            regexp_replace(
              regexp_replace(
                regexp_replace(
                  regexp_replace(upper(name COLLATE "C"), '\s*[/\\]\s*[A-Z]{0,4}\s*[/\\]?\s*$', ''),
                  '[.,''’]', '', 'g'),
                '\mCL(ASS)?\s+[A-Z]\M', ' ', 'g'),
              '\s*(&|\+|\mAND\M)\s*', '&', 'g'),
            '[^A-Z0-9&]+', ' ', 'g'),
          '\m(THE|INC|INCORPORATED|CORP|CORPORATION|CO|COMPANY|COMPANIES|LTD|LIMITED|PLC|LLC|LP|NV|SA|AG|SE)\M ?', '', 'g'))
      $$;

      CREATE FUNCTION plain_company_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN btrim(replace(company_words(name), ' ', ''), '&');

      CREATE FUNCTION company_names_agree(one text, other text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN plain_company_name(one) <> '' AND plain_company_name(other) <> '' AND (
          starts_with(plain_company_name(one), plain_company_name(other)) OR starts_with(plain_company_name(other), plain_company_name(one))
          OR length(split_part(translate(company_words(one), '&', ' '), ' ', 1)) >= 3
            AND split_part(translate(company_words(one), '&', ' '), ' ', 1) = split_part(translate(company_words(other), '&', ' '), ' ', 1));

      CREATE FUNCTION searched_words(name text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT to_tsvector('pg_catalog.simple', translate(name, '.,;:/\-_&+''’"()[]@#*!?=<>|', repeat(' ', 26)))
      $$;

      CREATE TABLE company (
        cik text COLLATE "C" PRIMARY KEY,
        CONSTRAINT company_cik CHECK (cik ~ '^[0-9]{10}$')
      );
      INSERT INTO company (cik) SELECT DISTINCT cik FROM security_description WHERE cik IS NOT NULL;

      ALTER TABLE security_description ADD CONSTRAINT security_description_company FOREIGN KEY (cik) REFERENCES company (cik);
      CREATE INDEX security_description_cik ON security_description (cik) WHERE cik IS NOT NULL;
      CREATE INDEX security_description_plain_name ON security_description (plain_company_name(name));
      CREATE INDEX security_description_words ON security_description USING gin (searched_words(name));

      CREATE TABLE company_name (
        cik            text COLLATE "C" NOT NULL CONSTRAINT company_name_company REFERENCES company (cik),
        name           text COLLATE "C" NOT NULL,
        ${KNOWN},
        ${broughtBy('company_name')},
        PRIMARY KEY (cik, observed_on, name, load_id),
        ${daysOf('company_name')}
      );
      CREATE INDEX company_name_plain_name ON company_name (plain_company_name(name));
      CREATE INDEX company_name_words ON company_name USING gin (searched_words(name));

      CREATE TABLE company_profile (
        cik                    text COLLATE "C" NOT NULL CONSTRAINT company_profile_company REFERENCES company (cik),
        ${KNOWN},
        ${broughtBy('company_profile')},
        sic                    text COLLATE "C",
        sic_description        text,
        fiscal_year_end        text COLLATE "C",
        state_of_incorporation text COLLATE "C",
        PRIMARY KEY (cik, observed_on, load_id),
        ${daysOf('company_profile')}
      );
      CREATE INDEX company_profile_sic ON company_profile (sic);

      CREATE TABLE ticker_list (
        id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key            text COLLATE "C" NOT NULL,
        scope          text COLLATE "C" NOT NULL,
        ${KNOWN},
        precedence     smallint NOT NULL,
        ${broughtBy('ticker_list')},
        tickers        integer NOT NULL,
        ${daysOf('ticker_list')}
      );
      CREATE UNIQUE INDEX ticker_list_key ON ticker_list (key);
      CREATE UNIQUE INDEX ticker_list_days ON ticker_list (id, observed_on, known_on, proven_on);
      CREATE INDEX ticker_list_as_of ON ticker_list (scope, observed_on DESC) INCLUDE (known_on, proven_on);

      CREATE TABLE ticker_line (
        list_id        integer NOT NULL,
        line           integer NOT NULL,
        security_id    integer NOT NULL,
        description_id integer NOT NULL,
        observed_on    date NOT NULL,
        known_on       date NOT NULL,
        proven_on      date NOT NULL,
        PRIMARY KEY (list_id, line),
        CONSTRAINT ticker_line_of FOREIGN KEY (list_id, observed_on, known_on, proven_on)
          REFERENCES ticker_list (id, observed_on, known_on, proven_on),
        CONSTRAINT ticker_line_described FOREIGN KEY (description_id, security_id)
          REFERENCES security_description (id, security_id) DEFERRABLE INITIALLY IMMEDIATE
      );
      CREATE INDEX ticker_line_wording ON ticker_line (description_id, observed_on DESC) INCLUDE (known_on, proven_on);
      CREATE INDEX ticker_line_security ON ticker_line (security_id, observed_on DESC) INCLUDE (known_on, proven_on, description_id);

      CREATE TABLE filing (
        cik              text COLLATE "C" NOT NULL CONSTRAINT filing_company REFERENCES company (cik),
        accession        text COLLATE "C" NOT NULL,
        form             text COLLATE "C" NOT NULL,
        ${KNOWN},
        report_on        date,
        accepted_at      text,
        items            text[] NOT NULL,
        primary_document text,
        is_xbrl          boolean,
        ${broughtBy('filing')},
        PRIMARY KEY (cik, accession, load_id),
        ${daysOf('filing')}
      );
      CREATE INDEX filing_as_of ON filing (cik, observed_on DESC, accession DESC) INCLUDE (known_on, proven_on);

      CREATE TABLE company_match (
        description_id integer NOT NULL CONSTRAINT company_match_description REFERENCES security_description (id) ON DELETE CASCADE,
        observed_from  date NOT NULL,
        cik            text COLLATE "C" NOT NULL CONSTRAINT company_match_company REFERENCES company (cik),
        matched_by     text NOT NULL,
        PRIMARY KEY (description_id, observed_from),
        CONSTRAINT company_match_matched_by CHECK (matched_by IN ('TICKER_AND_NAME', 'NAME', 'TICKER'))
      );
      CREATE INDEX company_match_cik ON company_match (cik);

      INSERT INTO company_match (description_id, observed_from, cik, matched_by)
      SELECT id, '-infinity', cik, 'TICKER_AND_NAME' FROM security_description WHERE cik IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE company_match, filing, ticker_line, ticker_list, company_profile, company_name;
      DROP INDEX security_description_cik, security_description_plain_name, security_description_words;
      ALTER TABLE security_description DROP CONSTRAINT security_description_company;
      DROP TABLE company;
      DROP FUNCTION searched_words(text), company_names_agree(text, text), plain_company_name(text), company_words(text);
    `);
  }
}
