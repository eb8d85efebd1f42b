import { type At, knownDay } from '../at';
import { type Sql, sql } from '../sql';
import type { Window } from './observations';
import { assumedVintage } from './servedVintages';

/**
 * Each period of a series as it was known first, by `at`: the rows of `observationsOf`, but `vintage_id` is the vintage that first had
 * the period, another one for each. A period that was first said to have no value has the first that it got.
 */
export const firstPrintsOf = (code: unknown, at: At, read: Window): Sql => sql`
  SELECT DISTINCT ON (print.observed_on) print.* FROM (${versionsOf(code, at, read)}) print
  ORDER BY print.observed_on, print.value IS NULL, print.known_on, print.place_from`;

/**
 * Every version of each period of a series that was known by `at`: the columns of `observationsOf`, and `place_from`, in whose order they came.
 * The version of the vintage that answers before all others counts as known by a calendar or the usual lag, where that is earlier.
 */
const versionsOf = (code: unknown, at: At, read: Window): Sql => sql`
  SELECT version.series_code, version.observed_on, version.value, version.place_from, version.proven_on, version.document_id, version.vintage_id,
    CASE WHEN version.is_assumed THEN version.assumed_on ELSE version.seen_on END AS known_on,
    CASE WHEN version.is_assumed THEN version.assumed_basis ELSE version.known_on_basis END AS known_on_basis
  FROM (
    SELECT held.series_code, held.observed_on, held.value, held.place_from, held.proven_on, held.document_id, held.vintage_id,
      held.assumed_on, held.assumed_basis, ${knownDay('held', at)} AS seen_on, held.known_on_basis, coalesce(held.assumed_on < held.known_on AND assumed.series_code IS NOT NULL, FALSE) AS is_assumed
    FROM observation_interval held
    LEFT JOIN (${assumedVintage(code, at)}) assumed ON held.place_from <= assumed.read_at AND held.place_until > assumed.read_at
    WHERE held.series_code = ${code} AND held.observed_on BETWEEN coalesce(${read.from}::date, '-infinity') AND least(${read.to}::date, ${at.asOf}::date)
  ) version
  WHERE CASE WHEN version.is_assumed THEN version.assumed_on ELSE version.seen_on END <= ${at.asOf}::date`;
