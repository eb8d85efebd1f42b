import type { IsoDate } from '../../domain/isoDate';
import { type Sql, join, raw, sql } from '../sql';

/** The number of a day in a column, as `dayNumber` has it. */
const numberOf = (column: string): Sql => raw(`(${column} - '1970-01-01'::date)::text`);

/** What is not so of nearly all versions: one that was known otherwise from some day on, of a transition period, or known on another ground. */
const IS_EXCEPTION = raw(`e.known_until <> 'infinity' OR e.period <> 'QUARTER' OR e.known_on_basis <> 'ACCEPTED_BY_SEC'`);

const EXCEPTION = raw(`',' || json_build_object('knownUntil', nullif(e.known_until, 'infinity') - '1970-01-01'::date, 'period', e.period, 'knownOnBasis', e.known_on_basis)`);

/** A version as parts of a JSON list: the days on which it ended and was known, as numbers, the earnings of a share and the net income, and an object of what is not so of nearly all. */
const version = sql`${join([numberOf('e.observed_on'), numberOf('e.known_on'), raw(`coalesce(e.eps_diluted::text, 'null')`), raw(`coalesce(e.net_income::text, 'null')`)], ` || ',' || `)}
  || CASE WHEN ${IS_EXCEPTION} THEN ${EXCEPTION} ELSE '' END`;

/**
 * The quarters of many companies in all versions that were known by `last`: one JSON object with one flat list for each company, by its CIK, of its versions in no order: four parts each, and an object
 * behind those of which not all is so as of nearly all. Thousands of companies have tens of thousands of versions, and a list that Postgres' own functions for JSON make of each column takes twice as long.
 * `companies` is SQL of them, `cik, reach`: what ended more than `reach` days before `first` is left out. `earningsOf` is what these tell of one day.
 */
export const quarterHistory = (companies: Sql, first: IsoDate, last: IsoDate): Sql => sql`
  SELECT '{' || coalesce(string_agg('"' || c.cik || '":[' || found.versions || ']', ','), '') || '}'
  FROM (${companies}) c CROSS JOIN LATERAL (
    SELECT string_agg(${version}, ',') AS versions FROM earnings e
    WHERE e.cik = c.cik AND e.observed_on BETWEEN ${first}::date - c.reach AND ${last}::date AND e.period IN ('QUARTER', 'TRANSITION') AND e.known_on <= ${last}::date
  ) found
  WHERE found.versions IS NOT NULL`;
