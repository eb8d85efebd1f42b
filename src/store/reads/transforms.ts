import { CARRIED_DAYS, ENOUGH } from '../../domain/indicators/transforms/Known';
import { MOST_GROWTH } from '../../domain/indicators/transforms/growth';
import { type Transform } from '../../domain/indicators/transforms/Transform';
import { type Sql, raw, sql } from '../sql';
import { spanSql } from './periods';
import { withGapsSql } from './withGaps';

/** What a transform needs to know of a series; columns or values. */
export interface Series {
  readonly frequency: unknown;
  /** SQL that is true where its values are rates in percent. */
  readonly isRate: Sql;
  /** SQL that is true where it is not known how often the series comes: only its level can be told then, whatever `frequency` says. */
  readonly isIrregular: Sql;
}

/**
 * What a transform tells of each period of one vintage, as `transformed` of the domain does: rows of `observed_on, value, flag, reason` and
 * what the period's own value is known from, in no order. The same rules in SQL; a test holds one to the other.
 *
 * @param observations Rows of one vintage: `observed_on, value, known_on, known_on_basis, proven_on, document_id, vintage_id`.
 */
export function transformedSql(transform: Transform, observations: Sql, series: Series): Sql {
  const { windows, value, reason, flag } = transforms(series)[transform];
  return sql`
    SELECT observed_on, CASE WHEN ${reason} IS NULL THEN ${value} END AS value, CASE WHEN ${reason} IS NULL THEN ${flag} END AS flag,
      ${reason} AS reason, level, known_on, known_on_basis, proven_on, document_id, vintage_id
    FROM (SELECT gapped.*${windows} FROM (${withGapsSql(observations, series.frequency)}) gapped) told`;
}

/** How a transform is told: `windows` adds columns, and the others are told from these. */
interface Told {
  readonly windows: Sql;
  readonly value: Sql;
  readonly reason: Sql;
  readonly flag: Sql;
}

const NOTHING = raw('NULL::text');

function transforms({ frequency, isRate, isIrregular }: Series): Readonly<Record<Transform, Told>> {
  const span = (name: Parameters<typeof spanSql>[1]): Sql => spanSql(frequency, name);
  const isDaily = sql`(${frequency}::text = 'DAILY')`;
  const daysOr = (days: number, others: number): Sql => sql`(CASE WHEN ${isDaily} THEN ${raw(String(days))} ELSE ${raw(String(others))} END)`;
  const unlessGap = (reason: Sql): Sql => sql`(CASE WHEN level IS NULL THEN 'NOT_REPORTED' WHEN ${isIrregular} THEN 'NOT_DEFINED' ${reason} END)`;

  /** What a period is held against: `base`, so many periods `over` before it. */
  const held = (back: Sql): Pick<Told, 'windows' | 'flag'> => {
    const before = sql`OVER (PARTITION BY level IS NULL ORDER BY period RANGE BETWEEN ${back} + ${daysOr(CARRIED_DAYS, 1)} PRECEDING AND ${back} PRECEDING)`;
    return {
      windows: sql`, last_value(level) ${before} AS base, CASE WHEN ${isDaily} THEN ${back} ELSE period - last_value(period) ${before} END AS over`,
      flag: sql`CASE WHEN over > ${back} THEN 'BASE_EARLIER' END`,
    };
  };
  const noBase = sql`WHEN base IS NULL THEN 'INSUFFICIENT_HISTORY'`;
  const difference = (back: Sql): Told => ({ ...held(back), value: sql`(level - base) * ${back} / over`, reason: unlessGap(noBase) });
  const growth = (back: Sql): Told => ({
    ...held(back),
    value: sql`power(level / base, ${span('year')}::numeric / over) - 1`,
    reason: unlessGap(sql`${noBase} WHEN base <= 0 OR level < 0 OR level > base * ${raw(String(MOST_GROWTH))} THEN 'NOT_DEFINED'`),
  });
  const ofAmounts = (told: Told): Told => ({ ...told, reason: sql`(CASE WHEN level IS NOT NULL AND ${isRate} THEN 'NOT_DEFINED' ELSE ${told.reason} END)` });
  const either = (rates: Told, amounts: Told): Told => ({
    ...amounts,
    value: sql`CASE WHEN ${isRate} THEN ${rates.value} ELSE ${amounts.value} END`,
    reason: sql`(CASE WHEN ${isRate} THEN ${rates.reason} ELSE ${amounts.reason} END)`,
  });

  /** The stretch of so many periods up to one: how many values it has, and whether that is enough. */
  const stretch = (length: Sql) => {
    const window = sql`OVER (PARTITION BY level IS NULL ORDER BY period RANGE BETWEEN ${length} - 1 PRECEDING AND CURRENT ROW)`;
    const isLate = sql`first_value(period) ${window} - (period - ${length} + 1) > ${daysOr(CARRIED_DAYS, 1)}`;
    const { ofDays, ofPeriods } = ENOUGH;
    const isTooFew = sql`count(level) ${window} * ${daysOr(ofDays.outOf, ofPeriods.outOf)} < ${length} * ${daysOr(ofDays.of, ofPeriods.of)}`;
    return { window, isEnough: sql`NOT (${isLate} OR ${isTooFew})`, isWhole: sql`(${isDaily} OR count(level) ${window} = ${length})` };
  };
  const quarter = stretch(span('quarter'));
  const decade = stretch(span('decade'));
  const notEnough = sql`WHEN NOT is_enough THEN 'INSUFFICIENT_HISTORY'`;

  return {
    LEVEL: { windows: raw(''), value: sql`level`, reason: sql`(CASE WHEN level IS NULL THEN 'NOT_REPORTED' END)`, flag: NOTHING },
    CHANGE: difference(raw('1')),
    YOY: either(difference(span('year')), growth(span('year'))),
    ANNUALIZED_3M: ofAmounts(growth(span('quarter'))),
    ANNUALIZED_6M: ofAmounts(growth(span('halfYear'))),
    MEAN_3M: {
      windows: sql`, avg(level) ${quarter.window} AS mean, ${quarter.isEnough} AND ${quarter.isWhole} AS is_enough`,
      value: sql`mean`,
      reason: unlessGap(notEnough),
      flag: NOTHING,
    },
    ZSCORE: {
      windows: sql`, avg(level) ${decade.window} AS mean, stddev_samp(level) ${decade.window} AS deviation, ${decade.isEnough} AS is_enough, ${decade.isWhole} AS is_whole`,
      value: sql`(level - mean) / nullif(deviation, 0)`,
      reason: unlessGap(sql`${notEnough} WHEN deviation = 0 THEN 'NOT_DEFINED'`),
      flag: sql`CASE WHEN NOT is_whole THEN 'GAPS' END`,
    },
  };
}
