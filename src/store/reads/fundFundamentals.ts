import { CLOSE_STANDS } from '../../domain/closes';
import { type At, isCurrent } from '../at';
import { type Sql, raw, sql } from '../sql';
import { companyMatch } from './companyMatches';
import { yearBefore } from './earnings';
import { marketValueOf } from './marketValues';

/** Days after its end for which a quarter counts as the newest: it is filed within 90, and half a quarter is left for those who are late. */
const FRESH = 135;

/** Days within which the last days of four quarters in a row lie. */
const FOUR_QUARTERS = 300;

/** What a snapshot holds of each company in shares of positive weight: `cik, weight`; without a company, a null. */
const weightByCompany = (snapshotId: unknown): Sql => sql`
  SELECT line.cik, sum(line.weight) AS weight FROM (
    SELECT position.weight, (SELECT m.cik FROM (${companyMatch(raw('position.description_id'), raw('position.observed_on'))}) m) AS cik
    FROM holding position JOIN security held ON held.id = position.security_id
    WHERE position.snapshot_id = ${snapshotId}::int AND position.weight > 0 AND held.asset_class = 'EQUITY'
  ) line GROUP BY line.cik`;

/** A company's quarters as known at `at`, none older than `days`. */
const quartersSince = (cik: Sql, days: number, at: At): Sql => sql`
  SELECT quarter.* FROM earnings quarter
  WHERE quarter.cik = ${cik} AND quarter.period IN ('QUARTER', 'TRANSITION') AND ${isCurrent('quarter', at)}
    AND quarter.observed_on >= ${at.asOf}::date - ${days}::int`;

/** The newest quarter of a company and the same of a year before; no row where that quarter is not fresh. */
const newestQuarter = (cik: Sql, at: At): Sql => sql`
  SELECT newest.net_income, newest.revenue, prior.net_income AS prior_income, prior.revenue AS prior_revenue
  FROM (SELECT * FROM (${quartersSince(cik, FRESH, at)}) q ORDER BY q.observed_on DESC LIMIT 1) newest
  LEFT JOIN LATERAL (${yearBefore({ cik: raw('newest.cik'), period: raw('newest.period'), periodEnd: raw('newest.observed_on') }, at)}) prior ON TRUE`;

/** The sum of a company's last four quarters' net incomes; null where one is not known or the newest is not fresh. */
const trailingIncome = (cik: Sql, at: At): Sql => sql`
  SELECT CASE WHEN count(last_four.net_income) = 4 AND max(last_four.observed_on) >= ${at.asOf}::date - ${FRESH}::int
    AND max(last_four.observed_on) - min(last_four.observed_on) <= ${FOUR_QUARTERS}::int THEN sum(last_four.net_income) END AS income
  FROM (SELECT * FROM (${quartersSince(cik, FRESH + FOUR_QUARTERS, at)}) q ORDER BY q.observed_on DESC LIMIT 4) last_four`;

/**
 * What the companies earn whose shares a snapshot holds, as one row; each figure with the share of the weight of shares that it is known
 * of. Growth is of sums: that of all companies' newest quarters over the sum of the sizes of a year before, so that it has a sign
 * also where there were losses. A multiple is the weight of the companies over that part of their earnings of the last four quarters which
 * belongs to it; null where that is not above zero.
 */
export const fundamentalsOf = (snapshotId: unknown, at: At): Sql => sql`
  SELECT ${snapshotId}::int AS snapshot_id, count(held.cik)::int AS companies,
    coalesce(sum(held.weight) FILTER (WHERE held.cik IS NOT NULL) / nullif(sum(held.weight), 0), 0) AS matched_coverage,
    ${growthOf('net_income', 'prior_income')} AS net_income_growth, ${coverageOf('newest.net_income IS NOT NULL AND newest.prior_income IS NOT NULL')} AS net_income_coverage,
    ${growthOf('revenue', 'prior_revenue')} AS revenue_growth, ${coverageOf('newest.revenue IS NOT NULL AND newest.prior_revenue IS NOT NULL')} AS revenue_coverage,
    coalesce(sum(held.weight) FILTER (WHERE past_year.income < 0), 0) / nullif(sum(held.weight) FILTER (WHERE past_year.income IS NOT NULL), 0) AS unprofitable_weight,
    ${coverageOf('past_year.income IS NOT NULL')} AS unprofitable_coverage,
    ${priceEarningsOf('TRUE')} AS price_earnings, ${priceEarningsOf('past_year.income > 0')} AS profitable_price_earnings, ${coverageOf(HAS_MULTIPLE)} AS price_earnings_coverage
  FROM (${weightByCompany(snapshotId)}) held
  LEFT JOIN LATERAL (${newestQuarter(raw('held.cik'), at)}) newest ON held.cik IS NOT NULL
  LEFT JOIN LATERAL (${trailingIncome(raw('held.cik'), at)}) past_year ON held.cik IS NOT NULL
  LEFT JOIN LATERAL (${marketValueOf(raw('held.cik'), at.asOf, at)}) worth ON held.cik IS NOT NULL AND worth.observed_on >= ${at.asOf}::date - ${CLOSE_STANDS}::int`;

const growthOf = (now: string, before: string): Sql =>
  raw(`sum(newest.${now} - newest.${before}) / nullif(sum(abs(newest.${before})) FILTER (WHERE newest.${now} IS NOT NULL), 0)`);

const coverageOf = (isKnown: string): Sql => raw(`coalesce(sum(held.weight) FILTER (WHERE ${isKnown}) / nullif(sum(held.weight), 0), 0)`);

const HAS_MULTIPLE = 'past_year.income IS NOT NULL AND worth.value IS NOT NULL';

const priceEarningsOf = (counts: string): Sql => {
  const counted = `${HAS_MULTIPLE} AND ${counts}`;
  const earned = `sum(held.weight * past_year.income / worth.value) FILTER (WHERE ${counted})`;
  return raw(`CASE WHEN ${earned} > 0 THEN sum(held.weight) FILTER (WHERE ${counted}) / ${earned} END`);
};
