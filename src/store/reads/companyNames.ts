import { type At, isKnown, knownDay } from '../at';
import { type Sql, sql } from '../sql';
import { isListedAt, listedAt } from './companyTickers';

/** The names that a company bore by what was known at `at`, the oldest first; of several sayings of one, that known last. */
export const companyNamesAt = (cik: unknown, at: At): Sql => sql`
  SELECT DISTINCT ON (observed_on, name) * FROM company_name n WHERE cik = ${cik} AND ${isKnown('n', at)}
  ORDER BY observed_on, name, ${knownDay('n', at)} DESC, load_id DESC`;

/**
 * What a company was called at `at`, a text: as the SEC's newest word has it, in an index of filings or a list of tickers; where
 * there is none, as the newest list of an index's members has it that gives its CIK.
 */
export const companyNameAt = (cik: unknown, at: At): Sql => sql`
  SELECT name FROM (
    (SELECT name, observed_on, ${knownDay('n', at)} AS known_on, 'company_name' AS list FROM company_name n
      WHERE cik = ${cik} AND ${isKnown('n', at)} ORDER BY observed_on DESC, ${knownDay('n', at)} DESC, name LIMIT 1)
    UNION ALL SELECT name, observed_on, known_on, list FROM (${listedAt(cik, at)}) listed
  ) said ORDER BY list = 'constituent', observed_on DESC, known_on DESC, list, name LIMIT 1`;

/** The companies that bore, by what was known at `at`, a name for which `holds` is true of `n.name`: `cik`. */
export const bearersOf = (holds: Sql, at: At): Sql => sql`
  SELECT n.cik FROM company_name n WHERE ${holds} AND ${isKnown('n', at)}
  UNION ALL SELECT n.cik FROM security_description n WHERE n.cik IS NOT NULL AND ${holds} AND ${isListedAt('n', at)}`;
