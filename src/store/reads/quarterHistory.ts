import type { IsoDate } from '../../domain/isoDate';
import { type Sql, sql } from '../sql';

/**
 * The quarters of many companies in all versions that were known by `last`: one JSON list with one flat list for each company, of its CIK and of its versions in no order, each as
 * `toldQuarter` has it. Thousands of companies have tens of thousands of versions: they are read from an index alone, as they are sent.
 * `companies` is SQL of them, `cik, reach`: what ended more than `reach` days before `first` is left out. `earningsOf` is what these tell of one day.
 */
export const quarterHistory = (companies: Sql, first: IsoDate, last: IsoDate): Sql => sql`
  SELECT '[' || coalesce(string_agg('["' || c.cik || '",' || found.versions || ']', ','), '') || ']'
  FROM (${companies}) c CROSS JOIN LATERAL (
    SELECT string_agg(e.told, ',') AS versions FROM earnings e
    WHERE e.cik = c.cik AND e.observed_on BETWEEN ${first}::date - c.reach AND ${last}::date AND e.told IS NOT NULL AND e.known_on <= ${last}::date
  ) found
  WHERE found.versions IS NOT NULL`;
