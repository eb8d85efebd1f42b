import { type At, isKnown, knownDay } from '../at';
import { type Sql, join, sql } from '../sql';
import { companyMatch } from './companyMatches';
import { bearersOf } from './companyNames';
import { spellings } from './companyTickers';
import { described } from './securities';

export const companyByCik = (cik: unknown, _: At): Sql => sql`SELECT * FROM company WHERE cik = ${cik}`;

/**
 * The company whose shares bore a ticker at `at`. If nothing that was known then bore it, that to which anything gives it, of
 * several the one registered first: a ticker is an address, and found though nothing of it was known yet. A security known then
 * decides even where it has no company.
 */
export const companyBySymbol = (symbol: unknown, at: At): Sql => sql`
  SELECT c.* FROM (
    SELECT * FROM (
      (SELECT 1 AS choice, (SELECT m.cik FROM (${companyMatch(sql`s.description_id`, sql`s.observed_on`)}) m) AS cik FROM (${shareBySymbol(symbol, at)}) s)
      UNION ALL
      (SELECT 2, m.cik FROM security_description d JOIN company_match m ON m.description_id = d.id
       WHERE d.symbol = ANY (${spellings(symbol)})
       ORDER BY array_position(${spellings(symbol)}, d.symbol), d.cik IS NULL, m.cik LIMIT 1)
    ) bearer ORDER BY choice LIMIT 1
  ) found JOIN company c ON c.cik = found.cik`;

const shareBySymbol = (symbol: unknown, at: At): Sql => sql`
  ${described(at)}
  WHERE s.asset_class = 'EQUITY' AND d.symbol = ANY (${spellings(symbol)})
    AND s.id IN (SELECT security_id FROM security_description WHERE symbol = ANY (${spellings(symbol)}))
  ORDER BY array_position(${spellings(symbol)}, d.symbol), d.observed_on DESC, s.key
  LIMIT 1`;

/** How the SEC described a company at `at`: a row of `company_profile`, or none. */
export const companyProfileAt = (cik: unknown, at: At): Sql => sql`
  SELECT * FROM company_profile p WHERE cik = ${cik} AND ${isKnown('p', at)}
  ORDER BY observed_on DESC, ${knownDay('p', at)} DESC, load_id DESC LIMIT 1`;

export interface CompanyFilter {
  readonly ciks?: readonly string[] | null;
  readonly symbols?: readonly string[] | null;
  readonly names?: readonly string[] | null;
  readonly sics?: readonly string[] | null;
}

/** The companies that meet all of the filter; a part left out is met by all. Numbers are of ten digits. */
export function companiesMatching({ ciks, symbols, names, sics }: CompanyFilter, at: At): Sql {
  const conditions = [
    ciks && sql`c.cik = ANY (${ciks}::text[])`,
    symbols && sql`c.cik IN (SELECT f.cik FROM unnest(${symbols}::text[]) asked(symbol) CROSS JOIN LATERAL (${companyBySymbol(sql`asked.symbol`, at)}) f)`,
    names &&
      sql`c.cik IN (SELECT f.cik FROM (SELECT DISTINCT plain_company_name(said) AS plain FROM unnest(${names}::text[]) said) asked
        CROSS JOIN LATERAL (${bearersOf(sql`asked.plain <> '' AND plain_company_name(n.name) = asked.plain`, at)}) f)`,
    sics &&
      sql`c.cik IN (SELECT cik FROM company_profile WHERE sic = ANY (${sics}::text[]))
        AND EXISTS (SELECT FROM (${companyProfileAt(sql`c.cik`, at)}) p WHERE p.sic = ANY (${sics}::text[]))`,
  ].filter((condition) => condition != null);
  return sql`SELECT c.* FROM company c WHERE ${conditions.length === 0 ? sql`TRUE` : join(conditions, ' AND ')}`;
}
