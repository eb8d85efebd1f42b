import { type Sql, join, raw, sql } from '../sql';
import { byFrequency, laterSql, periodSql, spanSql } from './periods';

/** On what ground an observation is known, and what it was read from. */
const PROVENANCE = ['known_on', 'known_on_basis', 'proven_on', 'document_id', 'vintage_id'];

/** The columns of a row without a value for a period that is lacking: it is known from the row after it, which passes it over. */
const ofNext = (column: string): Sql => raw(`CASE step WHEN 0 THEN ${column} ELSE next_${column} END AS ${column}`);

/**
 * The observations of one vintage, and one without a value for each period that is lacking between two of them, as `withGaps` of the
 * domain has them: `observed_on, period, level` and what they are known from.
 */
export const withGapsSql = (observations: Sql, frequency: unknown): Sql => sql`
  SELECT CASE step WHEN 0 THEN observed_on ELSE ${laterSql(sql`observed_on`, sql`step`, frequency)} END AS observed_on,
    period + step AS period, CASE step WHEN 0 THEN value END AS level, ${join(PROVENANCE.map(ofNext), ', ')}
  FROM (
    SELECT in_order.*, generate_series(0, ${lacking(frequency)}) AS step
    FROM (
      SELECT numbered.*, ${join(['period', ...PROVENANCE].map((column) => raw(`lead(${column}) OVER days AS next_${column}`)), ', ')}
      FROM (SELECT o.*, ${periodSql(sql`o.observed_on`, frequency)} AS period FROM (${observations}) o) numbered
      WINDOW days AS (ORDER BY observed_on)
    ) in_order
  ) stepped`;

/** How many periods are lacking before the next one; none where the series had stopped. */
function lacking(frequency: unknown): Sql {
  const between = raw('next_period - period - 1');
  const due = sql`CASE WHEN ${between} BETWEEN 1 AND ${spanSql(frequency, 'year')} THEN ${between} ELSE 0 END`;
  return byFrequency(frequency, { DAILY: raw('0'), WEEKLY: due, MONTHLY: due, QUARTERLY: due });
}
