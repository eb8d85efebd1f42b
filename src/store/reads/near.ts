import { oneSlipFrom } from '../../domain/near';
import type { At } from '../at';
import { type Sql, raw, sql } from '../sql';
import { allBaskets } from './baskets';
import { companyBySymbol } from './companies';
import { securityBySymbol } from './securities';

/** Most names that are looked through. */
const MOST = 500;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-';
const DIGITS = '0123456789';

/** Those of a kind's names among which one may have been meant by `said`: `key`, those that begin alike first. */
const among = (names: Sql, said: string): Sql =>
  sql`SELECT n.key FROM (${names}) n ORDER BY lower(left(n.key, 1)) <> lower(left(${said}::text, 1)), n.key LIMIT ${MOST}::int`;

export const etfsNear = (symbol: string): Sql => among(sql`SELECT symbol AS key FROM fund`, symbol);

export const indicesNear = (code: string): Sql => among(sql`SELECT code AS key FROM benchmark_index`, code);

export const basketsNear = (key: string): Sql => among(sql`SELECT b.key FROM (${allBaskets}) b`, key);

export const indicatorsNear = (code: string): Sql => among(sql`SELECT code AS key FROM indicator`, code);

export const releasesNear = (code: string): Sql => among(sql`SELECT code AS key FROM release`, code);

export const namesNear = (names: readonly string[], said: string): Sql => among(sql`SELECT unnest(${names}::text[]) AS key`, said);

const slip = raw('n.key');

/** Tickers one slip from `symbol` that something bore at `at`: `key`. */
export const securitiesNear = (symbol: string, at: At): Sql => sql`
  SELECT n.key FROM unnest(${oneSlipFrom(symbol.toUpperCase(), LETTERS)}::text[]) n(key) WHERE EXISTS (${securityBySymbol(slip, at)})`;

/** The same of those that a company's shares bore. */
export const companiesNear = (symbol: string, at: At): Sql => sql`${securitiesNear(symbol, at)} AND EXISTS (${companyBySymbol(slip, at)})`;

/** CIKs one slip from `cik`, all ten digits: `key`. */
export const ciksNear = (cik: string): Sql => sql`
  SELECT n.key FROM unnest(${oneSlipFrom(cik, DIGITS)}::text[]) n(key) WHERE EXISTS (SELECT FROM company c WHERE c.cik = n.key)`;
