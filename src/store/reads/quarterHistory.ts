import type { IsoDate } from '../../domain/isoDate';
import { type Sql, raw, sql } from '../sql';
import { lists } from './lists';

/** The number of a day in a column, as `dayNumber` has it; null for no day, and for one without an end. */
const numberOf = (column: string): Sql => sql`nullif(${raw(column)}, 'infinity') - '1970-01-01'::date`;

/**
 * The quarters of many companies in all versions that were known by `last`: one JSON object with lists, in no order. Thousands of companies have tens of thousands of rows: nothing is sorted or converted that need not be,
 * days are numbers, and what nearly all have alike is null: the period QUARTER, the basis ACCEPTED_BY_SEC, and `knownUntil` of what still stands.
 * `companies` is SQL of them, `cik, reach`: what ended more than `reach` days before `first` is left out. `earningsOf` is what these tell of one day.
 */
export const quarterHistory = (companies: Sql, first: IsoDate, last: IsoDate): Sql => sql`
  SELECT ${lists('cik', 'period', 'observed_on', 'known_on', 'known_until', 'known_on_basis', 'eps', 'net_income')} FROM (
    SELECT e.cik, nullif(e.period, 'QUARTER') AS period, ${numberOf('e.observed_on')} AS observed_on, ${numberOf('e.known_on')} AS known_on, ${numberOf('e.known_until')} AS known_until,
      nullif(e.known_on_basis, 'ACCEPTED_BY_SEC') AS known_on_basis, e.eps_diluted AS eps, e.net_income
    FROM (${companies}) c JOIN earnings e ON e.cik = c.cik AND e.observed_on BETWEEN ${first}::date - c.reach AND ${last}::date
    WHERE e.period IN ('QUARTER', 'TRANSITION') AND e.known_on <= ${last}::date
  ) version`;
