import { MAGNIFICENT_SOURCE, baskets as shipped, shippedMembers } from '../../domain/baskets';
import { type At, isKnown } from '../at';
import { type Sql, raw, sql } from '../sql';
import { companyMatch } from './companyMatches';
import { listingsOfCompany, marketValueOf } from './marketValues';
import { versionOrder } from './versionOrder';

/** Every basket: `key, title, largest`. */
export const allBaskets = sql`
  SELECT key COLLATE "C" AS key, title COLLATE "C" AS title, largest
  FROM unnest(${shipped.map(({ key }) => key)}::text[], ${shipped.map(({ title }) => title)}::text[], ${shipped.map(({ largest }) => largest)}::int[]) s(key, title, largest)
  UNION ALL SELECT key, title, NULL::int FROM basket`;

export const basketByKey = (key: unknown): Sql => sql`SELECT * FROM (${allBaskets}) b WHERE b.key = ${key}::text`;

/** Shipped members as rows like those of one's own. */
const shippedRows = sql`
  SELECT m.basket_key COLLATE "C" AS basket_key, m.listing COLLATE "C" AS listing, m.symbol COLLATE "C" AS symbol, m.stands_for COLLATE "C" AS stands_for,
    NULL::date AS member_from, NULL::date AS member_until, m.known_on AS observed_on, m.known_on, 'VINTAGE' AS known_on_basis, m.known_on AS proven_on,
    0::smallint AS precedence, NULL::int AS document_id, 0::bigint AS load_id, ${MAGNIFICENT_SOURCE}::text AS url
  FROM unnest(${shippedMembers.map(({ basket }) => basket)}::text[], ${shippedMembers.map(({ listing }) => listing)}::text[], ${shippedMembers.map(({ symbol }) => symbol)}::text[],
    ${shippedMembers.map(({ standsFor }) => standsFor)}::text[], ${shippedMembers.map(({ knownOn }) => knownOn)}::date[]) m(basket_key, listing, symbol, stands_for, known_on)`;

/** All stays in listed baskets, in all versions. */
export const allStays = sql`
  SELECT basket_key, listing, symbol, stands_for, member_from, member_until, observed_on, known_on, known_on_basis, proven_on, precedence, document_id, load_id, NULL::text AS url
  FROM basket_member
  UNION ALL ${shippedRows}`;

/** Stays in the order of baskets and listings, and of each that version first which answers. */
export const stayOrder = (at: Pick<At, 'knowledge'>): Sql =>
  sql`m.basket_key, m.listing, m.member_from, ${versionOrder('m', at)}, m.member_until NULLS LAST, m.stands_for NULLS FIRST, m.symbol`;

/** The stays in listed baskets known at `at`, each in the version that answers; of those for which `holds` is true of `m`. */
const staysAt = (holds: Sql, at: At): Sql => sql`
  SELECT DISTINCT ON (m.basket_key, m.listing, m.member_from) m.* FROM (${allStays}) m
  WHERE ${holds} AND ${isKnown('m', at)}
  ORDER BY ${stayOrder(at)}`;

const isIn = (table: string, on: unknown): Sql =>
  sql`(${raw(table)}.member_from IS NULL OR ${raw(table)}.member_from <= ${on}::date) AND (${raw(table)}.member_until IS NULL OR ${raw(table)}.member_until >= ${on}::date)`;

/** Whose a listing is on a day, as SQL of one value: by whatever wording tells it best, and newest. */
export const companyOfListing = (listing: Sql, on: unknown): Sql => sql`
  (SELECT t.cik FROM security_description w CROSS JOIN LATERAL (${companyMatch(raw('w.id'), on)}) t
   WHERE w.listing = 'EQUITY:' || ${listing} ORDER BY t.matched_by <> 'TICKER_AND_NAME', t.matched_by, t.observed_from DESC, t.cik LIMIT 1)`;

/** Days for which a close stands for a price of a day: a long weekend, or a halt of some days. */
export const PRICED = 10;

/** Companies by their market value on a day, of those of which a raw close is known; the largest is the first by `rank`. */
const ranked = (on: unknown, at: At): Sql => sql`
  SELECT c.cik, worth.*, row_number() OVER (ORDER BY worth.value DESC, c.cik) AS rank FROM (
    SELECT DISTINCT t.cik FROM price_series s
    JOIN security_description w ON w.listing = 'EQUITY:' || s.listing
    CROSS JOIN LATERAL (${companyMatch(raw('w.id'), on)}) t
    WHERE s.closes = 'RAW'
  ) c CROSS JOIN LATERAL (${marketValueOf(raw('c.cik'), on, at)}) worth
  WHERE worth.observed_on >= ${on}::date - ${PRICED}::int`;

/** A basket, by columns or values of a row of `allBaskets`. */
export interface BasketRow {
  readonly key: unknown;
  readonly largest: unknown;
}

/**
 * Who belongs to a basket on a day, as known at `at`: `listing, symbol, classes, listings, cik, member_from, member_until, known_on, known_on_basis, proven_on,
 * document_id, url`, one row a member, in no order. `classes` and `listings` are of all its classes of shares.
 */
export const membersOf = ({ key, largest }: BasketRow, on: unknown, at: At): Sql => sql`
  SELECT m.listing, m.symbol, m.symbol || coalesce(o.symbols, '{}') AS classes, m.listing || coalesce(o.listings, '{}') AS listings,
    ${companyOfListing(raw('m.listing'), on)} AS cik, m.member_from, m.member_until, m.known_on, m.known_on_basis, m.proven_on, m.document_id, m.url
  FROM (${staysAt(sql`m.basket_key = ${key}::text`, at)}) m
  LEFT JOIN LATERAL (
    SELECT array_agg(o.symbol ORDER BY o.symbol, o.listing) AS symbols, array_agg(o.listing ORDER BY o.symbol, o.listing) AS listings
    FROM (${staysAt(sql`m.basket_key = ${key}::text`, at)}) o WHERE o.stands_for = m.listing AND ${isIn('o', on)}
  ) o ON TRUE
  WHERE m.stands_for IS NULL AND ${isIn('m', on)}
  UNION ALL
  SELECT r.listing, split_part(r.listing, '@', 1), ARRAY[split_part(r.listing, '@', 1)], ARRAY(${listingsOfCompany(raw('r.cik'), on)}), r.cik, NULL, NULL, r.known_on, r.known_on_basis, r.proven_on, r.document_id, NULL
  FROM (${ranked(on, at)}) r WHERE ${largest}::int IS NOT NULL AND r.rank <= ${largest}::int`;

/** Since when the members of a listed basket were known, at `at`: one value; null of what follows from a rule, and where nothing is known. */
export const knowableFrom = (key: unknown, at: At): Sql =>
  sql`SELECT min(${raw('m.known_on')}) FROM (${staysAt(sql`m.basket_key = ${key}::text`, at)}) m`;

/** The listed baskets to which one of some listings belongs on a day, as known at `at`. */
export const basketsOf = (listings: Sql, on: unknown, at: At): Sql => sql`
  SELECT b.* FROM (${allBaskets}) b
  WHERE b.key IN (SELECT m.basket_key FROM (${staysAt(sql`m.listing IN (${listings})`, at)}) m WHERE ${isIn('m', on)})`;
