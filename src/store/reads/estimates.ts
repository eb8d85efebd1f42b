import { type At, isKnown } from '../at';
import { type Sql, raw, sql } from '../sql';
import { companyMatch } from './companyMatches';
import { isWithin } from './isWithin';
import { versionOrder } from './versionOrder';

/**
 * The order of what is known of one period, the one that answers first: what tells both estimate and report goes before what expects
 * it, then the preferred source, then what became known last.
 */
export const answerOrder = (at: Pick<At, 'knowledge'>): Sql => sql`
  e.eps_actual IS NULL, ${versionOrder('e', at)}, e.observed_on DESC, e.eps_estimate DESC NULLS LAST, e.eps_actual DESC NULLS LAST,
  e.report_on DESC NULLS LAST, w.listing, w.symbol, w.name, w.cik, e.period_end`;

/** Estimates, as `e`, with how the document names the company, as `w`. */
export const estimates = sql`earnings_estimate e JOIN security_description w ON w.id = e.description_id`;

/** The end of the month nearest to that of a fiscal period: as `domain/fiscalMonth` has it. */
const monthOf = (periodEnd: unknown): Sql => sql`(date_trunc('month', ${periodEnd}::date - 15) + interval '1 month - 1 day')::date`;

/** True for estimates of a company's shares, by whatever ticker. */
export const isEstimateOf = (cik: unknown): Sql => sql`
  e.description_id IN (SELECT m.description_id FROM company_match m WHERE m.cik = ${cik})
  AND (SELECT m.cik FROM (${companyMatch(raw('e.description_id'), raw('e.proven_on'))}) m) = ${cik}`;

/** What was expected of a company and what it reported, as known at `at`: one row a period, in no order, with `symbol, listing`. */
export const estimatesOf = (cik: unknown, at: At): Sql => sql`
  SELECT DISTINCT ON (e.period_month) e.*, w.symbol, w.listing FROM ${estimates}
  WHERE ${isEstimateOf(cik)} AND ${isKnown('e', at)} ORDER BY e.period_month, ${answerOrder(at)}`;

/** What was expected of one fiscal period of a company, at most one row; none for a year, whose last quarter ends with it. */
export const estimateFor = ({ cik, period, periodEnd }: { readonly cik: unknown; readonly period: unknown; readonly periodEnd: unknown }, at: At): Sql =>
  sql`SELECT * FROM (${estimateOfMonth(cik, monthOf(periodEnd), at)}) answer WHERE ${period}::text <> 'YEAR'`;

/** What answers for a period of a company, by the end of its month: at most one row. */
const estimateOfMonth = (cik: unknown, month: unknown, at: At): Sql => sql`
  SELECT e.*, w.symbol, w.listing FROM ${estimates}
  WHERE ${isEstimateOf(cik)} AND e.period_month = ${month} AND ${isKnown('e', at)} ORDER BY ${answerOrder(at)} LIMIT 1`;

/** What answers for a period of what a ticker named, by the parts of its natural key, texts. */
export const estimateByKey = ([listing, periodMonth]: readonly Sql[], at: At): Sql => sql`
  SELECT e.*, w.symbol, w.listing FROM ${estimates}
  WHERE w.listing = ${listing} AND e.period_month::text = ${periodMonth} AND ${isKnown('e', at)} ORDER BY ${answerOrder(at)} LIMIT 1`;

/** The reports that came or were expected from `from` to `to`, as known at `at`, one row a period of a ticker; a bound that is null is none. */
export const reportsBetween = (from: unknown, to: unknown, at: At): Sql => sql`
  SELECT answer.* FROM (
    SELECT DISTINCT w.listing, e.period_month FROM ${estimates} WHERE e.report_on IS NOT NULL AND ${isWithin(raw('e.report_on'), from, to)} AND ${isKnown('e', at)}
  ) due
  CROSS JOIN LATERAL (
    SELECT e.*, w.symbol, w.listing FROM ${estimates}
    WHERE w.listing = due.listing AND e.period_month = due.period_month AND ${isKnown('e', at)} ORDER BY ${answerOrder(at)} LIMIT 1
  ) answer
  WHERE answer.report_on IS NOT NULL AND ${isWithin(raw('answer.report_on'), from, to)}`;

/** A company's next report: the first that is expected at `at` and has not come. No row where none is. */
export const nextReportOf = (cik: unknown, at: At): Sql => sql`
  SELECT answer.* FROM (
    SELECT DISTINCT e.period_month FROM ${estimates} WHERE ${isEstimateOf(cik)} AND ${isKnown('e', at)} AND e.report_on >= ${at.asOf}::date
  ) due
  CROSS JOIN LATERAL (${estimateOfMonth(cik, raw('due.period_month'), at)}) answer
  WHERE answer.eps_actual IS NULL AND answer.report_on >= ${at.asOf}::date
  ORDER BY answer.report_on, answer.period_month LIMIT 1`;

/** Below this size of the consensus, in its currency, a surprise is no measure: it is over next to nothing. */
export const LEAST_ESTIMATE = 0.02;

/** Beyond this size a surprise is, in percent, what a split between estimate and report makes it. */
export const MOST_SURPRISE = 90;

const percent = (estimate: unknown, actual: unknown): Sql => sql`((${actual}::numeric - ${estimate}::numeric) / nullif(abs(${estimate}::numeric), 0) * 100)`;

/** By how much earnings exceeded the estimate of the same row, in percent of its size; null where that says nothing. */
export const surpriseOf = (estimate: unknown, actual: unknown): Sql => sql`
  CASE WHEN abs(${estimate}::numeric) >= ${LEAST_ESTIMATE}::numeric AND abs(${percent(estimate, actual)}) <= ${MOST_SURPRISE}::numeric THEN ${percent(estimate, actual)} END`;
