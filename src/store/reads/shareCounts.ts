import type { At } from '../at';
import { type Sql, sql } from '../sql';

/** The splits of a company's shares that its filings had shown by `at`, the first of them first. */
export const splitsOf = (cik: unknown, at: At): Sql => sql`
  SELECT * FROM share_split split WHERE split.cik = ${cik} AND split.known_on <= ${at.asOf}::date ORDER BY split.known_on`;

/** By which figure a company's shares are counted on a day: at most one row of `share_count`. */
const countOn = (cik: unknown, day: unknown): Sql => sql`
  SELECT * FROM share_count counted WHERE counted.cik = ${cik} AND counted.known_on <= (${day})::date ORDER BY counted.known_on DESC LIMIT 1`;

/**
 * A company's shares outstanding as known at `at`, as one row: `shares, value, basis, fact_id, observed_on, known_on, split_factor`. By the cover page, else
 * the balance sheet, else the newest diluted average, as `shareCounts` derives it. No row where nothing is known.
 */
export const sharesOutstandingAt = (cik: unknown, { asOf }: Pick<At, 'asOf'>): Sql => sql`
  SELECT f.value * current.split_factor AS shares, f.value, current.basis, current.fact_id, f.observed_on, f.known_on, current.split_factor
  FROM (${countOn(cik, asOf)}) current JOIN company_fact f ON f.id = current.fact_id`;

/** By what a company's shares were counted on the day `from`, and then until the day `last`: rows of `share_count`. */
export const shareCountsBetween = (cik: unknown, from: Sql, last: unknown): Sql => sql`
  SELECT * FROM share_count counted WHERE counted.cik = ${cik} AND counted.known_on <= ${last}::date
    AND counted.known_on >= coalesce((SELECT first.known_on FROM (${countOn(cik, from)}) first), '-infinity')`;
