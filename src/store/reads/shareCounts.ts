import { measures } from '../../domain/earnings/measures';
import type { Knowledge } from '../../domain/knowledge';
import { type At, isKnown, knownDay } from '../at';
import { type Sql, raw, sql } from '../sql';

/** The splits of a company's shares that its filings had shown by `at`, the first of them first. */
export const splitsOf = (cik: unknown, at: At): Sql => sql`
  SELECT * FROM share_split split WHERE split.cik = ${cik} AND split.known_on <= ${at.asOf}::date ORDER BY split.known_on`;

/** By what counts of shares of a day on which `knownOn` was known are to be multiplied, to stand on the basis of `at`. */
const factorSince = (cik: unknown, knownOn: Sql, at: At): Sql => sql`(${factorBy(cik, sql`${at.asOf}::date`)} / ${factorBy(cik, knownOn)})`;

const factorBy = (cik: unknown, day: Sql): Sql => sql`
  coalesce((SELECT split.factor FROM share_split split WHERE split.cik = ${cik} AND split.known_on <= ${day} ORDER BY split.known_on DESC LIMIT 1), 1)`;

/** Days that the newest count may lag behind the newest of all, before a less preferred kind of count is taken. */
const STALE_AFTER = 200;

const [COVER_PAGE = '', BALANCE_SHEET = ''] = measures.SHARES_OUTSTANDING.concepts;
const [DILUTED_AVERAGE = ''] = measures.SHARES_DILUTED.concepts;

/**
 * A company's shares outstanding as known at `at`, as one row: `shares, basis, fact_id, observed_on, known_on, split_factor`. By the
 * cover page, else the balance sheet, else the newest diluted average, of which the first counts that is not far older
 * than the newest; over the splits that filings showed since. No row where nothing is known.
 */
export const sharesOutstandingAt = (cik: unknown, at: At): Sql => sql`
  SELECT ranked.*, ranked.value * ranked.split_factor AS shares FROM (
    SELECT counted.*, max(counted.observed_on) OVER () AS newest_on, ${factorSince(cik, raw('counted.known_on'), at)} AS split_factor
    FROM (
      ${newestCount(1, 'COVER_PAGE', COVER_PAGE, cik, at)}
      UNION ALL ${newestCount(2, 'BALANCE_SHEET', BALANCE_SHEET, cik, at)}
      UNION ALL ${newestCount(3, 'DILUTED_AVERAGE', DILUTED_AVERAGE, cik, at)}
    ) counted
  ) ranked
  WHERE ranked.observed_on >= ranked.newest_on - ${STALE_AFTER}::int
  ORDER BY ranked.rank LIMIT 1`;

/** The days up to `last` from which on a company's shares may be counted otherwise, `since`; of those before `from` only the last. */
export const countsChangeOn = (cik: unknown, from: Sql, last: unknown, knowledge: Knowledge): Sql => sql`
  SELECT since FROM (
    SELECT since, lead(since) OVER (ORDER BY since) AS next FROM (
      SELECT ${knownDay('f', { knowledge })} AS since FROM company_fact f WHERE f.cik = ${cik} AND f.concept = ANY (${[COVER_PAGE, BALANCE_SHEET, DILUTED_AVERAGE]}::text[])
      UNION SELECT split.known_on FROM share_split split WHERE split.cik = ${cik}
    ) change WHERE since <= ${last}::date
  ) change WHERE next IS NULL OR next > ${from}`;

/** The shortest of several spans that end on one day is the newest quarter's. */
const newestCount = (rank: number, basis: string, concept: string, cik: unknown, at: At): Sql => sql`
  (SELECT ${rank}::int AS rank, ${basis}::text AS basis, f.id AS fact_id, f.value, f.observed_on, f.known_on
  FROM company_fact f WHERE f.cik = ${cik} AND f.concept = ${concept}::text AND ${isKnown('f', at)}
  ORDER BY f.observed_on DESC, f.start_on DESC NULLS LAST, f.known_on DESC, f.accession DESC LIMIT 1)`;
