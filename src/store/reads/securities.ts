import { type At, isKnown, knownDay } from '../at';
import { type Sql, sql } from '../sql';

/** How a security was called and classified in the newest holdings known at `at`; no row before any were. */
const describedAt = (securityId: Sql, at: At): Sql => sql`
  SELECT d.symbol, d.name, d.sector, d.country, d.exchange, h.observed_on
  FROM holding h JOIN security_description d ON d.id = h.description_id
  WHERE h.security_id = ${securityId} AND ${isKnown('h', at)}
  ORDER BY h.observed_on DESC, ${knownDay('h', at)} DESC, d.symbol, d.name, d.sector, d.country, d.exchange
  LIMIT 1`;

const described = (at: At): Sql => sql`
  SELECT s.id, s.key, s.asset_class, d.symbol, d.name, d.sector, d.country, d.exchange, d.observed_on
  FROM security s CROSS JOIN LATERAL (${describedAt(sql`s.id`, at)}) d`;

export const securityById = (id: unknown, at: At): Sql => sql`${described(at)} WHERE s.id = ${id}`;

export const securityByKey = (key: unknown, at: At): Sql => sql`${described(at)} WHERE s.key = ${key}`;

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
