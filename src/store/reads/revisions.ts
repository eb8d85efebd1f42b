import { type At, isKnown } from '../at';
import { type Sql, sql } from '../sql';
import { observationsOf } from './observations';

/**
 * Every version in which a series' vintages known at `at` had one period, the first of them first: rows `value, change, known_on,
 * known_on_basis, proven_on, document_id, vintage_id`, where `change` is the value less that of the version before, null where either is
 * missing and of the first. Before the first vintage the one version is the value that is served (RELEASE_CALENDAR, LAG_ASSUMED).
 */
export const revisionsOf = (code: unknown, observedOn: unknown, at: At): Sql => sql`
  WITH version AS (
    SELECT version.* FROM observation_interval version
    WHERE version.series_code = ${code} AND version.observed_on = ${observedOn}::date AND ${isKnown('version', at)}
  )
  SELECT version.series_code, version.observed_on, version.value,
    version.value - lag(version.value) OVER (ORDER BY version.place_from) AS change,
    version.known_on, version.known_on_basis, version.proven_on, version.document_id, version.vintage_id, version.place_from AS place
  FROM version
  UNION ALL
  SELECT o.series_code, o.observed_on, o.value, NULL, o.known_on, o.known_on_basis, o.proven_on, o.document_id, o.vintage_id, 0
  FROM (${observationsOf(code, at, { from: observedOn, to: observedOn })}) o WHERE NOT EXISTS (SELECT FROM version)
  ORDER BY place`;
