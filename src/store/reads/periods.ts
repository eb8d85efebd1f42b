import { Frequency } from '../../domain/indicators/Frequency';
import { FIRST_MONDAY, SPANS, type Spans } from '../../domain/indicators/periods';
import { type Sql, join, raw, sql } from '../sql';

/** One of four numbers, by the frequency of a series: a column or a value. */
export const byFrequency = (frequency: unknown, of: Readonly<Record<Frequency, Sql>>): Sql =>
  sql`(CASE ${frequency}::text ${join(Object.values(Frequency).map((one) => sql`WHEN ${raw(`'${one}'`)} THEN ${of[one]}`), ' ')} END)`;

/** The period that a day is about, as `periodOf` numbers them. */
export const periodSql = (observedOn: Sql, frequency: unknown): Sql =>
  byFrequency(frequency, {
    DAILY: sql`${observedOn} - '1970-01-01'::date`,
    WEEKLY: sql`floor((${observedOn} - '1970-01-01'::date - ${raw(String(FIRST_MONDAY))}) / 7.0)::int`,
    MONTHLY: sql`(extract(year FROM ${observedOn}) * 12 + extract(month FROM ${observedOn}) - 1)::int`,
    QUARTERLY: sql`(extract(year FROM ${observedOn}) * 4 + extract(quarter FROM ${observedOn}) - 1)::int`,
  });

/** How many periods a stretch has. */
export const spanSql = (frequency: unknown, span: keyof Spans): Sql => {
  const of = (one: Frequency): Sql => raw(String(SPANS[one][span]));
  return byFrequency(frequency, { DAILY: of(Frequency.DAILY), WEEKLY: of(Frequency.WEEKLY), MONTHLY: of(Frequency.MONTHLY), QUARTERLY: of(Frequency.QUARTERLY) });
};

/** The day so many periods after another; the last one of its month where that is shorter. */
export const laterSql = (observedOn: Sql, periods: Sql, frequency: unknown): Sql =>
  byFrequency(frequency, {
    DAILY: sql`${observedOn} + ${periods}`,
    WEEKLY: sql`${observedOn} + 7 * ${periods}`,
    MONTHLY: sql`(${observedOn} + ${periods} * interval '1 month')::date`,
    QUARTERLY: sql`(${observedOn} + ${periods} * interval '3 months')::date`,
  });

/** The last day of the period so many after an observation's, 0 for its own; null of a day to come, of which nobody says when it is. */
export function periodEndSql(observedOn: Sql, later: 0 | 1, frequency: unknown): Sql {
  const end = sql`${laterSql(observedOn, sql`${later + 1}::int`, frequency)} - 1`;
  return byFrequency(frequency, { DAILY: later === 0 ? observedOn : raw('NULL::date'), WEEKLY: sql`${observedOn} + ${7 * later}::int`, MONTHLY: end, QUARTERLY: end });
}
