import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';
import { knownDay } from '../at';
import { type Sql, raw, sql } from '../sql';
import { answerOrder, estimates, isEstimateOf, surpriseOf } from './estimates';
import { lists } from './lists';

/**
 * What was expected of many companies' quarters and what they reported, in all versions known by `last`: one JSON list with an object of each
 * company, whose lists are in the order of months, and of each month that first which answers, where it is known. `companies` is SQL
 * of them, `cik, reach`: what ended more than `reach` days before `first` is left out. `estimatesOf` is what these tell of one day.
 */
export const reportHistory = (companies: Sql, first: IsoDate, last: IsoDate, knowledge: Knowledge): Sql => sql`
  SELECT coalesce(json_agg(json_build_object('cik', c.cik, 'versions', found.lists)), '[]')
  FROM (${companies}) c CROSS JOIN LATERAL (
    SELECT ${lists('listing', 'period_month', 'period_end', 'report_on', 'estimate', 'actual', 'surprise', 'observed_on', 'readable_on', 'known_on', 'known_on_basis')} AS lists FROM (
      SELECT w.listing, e.period_month, e.period_end, e.report_on, e.eps_estimate::float8 AS estimate, e.eps_actual::float8 AS actual,
        ${surpriseOf(raw('e.eps_estimate'), raw('e.eps_actual'))}::float8 AS surprise, e.observed_on, ${knownDay('e', { knowledge })} AS readable_on, e.known_on, e.known_on_basis
      FROM ${estimates}
      WHERE ${isEstimateOf(raw('c.cik'))}
        AND e.period_month BETWEEN ${first}::date - c.reach AND ${last}::date + 31 AND e.observed_on <= ${last}::date AND ${knownDay('e', { knowledge })} <= ${last}::date
      ORDER BY e.period_month, ${answerOrder({ knowledge })}
    ) e
  ) found`;
