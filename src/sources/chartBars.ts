import { type Decimal, isPositive } from '../domain/decimal';
import type { Refusal } from '../domain/errors';
import { dayInNewYork, type IsoDate } from '../domain/isoDate';
import type { CloseOfDay } from './ClosesReport';
import { type JsonObject, parseJsonDecimal } from './JsonObject';

export interface ChartBars {
  readonly splitAdjusted: readonly CloseOfDay[];
  /** Empty where the answer has none. */
  readonly totalReturn: readonly CloseOfDay[];
  readonly rowsRead: number;
  readonly leftOut: readonly Refusal[];
}

/** The day on which a bar begins; `timestamp` is of its open, in seconds since 1970, which moves with daylight saving time. */
export const dayOfTimestamp = (text: string): IsoDate | undefined =>
  /^-?\d{1,11}$/.test(text) ? dayInNewYork(new Date(Number(text) * 1_000)) : undefined;

/** The closes of an answer, day by day. A day without a close is a gap, and one whose session had not ended has none yet. */
export function chartBars(result: JsonObject, meta: JsonObject): ChartBars {
  const timestamps = result.list('timestamp') ?? [];
  if (timestamps.length === 0) result.refuse('timestamp', 'expected at least one bar, found none');
  const indicators = result.object('indicators');
  const columnOf = (group: string, name: string): readonly unknown[] | null => {
    const column = indicators?.objects(group)?.[0]?.list(name) ?? null;
    if (column !== null && column.length !== timestamps.length) {
      result.refuse(`indicators.${group}[0].${name}`, `expected ${timestamps.length} values for as many timestamps, found ${column.length}`);
    }
    return column;
  };
  const closes = columnOf('quote', 'close');
  if (closes === null) result.refuse('indicators.quote[0].close', 'expected a list, found nothing');
  const adjusted = columnOf('adjclose', 'adjclose');

  const open = openSession(meta);
  const last = timestamps.length - 1;
  const isOpen = open !== null && Number(timestamps[last]) >= open.since;
  const days = daysOf(result, timestamps);
  const daily = (column: readonly unknown[] | null, name: string): readonly CloseOfDay[] =>
    (column ?? []).flatMap((value, i): CloseOfDay[] => {
      const observedOn = days[i] ?? null;
      if (observedOn === null || value === null || (isOpen && i === last)) return [];
      const close = typeof value === 'string' ? parsePrice(value) : undefined;
      if (close === undefined) result.refuse(`${name}[${i}]`, `expected a number above zero or null, found ${JSON.stringify(value)}`);
      return close === undefined ? [] : [{ observedOn, knownOn: null, close }];
    });
  const splitAdjusted = daily(closes, 'indicators.quote[0].close');
  if (closes !== null && splitAdjusted.length === 0) result.refuse('timestamp', 'expected at least one day whose session had ended, found none');
  const why = { line: null, column: `${result.path}.timestamp[${last}]`, reason: `the session of ${days[last] ?? 'the day'} had not ended when the answer was given` };
  return { splitAdjusted, totalReturn: daily(adjusted, 'indicators.adjclose[0].adjclose'), rowsRead: timestamps.length, leftOut: isOpen ? [why] : [] };
}

/** Refuses a day that stands twice, but for the last: beside the day's bar may stand the one of the open session. */
function daysOf(result: JsonObject, timestamps: readonly unknown[]): readonly (IsoDate | null)[] {
  const places = new Map<IsoDate, number>();
  return timestamps.map((timestamp, i) => {
    const day = typeof timestamp === 'string' ? dayOfTimestamp(timestamp) : undefined;
    if (day === undefined) result.refuse(`timestamp[${i}]`, `expected seconds since 1970, found ${JSON.stringify(timestamp)}`);
    const first = day === undefined ? undefined : places.get(day);
    if (first !== undefined) result.refuse(`timestamp[${i}]`, `${day} stands at timestamp[${first}] already`);
    if (day !== undefined) places.set(day, first ?? i);
    return day ?? null;
  });
}

/** The session that had not ended when the answer was given, and since when it goes on or would; null where it had. */
function openSession(meta: JsonObject): { readonly since: number } | null {
  const seconds = (object: JsonObject | null, key: string): number => Number(object?.required(key, 'seconds since 1970', (text) => (/^-?\d+$/.test(text) ? text : undefined)) ?? NaN);
  const regular = meta.object('currentTradingPeriod')?.object('regular') ?? null;
  if (regular === null) meta.refuse('currentTradingPeriod', 'expected the session of the day, without which nobody knows whether the last bar is finished');
  const [now, since, until] = [seconds(meta, 'regularMarketTime'), seconds(regular, 'start'), seconds(regular, 'end')];
  return now < until ? { since } : null;
}

function parsePrice(text: string): Decimal | undefined {
  const number = parseJsonDecimal(text);
  return number !== undefined && isPositive(number) ? number : undefined;
}
