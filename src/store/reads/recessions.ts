import { type At } from '../at';
import { type Sql, sql } from '../sql';
import { observationsOf } from './observations';

/**
 * The recessions of the United States as known at `at`, the earliest first: rows `started_on, ended_on, months, known_on`, told from
 * USREC. It is 1 from the month after a peak to the trough; `started_on` is the first day of the first such month, `ended_on` the
 * first day of the last, null of one that was not over when it was known. `known_on` is the day on which the first month of it was known
 * so.
 */
export const recessionsAt = (at: At): Sql => sql`
  SELECT min(month.observed_on) AS started_on,
    nullif(max(month.observed_on), max(month.newest_on)) AS ended_on,
    count(*)::int AS months, min(month.known_on) AS known_on
  FROM (
    SELECT o.*, max(o.observed_on) OVER () AS newest_on, count(*) FILTER (WHERE o.value = 0) OVER (ORDER BY o.observed_on) AS expansions
    FROM (${observationsOf('USREC', at)}) o WHERE o.value IS NOT NULL
  ) month
  WHERE month.value = 1
  GROUP BY month.expansions
  ORDER BY 1`;
