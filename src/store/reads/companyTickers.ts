import { type At, isKnown, knownDay } from '../at';
import { type Sql, join, raw, sql } from '../sql';

const LISTS = ['ticker_line', 'constituent'] as const;

/**
 * What lists known at `at` say of a company, by its CIK: `symbol, name, exchange, first_on, observed_on, known_on, list`, a row for each wording in each
 * kind of list, with the days of the first and of the newest list that has it.
 */
export const listedAt = (cik: unknown, at: At): Sql =>
  join(
    LISTS.map(
      (list) => sql`
        SELECT d.symbol, d.name, d.exchange, oldest.observed_on AS first_on, newest.observed_on, newest.known_on, ${list}::text AS list
        FROM security_description d
        CROSS JOIN LATERAL (${endOf(list, 'ASC', at)}) oldest
        CROSS JOIN LATERAL (${endOf(list, 'DESC', at)}) newest
        WHERE d.cik = ${cik}`,
    ),
    ' UNION ALL ',
  );

/** The day of the first or of the newest list that has the wording `d`, and since when that is known. */
const endOf = (list: (typeof LISTS)[number], order: 'ASC' | 'DESC', at: At): Sql => sql`
  SELECT l.observed_on, ${knownDay('l', at)} AS known_on FROM ${raw(list)} l
  WHERE l.description_id = d.id AND ${isKnown('l', at)} ORDER BY l.observed_on ${raw(order)}, ${knownDay('l', at)} DESC LIMIT 1`;

/** True if a list known at `at` has the wording `wording`, a name or alias in scope. */
export const isListedAt = (wording: string, at: At): Sql => {
  const among = LISTS.map((list) => sql`EXISTS (SELECT FROM ${raw(list)} l WHERE l.description_id = ${raw(wording)}.id AND ${isKnown('l', at)})`);
  return sql`(${join(among, ' OR ')})`;
};

/** A company's tickers by the lists known at `at`, those of the newest list first: `symbol, exchange, first_on, last_on`. */
export const companyTickersAt = (cik: unknown, at: At): Sql => sql`
  SELECT symbol, (array_agg(exchange ORDER BY observed_on DESC, known_on DESC, exchange) FILTER (WHERE exchange IS NOT NULL))[1] AS exchange,
    min(first_on) AS first_on, max(observed_on) AS last_on
  FROM (${listedAt(cik, at)}) listed WHERE symbol IS NOT NULL GROUP BY symbol ORDER BY max(observed_on) DESC, symbol`;

/**
 * The ways in which sources write a ticker, the asked one first: a class of shares is set apart by a dash, a point, a stroke
 * or nothing. An array, as SQL.
 */
export const spellings = (symbol: unknown): Sql => {
  const spelled = ['\\1-\\2', '\\1.\\2', '\\1\\2', '\\1/\\2'].map((way) => sql`regexp_replace(${symbol}::text, '^(.*[A-Z])[./-]?([A-Z])$', ${way}::text)`);
  return sql`ARRAY[${symbol}::text, ${join(spelled, ', ')}] COLLATE "C"`;
};
