import type { At } from '../at';
import { Column, type Sql, raw, sql } from '../sql';
import { hasOnlyAdjusted, rawCloseAt } from './closes';
import { companyMatch } from './companyMatches';
import { actionsOf } from './corporateActions';
import { listingOfFund } from './listings';
import { sharesOutstandingAt } from './shareCounts';
import { valuationsOf } from './valuations';

/** How old, in days, a count of shares may be on the day of the close: a year, and what a late report takes. */
const COUNT_STANDS = 430;

/** By how much the closes of two classes of one company may differ: then one of them times all shares is no value of the whole. */
const CLASSES_APART = 1.25;

/** How old, in days, the fund's shares may be on the day of the close. */
const FUND_COUNT_STANDS = 10;

/** Between which multiples of its NAV a fund's close lies, if both are on one basis of splits. */
const NEAR_NAV = [0.8, 1.25] as const;

/** True for what is described as a company's shares. Preferred shares, warrants and units, which have more behind a dash or a space, are not. */
const isShare = raw("w.listing ~ '^EQUITY:[A-Z0-9]+(@[0-9-]+)?$'");

/** The listings of a company's shares on a day, from all documents there are, as whose a security is. */
export const listingsOfCompany = (cik: unknown, on: unknown): Sql => sql`
  SELECT DISTINCT split_part(w.listing, ':', 2) AS listing FROM security_description w
  WHERE w.id IN (SELECT m.description_id FROM company_match m WHERE m.cik = ${cik})
    AND (SELECT m.cik FROM (${companyMatch(raw('w.id'), on)}) m) = ${cik}
    AND ${isShare}`;

/** The listings that ever were of a company's shares: `listing, spans`, a JSON list of the days since and until which they were, an `until` of null is none. */
export const classesOf = (cik: unknown): Sql => sql`
  SELECT m.listing, json_agg(json_build_object('since', m.observed_from, 'until', m.until)) AS spans FROM (
    SELECT split_part(w.listing, ':', 2) AS listing, m.cik, m.observed_from, lead(m.observed_from) OVER (PARTITION BY m.description_id ORDER BY m.observed_from) AS until
    FROM company_match m JOIN security_description w ON w.id = m.description_id
    WHERE m.description_id IN (SELECT other.description_id FROM company_match other WHERE other.cik = ${cik}) AND ${isShare}
  ) m WHERE m.cik = ${cik} GROUP BY m.listing`;

/**
 * The newest raw close up to the day `on` of each class of a company's shares, of those that were traded on the last of these days: the
 * first of them in the order of listings, with how far apart they lie. At most one row.
 */
const tradedClass = (cik: unknown, on: unknown, at: At): Sql => sql`
  SELECT * FROM (
    SELECT *, max(close) OVER (PARTITION BY observed_on) / min(close) OVER (PARTITION BY observed_on) AS apart FROM (
      SELECT l.listing, c.close, c.observed_on, c.known_on, c.known_on_basis, c.proven_on, c.document_id
      FROM (${listingsOfCompany(cik, on)}) l CROSS JOIN LATERAL (${rawCloseAt(raw('SELECT l.listing'), on, at)}) c
    ) class
  ) class ORDER BY observed_on DESC, listing LIMIT 1`;

/** What splits by their ex-dates made of a share after one day and up to another; null without any. */
const splitBetween = (listing: Sql, from: Sql, to: Sql, at: At): Sql => sql`
  (SELECT CASE WHEN count(*) > 0 THEN product(split.ratio::float8)::numeric END FROM (${actionsOf(listing, from, to, at)}) split WHERE split.kind = 'SPLIT')`;

/**
 * What all shares of a company were worth on the newest day up to `on` of which a raw close is known at `at`, as at most one row:
 * `value, close, observed_on, known_on, known_on_basis, proven_on, document_id, listing, shares, basis, fact_id, counted_on, split_factor`. The shares are those known
 * on that day, carried over the splits whose ex-date lies between the filing and the day; of splits that nobody told as events, over those that
 * filings showed by then. No row without a raw close, a count of shares at most 430 days older, or where classes are worth unlike sums.
 */
export const marketValueOf = (cik: unknown, on: unknown, at: At): Sql => sql`
  SELECT worth.*, worth.close * worth.shares AS value FROM (
    SELECT traded.close, traded.observed_on, traded.known_on, traded.known_on_basis, traded.proven_on, traded.document_id, traded.listing, counted.basis, counted.fact_id,
      counted.observed_on AS counted_on, by_date.split_factor, counted.value * by_date.split_factor AS shares
    FROM (${tradedClass(cik, on, at)}) traded
    CROSS JOIN LATERAL (${sharesOutstandingAt(cik, { asOf: new Column('traded', 'observed_on') })}) counted
    CROSS JOIN LATERAL (
      SELECT coalesce(${splitBetween(raw('SELECT traded.listing'), raw('counted.known_on'), raw('traded.observed_on'), at)}, counted.split_factor) AS split_factor
    ) by_date
    WHERE traded.apart <= ${CLASSES_APART}::numeric AND counted.observed_on >= traded.observed_on - ${COUNT_STANDS}::int
  ) worth`;

/** Why a company has no market value, one of the words that the graph gives as reasons. */
export const whyNoMarketValue = (cik: unknown, on: unknown, at: At): Sql => sql`
  CASE WHEN ${hasOnlyAdjusted(listingsOfCompany(cik, on), at)} THEN 'ADJUSTED_PRICE_ONLY'
    ELSE coalesce((SELECT CASE WHEN traded.apart > ${CLASSES_APART}::numeric THEN 'SHARE_CLASSES_DIFFER' ELSE 'NOT_REPORTED' END
      FROM (${tradedClass(cik, on, at)}) traded), 'NOT_KNOWN_YET') END`;

/** A fund's newest raw close up to `on`, with its own shares outstanding of that day or some days before, and its NAV where that is known. */
const tradedFund = (symbol: unknown, on: unknown, at: At): Sql => sql`
  SELECT traded.close, traded.observed_on, traded.known_on_basis, traded.document_id, held.counted_on, held.split_factor,
    held.shares_outstanding * held.split_factor AS shares, traded.close / (held.nav / held.split_factor) AS over_nav
  FROM (${rawCloseAt(listingOfFund(symbol), on, at)}) traded
  LEFT JOIN LATERAL (
    SELECT v.observed_on AS counted_on, v.nav, v.shares_outstanding,
      coalesce(${splitBetween(listingOfFund(symbol), raw('v.observed_on'), raw('traded.observed_on'), at)}, 1) AS split_factor
    FROM (${valuationsOf(symbol, at, sql`(traded.observed_on - ${FUND_COUNT_STANDS}::int)`, raw('traded.observed_on'))}) v
    WHERE v.shares_outstanding IS NOT NULL ORDER BY v.observed_on DESC LIMIT 1
  ) held ON TRUE`;

const isNearNav = sql`coalesce(fund.over_nav BETWEEN ${NEAR_NAV[0]}::numeric AND ${NEAR_NAV[1]}::numeric, TRUE)`;

/**
 * What all shares of a fund were worth on the newest day of which a raw close is known at `at`: a row like that of `marketValueOf`. No
 * row without both, nor where close and NAV lie so far apart that the one is restated for a split and the other is not.
 */
export const fundMarketValueOf = (symbol: unknown, on: unknown, at: At): Sql => sql`
  SELECT fund.close, fund.observed_on, fund.known_on_basis, fund.document_id, ${symbol}::text AS listing, 'FUND' AS basis, NULL::bigint AS fact_id,
    fund.counted_on, fund.split_factor, fund.shares, fund.close * fund.shares AS value
  FROM (${tradedFund(symbol, on, at)}) fund WHERE fund.shares IS NOT NULL AND ${isNearNav}`;

/** The same of a fund as `whyNoMarketValue` of a company. */
export const whyNoFundMarketValue = (symbol: unknown, on: unknown, at: At): Sql => sql`
  CASE WHEN ${hasOnlyAdjusted(listingOfFund(symbol), at)} THEN 'ADJUSTED_PRICE_ONLY'
    ELSE coalesce((SELECT CASE WHEN ${isNearNav} THEN 'NOT_KNOWN_YET' ELSE 'SPLIT_SUSPECTED' END FROM (${tradedFund(symbol, on, at)}) fund), 'NOT_KNOWN_YET') END`;
