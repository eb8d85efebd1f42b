import { type At, isKnown, knownDay } from '../at';
import { type Sql, raw, sql } from '../sql';
import { companyMatch, securityIdsOf } from './companyMatches';

/** The newest wording of a security in a table's lines known at `at`, of those for which `holds` is true. */
const newestIn = (table: 'holding' | 'constituent' | 'ticker_line', securityId: Sql, at: At, holds: Sql): Sql => sql`
  SELECT d.symbol, d.name, d.sector, d.country, d.exchange, h.observed_on, d.id AS description_id
  FROM ${raw(table)} h JOIN security_description d ON d.id = h.description_id
  WHERE h.security_id = ${securityId} AND ${isKnown('h', at)} AND ${holds}
  ORDER BY h.observed_on DESC, ${knownDay('h', at)} DESC, d.symbol, d.name, d.sector, d.country, d.exchange, d.cik, d.listing
  LIMIT 1`;

/** What the newest holdings say under a word of which the newest wording says nothing: some sources leave it out. */
const lastSaid = (column: 'sector' | 'country' | 'exchange', securityId: Sql, at: At): Sql => sql`
  coalesce(newest.${raw(column)}, CASE WHEN EXISTS (
    SELECT FROM security_description w WHERE w.security_id = ${securityId} AND w.${raw(column)} IS NOT NULL
  ) THEN (SELECT said.${raw(column)} FROM (${newestIn('holding', securityId, at, raw(`d.${column} IS NOT NULL`))}) said) END)`;

/**
 * How a security was called and classified at `at`: as the newest holdings have it that give a ticker; of what has
 * none, as the newest have it; of what was never held, as the newest list of an index's members has it, else the newest of tickers.
 */
const describedAt = (securityId: Sql, at: At): Sql => sql`
  SELECT symbol, name, ${lastSaid('sector', securityId, at)} AS sector, ${lastSaid('country', securityId, at)} AS country,
    ${lastSaid('exchange', securityId, at)} AS exchange, observed_on, description_id
  FROM (
    (${newestIn('holding', securityId, at, raw('d.symbol IS NOT NULL'))})
    UNION ALL (${newestIn('constituent', securityId, at, raw('TRUE'))})
    UNION ALL (${newestIn('ticker_line', securityId, at, raw('TRUE'))})
    UNION ALL (${newestIn('holding', securityId, at, raw('TRUE'))})
    LIMIT 1
  ) newest`;

/** Every security known at `at`, as it was called and classified then; for callers to narrow by `s`. */
export const described = (at: At): Sql => sql`
  SELECT s.id, s.key, s.asset_class, d.symbol, d.name, d.sector, d.country, d.exchange, d.observed_on, d.description_id
  FROM security s CROSS JOIN LATERAL (${describedAt(sql`s.id`, at)}) d`;

export const securityById = (id: unknown, at: At): Sql => sql`${described(at)} WHERE s.id = ${id}`;

/** The number of a listing's security: a key that was given out stays good when its listing turns out to be another's too. */
export const securityIdOf = (key: unknown): Sql => sql`(SELECT security_id FROM security_description WHERE listing = ${key} LIMIT 1)`;

export const securityByKey = (key: unknown, at: At): Sql => sql`${described(at)} WHERE s.id = ${securityIdOf(key)}`;

/**
 * The security that bore a ticker at `at`. Where several did, equity goes before all else, then the one
 * held more recently, then the order of their keys.
 */
export const securityBySymbol = (symbol: unknown, at: At): Sql => sql`
  ${described(at)}
  WHERE d.symbol = ${symbol}::text
    AND s.id IN (SELECT security_id FROM security_description WHERE symbol = ${symbol}::text)
  ORDER BY s.asset_class <> 'EQUITY', d.observed_on DESC, s.key
  LIMIT 1`;

/** The numbers that name a security or its issuer, whenever a source gave them: `scheme, value`. */
export const identifiersOf = (securityId: unknown): Sql => sql`
  SELECT DISTINCT scheme, value FROM security_description d
  CROSS JOIN LATERAL (VALUES ('CUSIP', cusip), ('ISIN', isin), ('LEI', lei), ('CIK', cik)) v(scheme, value)
  WHERE d.security_id = ${securityId} AND value IS NOT NULL ORDER BY scheme, value`;

/** The securities that were a company's at `at`, by the wording that described them then. */
export const securitiesOfCompany = (cik: unknown, at: At): Sql => sql`
  ${described(at)}
  WHERE s.id IN (${securityIdsOf(cik)}) AND (SELECT m.cik FROM (${companyMatch(sql`d.description_id`, sql`d.observed_on`)}) m) = ${cik}`;
