import { Print } from '../../domain/indicators/Print';
import type { Spans } from '../../domain/indicators/periods';
import { Transform } from '../../domain/indicators/transforms/Transform';
import { RATE_UNIT, UNITS } from '../../domain/indicators/units';
import type { At } from '../at';
import { Column, type Sql, join, raw, sql } from '../sql';
import { dayOf } from './dayOf';
import { firstPrintsOf } from './firstPrints';
import { type Window, latestObservationOf, observationsIn, observationsOf } from './observations';
import { byFrequency, laterSql, spanSql } from './periods';
import { servedVintageAt, servedVintages } from './servedVintages';
import { type Series, transformedSql } from './transforms';
import { withGapsSql } from './withGaps';

/** An indicator, by columns or values. Where its unit or frequency is null, nobody has said it. */
export interface Told {
  readonly code: unknown;
  readonly unit: unknown;
  readonly frequency: unknown;
}

/** What is asked of an indicator. */
export interface Asked extends Window {
  readonly transform: Transform;
  readonly print: Print;
}

/**
 * What a transform tells of each period of an indicator at `at`, in no order: `series_code, observed_on, transform, print, value, unit, flag,
 * reason, known_on, known_on_basis, proven_on, document_id, vintage_id`. `known_on` and what follows are of the period's own value.
 *
 * AS_OF reads the one vintage that answers for all that it takes. FIRST tells each period as on the day on which it was first known, also
 * what it is held against: so each of its values is of one vintage too.
 */
export function indicatorObservations(told: Told, asked: Asked, at: At): Sql {
  const { from, to, print } = asked;
  const series = seriesOf(told);
  const window = { from: reaching(asked.transform, from, frequencyOf(told)), to };
  const read = nearby(window, frequencyOf(told));
  const rows =
    print === Print.FIRST
      ? firstTold(told, asked.transform, firstPrintsOf(told.code, at, nearby({ from, to }, frequencyOf(told))), at)
      : transformedSql(asked.transform, observationsOf(told.code, at, window, read), series);
  return labelled(told, asked, sql`SELECT * FROM (${rows}) r WHERE observed_on BETWEEN coalesce(${from}::date, '-infinity') AND coalesce(${to}::date, 'infinity')`);
}

/** What a transform tells of the newest period of an indicator that has a published value at `at`; no row where none has. */
export const latestTold = (told: Told, transform: Transform, at: At): Sql => {
  const on = new Column('newest', 'observed_on');
  return sql`
    SELECT o.* FROM (${latestObservationOf(told.code, at)}) newest
    CROSS JOIN LATERAL (${indicatorObservations(told, { transform, print: Print.AS_OF, from: on, to: on }, at)}) o`;
};

/** The parts of an observation's natural key, in the order in which `indicatorObservationByKey` takes them. */
export const indicatorObservationKey = (row: Readonly<Record<string, unknown>>): readonly Sql[] => [
  ...[sql`${row.seriesCode}`, sql`${row.observedOn}`, sql`${row.transform}`, sql`${row.print}`],
  sql`(CASE ${row.print}::text WHEN 'AS_OF' THEN ${vintageName(row.vintageId, sql`${row.knownOnBasis}::text IN ('RELEASE_CALENDAR', 'LAG_ASSUMED')`)} ELSE '' END)`,
];

/** What a vintage is called among those of its series; one that is read by assumed days is called otherwise. */
export const vintageName = (vintageId: unknown, isAssumed: Sql): Sql =>
  sql`(SELECT concat_ws('/', v.known_on::text, v.digest, CASE WHEN ${isAssumed} THEN 'assumed' END) FROM vintage v WHERE v.id = ${vintageId})`;

export function indicatorObservationByKey([code = sql`NULL`, day = sql`NULL`, transform, print, vintage]: readonly Sql[], at: At): Sql {
  const told = { code: new Column('named', 'code'), unit: new Column('named', 'unit'), frequency: new Column('named', 'frequency') };
  const on = new Column('named', 'day');
  const served = sql`SELECT s.* FROM (${servedVintages(sql`named.code`, at)}) s WHERE ${vintageName(raw('s.vintage_id'), raw('s.is_assumed'))} = ${vintage}`;
  const each = Object.values(Transform).flatMap((one) => {
    const window = { from: reaching(one, on, frequencyOf(told)), to: on };
    const read = nearby(window, frequencyOf(told));
    const rows: Readonly<Record<Print, Sql>> = {
      FIRST: firstTold(told, one, firstPrintsOf(told.code, at, nearby({ from: on, to: on }, frequencyOf(told))), at),
      AS_OF: transformedSql(one, observationsIn(served, at, read), seriesOf(told)),
    };
    return Object.values(Print).map(
      (which) => sql`SELECT o.* FROM (${labelled(told, { transform: one, print: which }, sql`SELECT * FROM (${rows[which]}) r WHERE observed_on = named.day`)}) o
        WHERE ${transform} = ${raw(`'${one}'`)} AND ${print} = ${raw(`'${which}'`)}`,
    );
  });
  return sql`
    SELECT found.* FROM (SELECT i.code, i.unit, i.frequency, ${dayOf(day)} AS day FROM indicator i WHERE i.code = ${code}) named
    CROSS JOIN LATERAL (${join(each, ' UNION ALL ')}) found`;
}

/** How often a series comes; one of which that is not known is read like one of days. */
const frequencyOf = ({ frequency }: Told): Sql => sql`coalesce(${frequency}::text, 'DAILY')`;

const seriesOf = (told: Told): Series => ({
  frequency: frequencyOf(told),
  isIrregular: sql`${told.frequency}::text IS NULL`,
  isRate: sql`coalesce(starts_with(${told.unit}::text, ${raw(`'${RATE_UNIT}'`)}), FALSE)`,
});

/** What a transform is told in, by the unit of the indicator. */
export function unitSql(unit: unknown, transform: Transform): Sql {
  const { ofAmounts, ofRates } = UNITS[transform];
  return sql`CASE WHEN starts_with(${unit}::text, ${raw(`'${RATE_UNIT}'`)}) THEN coalesce(${ofRates}::text, ${unit}::text) ELSE coalesce(${ofAmounts}::text, ${unit}::text) END`;
}

const labelled = ({ code, unit }: Told, { transform, print }: Pick<Asked, 'transform' | 'print'>, rows: Sql): Sql => sql`
  SELECT ${code}::text AS series_code, told.observed_on, ${transform}::text AS transform, ${print}::text AS print, told.value, ${unitSql(unit, transform)} AS unit,
    told.flag, told.reason, told.known_on, told.known_on_basis, told.proven_on, told.document_id, told.vintage_id
  FROM (${rows}) told`;

/** What was told of each period on the day on which it was first known. */
function firstTold(told: Told, transform: Transform, prints: Sql, at: At): Sql {
  const days = withGapsSql(prints, frequencyOf(told));
  if (transform === Transform.LEVEL) {
    return sql`SELECT observed_on, level AS value, NULL::text AS flag, CASE WHEN level IS NULL THEN 'NOT_REPORTED' END AS reason,
      level, known_on, known_on_basis, proven_on, document_id, vintage_id FROM (${days}) print`;
  }
  const on = new Column('print', 'observed_on');
  const then = { asOf: new Column('print', 'known_on'), knowledge: at.knowledge };
  const from = reaching(transform, on, frequencyOf(told));
  const served = servedVintageAt(told.code, then, { from, to: on });
  const own = observationsIn(served, then, { from: on, to: on });
  const before = observationsIn(served, then, { from, to: heldUpTo(transform, on, frequencyOf(told)) });
  const values = transformedSql(transform, sql`${own} UNION ALL ${before}`, seriesOf(told));
  return sql`
    SELECT print.observed_on, own.value, own.flag,
      CASE WHEN print.level IS NULL THEN 'NOT_REPORTED' WHEN own.observed_on IS NULL THEN 'INSUFFICIENT_HISTORY' ELSE own.reason END AS reason,
      print.level, print.known_on, print.known_on_basis, print.proven_on, print.document_id, print.vintage_id
    FROM (${days}) print
    LEFT JOIN LATERAL (SELECT * FROM (${values}) t WHERE t.observed_on = print.observed_on) own ON print.level IS NOT NULL`;
}

/** How far back a transform reads from a period, itself left out; a stand-in for what is lacking included. */
const REACH: Readonly<Record<Transform, { readonly span: keyof Spans | null; readonly more: number }>> = {
  LEVEL: { span: null, more: 0 },
  CHANGE: { span: null, more: 2 },
  YOY: { span: 'year', more: 1 },
  ANNUALIZED_3M: { span: 'quarter', more: 1 },
  ANNUALIZED_6M: { span: 'halfYear', more: 1 },
  MEAN_3M: { span: 'quarter', more: -1 },
  ZSCORE: { span: 'decade', more: -1 },
};

/** The first day that a transform reads for periods from one on; null where there is no such bound. */
function reaching(transform: Transform, from: unknown, frequency: unknown): unknown {
  const { span, more } = REACH[transform];
  if (from === null || (span === null && more === 0)) return from;
  const carried = byFrequency(frequency, { DAILY: raw('6'), WEEKLY: raw('0'), MONTHLY: raw('0'), QUARTERLY: raw('0') });
  const periods = sql`(${span === null ? raw('0') : spanSql(frequency, span)} + ${raw(String(more))} + ${carried})`;
  return laterSql(sql`${from}::date`, sql`(-${periods})`, frequency);
}

/** The last day before one that a transform reads for it. What a day is held against is looked for in a week: those between are passed over. */
function heldUpTo(transform: Transform, on: Column, frequency: unknown): Sql {
  const { span, more } = REACH[transform];
  const days = span !== null && more > 0 ? spanSql(frequency, span) : raw('1');
  return sql`(${on} - ${byFrequency(frequency, { DAILY: days, WEEKLY: raw('1'), MONTHLY: raw('1'), QUARTERLY: raw('1') })})`;
}

/** The periods around some, among which those lie that tell whether one between them is lacking. */
function nearby({ from, to }: Window, frequency: unknown): Window {
  const days = byFrequency(frequency, { DAILY: raw('0'), WEEKLY: raw(PAUSE), MONTHLY: raw(PAUSE), QUARTERLY: raw(PAUSE) });
  const by = (day: unknown, sign: '+' | '-'): unknown => (day === null ? null : sql`(${day}::date ${raw(sign)} ${days})`);
  return { from: by(from, '-'), to: by(to, '+') };
}

/** Days of the longest pause that is filled in, five quarters, and some to spare. */
const PAUSE = '470';
