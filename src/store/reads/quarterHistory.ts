import type { IsoDate } from '../../domain/isoDate';
import { type Sql, sql } from '../sql';
import { lists } from './lists';

/**
 * The quarters of many companies in all versions that stood on one of the days from `first` to `last`: one JSON list with an object of each company, whose
 * lists are in the order of ends and versions. `companies` is SQL of them, `cik, reach`: what ended more than `reach` days before `first` is left out.
 * `earningsOf` is what these tell of one day.
 */
export const quarterHistory = (companies: Sql, first: IsoDate, last: IsoDate): Sql => sql`
  SELECT coalesce(json_agg(json_build_object('cik', c.cik, 'versions', found.lists)), '[]')
  FROM (${companies}) c CROSS JOIN LATERAL (
    SELECT ${lists('period', 'observed_on', 'first_known_on', 'known_on', 'known_until', 'known_on_basis', 'eps', 'net_income')} AS lists FROM (
      SELECT e.period, e.observed_on, min(e.known_on) OVER (PARTITION BY e.observed_on) AS first_known_on, e.known_on, e.known_until, e.known_on_basis,
        e.eps_diluted::float8 AS eps, e.net_income::float8 AS net_income
      FROM earnings e
      WHERE e.cik = c.cik AND e.period IN ('QUARTER', 'TRANSITION') AND e.observed_on BETWEEN ${first}::date - c.reach AND ${last}::date
      ORDER BY e.observed_on, e.known_on
    ) version
    WHERE known_on <= ${last}::date AND known_until > ${first}::date
  ) found`;
