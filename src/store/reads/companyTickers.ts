import { type At, isKnown, knownDay } from '../at';
import { type Sql, join, raw, sql } from '../sql';

const LISTS = ['ticker_line', 'constituent'] as const;

/** What lists known at `at` say of a company, by its CIK: `symbol, name, exchange, observed_on, known_on, list`. */
export const listedAt = (cik: unknown, at: At, lists: readonly (typeof LISTS)[number][] = LISTS): Sql =>
  join(
    lists.map(
      (list) => sql`
        SELECT d.symbol, d.name, d.exchange, l.observed_on, ${knownDay('l', at)} AS known_on, ${list}::text AS list
        FROM security_description d JOIN ${raw(list)} l ON l.security_id = d.security_id AND l.description_id = d.id
        WHERE d.cik = ${cik} AND ${isKnown('l', at)}`,
    ),
    ' UNION ALL ',
  );

/** True if a list known at `at` has the wording `wording`, a name or alias in scope. */
export const isListedAt = (wording: string, at: At): Sql => {
  const [id, security] = [raw(`${wording}.id`), raw(`${wording}.security_id`)];
  const among = LISTS.map((list) => sql`EXISTS (SELECT FROM ${raw(list)} l WHERE l.security_id = ${security} AND l.description_id = ${id} AND ${isKnown('l', at)})`);
  return sql`(${join(among, ' OR ')})`;
};

/** A company's tickers by the lists known at `at`, those of the newest list first: `symbol, exchange, first_on, last_on`. */
export const companyTickersAt = (cik: unknown, at: At): Sql => sql`
  SELECT symbol, (array_agg(exchange ORDER BY observed_on DESC, known_on DESC, exchange) FILTER (WHERE exchange IS NOT NULL))[1] AS exchange,
    min(observed_on) AS first_on, max(observed_on) AS last_on
  FROM (${listedAt(cik, at)}) listed WHERE symbol IS NOT NULL GROUP BY symbol ORDER BY max(observed_on) DESC, symbol`;

/**
 * The ways in which sources write a ticker, the asked one first: a class of shares is set apart by a dash, a point, a stroke
 * or nothing. An array, as SQL.
 */
export const spellings = (symbol: unknown): Sql => {
  const spelled = ['\\1-\\2', '\\1.\\2', '\\1\\2', '\\1/\\2'].map((way) => sql`regexp_replace(${symbol}::text, '^(.*[A-Z])[./-]?([A-Z])$', ${way}::text)`);
  return sql`ARRAY[${symbol}::text, ${join(spelled, ', ')}] COLLATE "C"`;
};
