import { type At, isKnown } from '../at';
import { type Sql, sql } from '../sql';

/** What a company reported as known at `at`, each figure of each filing. */
const factsOf = (cik: unknown, at: At): Sql => sql`SELECT reported.* FROM company_fact reported WHERE reported.cik = ${cik} AND ${isKnown('reported', at)}`;

/** Figures by their numbers in the store, of which an earlier reader made something. */
export const factsByIds = (ids: unknown): Sql => sql`SELECT * FROM company_fact WHERE id = ANY (${ids}::bigint[])`;

/** The parts of a figure's natural key, in the order in which `companyFactByKey` takes them. */
export const companyFactKey = (row: Readonly<Record<string, unknown>>): readonly Sql[] => [
  ...[sql`${row.cik}`, sql`${row.concept}`, sql`${row.unit}`, sql`coalesce(${row.startOn}::text, '-')`, sql`${row.observedOn}`],
  ...[sql`${row.accession}`, sql`${row.value}::numeric`, sql`${row.knownOn}`],
];

export const companyFactByKey = ([cik, concept, unit, startOn, observedOn, accession, value, knownOn]: readonly Sql[], at: At): Sql => sql`
  SELECT fact.* FROM company_fact fact
  WHERE fact.cik = ${cik} AND fact.concept = ${concept} AND fact.unit = ${unit} AND coalesce(fact.start_on::text, '-') = ${startOn}
    AND fact.observed_on::text = ${observedOn} AND fact.accession = ${accession} AND fact.value::text = ${value} AND fact.known_on::text = ${knownOn}
    AND ${isKnown('fact', at)}`;

/**
 * The figures that one filing gave otherwise than those before it, and a later filing gave as before again: filers' errors, as
 * far as they can be told from the filings alone.
 */
export const suspectFacts = (cik: unknown, at: At): Sql => sql`
  SELECT * FROM (
    SELECT changed.*, lag(changed.value) OVER versions AS value_before, lead(changed.value) OVER versions AS value_after
    FROM (
      SELECT f.*, f.value IS DISTINCT FROM lag(f.value) OVER (PARTITION BY f.concept, f.unit, f.start_on, f.observed_on ORDER BY f.known_on, f.accession, f.id) AS is_change
      FROM (${factsOf(cik, at)}) f
    ) changed
    WHERE is_change
    WINDOW versions AS (PARTITION BY changed.concept, changed.unit, changed.start_on, changed.observed_on ORDER BY changed.known_on, changed.accession, changed.id)
  ) suspect
  WHERE value_before = value_after AND value <> value_before`;
