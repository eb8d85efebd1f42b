import type { At } from '../at';
import { type Sql, sql } from '../sql';
import { servedVintageAt } from './servedVintages';

/** The periods that are asked for, by FRED's dates; a bound that is null is none. */
export interface Window {
  readonly from: unknown;
  readonly to: unknown;
}

const WHOLE: Window = { from: null, to: null };

/**
 * A series as known at `at`, all of it from one vintage: rows `series_code, observed_on, value, known_on, known_on_basis, proven_on,
 * document_id, vintage_id`, in no order. `value` is null where the vintage says that there is none. `known_on`, its basis and the
 * document are those of the vintage that first had the value so; `vintage_id` is the vintage that is served, the same in all rows. Before
 * the first vintage of a series the earliest is cut by the days of its releases (RELEASE_CALENDAR), or by assumed lags (LAG_ASSUMED).
 *
 * The window decides which vintage is served: the newest that covers it whole. What is computed over several periods must be
 * asked for as one window. `read` are the periods that come of it, where they are others.
 */
export const observationsOf = (code: unknown, at: At, window: Window = WHOLE, read: Window = window): Sql =>
  observationsIn(servedVintageAt(code, at, window), at, read);

/** The newest observation of a series that has a value at `at`; no row where there is none. */
export const latestObservationOf = (code: unknown, at: At): Sql => sql`
  SELECT * FROM (${observationsIn(servedVintageAt(code, at, LAST), at, WHOLE)}) o WHERE value IS NOT NULL ORDER BY observed_on DESC LIMIT 1`;

/** A window that every vintage begins before. */
const LAST: Window = { from: 'infinity', to: null };

/** The observations of a window in the one vintage that `served` gives, a row of `servedVintageAt`. */
export const observationsIn = (served: Sql, { asOf }: At, { from, to }: Window): Sql => sql`
  SELECT held.series_code, held.observed_on, held.value,
    CASE WHEN served.is_assumed THEN held.assumed_on ELSE held.known_on END AS known_on,
    CASE WHEN served.is_assumed THEN held.assumed_basis ELSE held.known_on_basis END AS known_on_basis,
    held.proven_on, held.document_id, served.vintage_id
  FROM (${served}) served
  JOIN observation_interval held ON held.series_code = served.series_code
    AND held.observed_on BETWEEN greatest(served.first_on, ${from}::date) AND least(served.last_on, ${to}::date, ${asOf}::date)
    AND held.place_from <= served.read_at AND held.place_until > served.read_at
  WHERE NOT served.is_assumed OR held.assumed_on <= ${asOf}::date`;

/** A series, and how many calendar days before the knowledge date are needed of it; null for all there are. */
export interface Reaching {
  readonly code: string;
  readonly days: number | null;
}
