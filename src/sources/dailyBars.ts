import { type Decimal, isPositive } from '../domain/decimal';
import { type Refusal, SourceFormat, ofTheFile } from '../domain/errors';
import { addDays, dayInNewYork, type IsoDate, parseIsoDate } from '../domain/isoDate';
import { parseJsonDecimal } from './JsonObject';
import { readCsv } from './readCsv';
import { readText } from './readText';
import { Refusals } from './Refusals';
import type { TableRow } from './TableRow';

/** One row of a table of daily prices. */
export interface Bar {
  readonly row: TableRow;
  readonly observedOn: IsoDate;
  readonly close: Decimal;
}

export interface DailyBars {
  /** In the order of the file, each day once, never empty. */
  readonly bars: readonly Bar[];
  readonly rowsRead: number;
  readonly leftOut: readonly Refusal[];
  readonly refusals: Refusals;
}

/** What a source's table of daily prices must and may hold; columns count however they are capitalised. */
export interface BarShape {
  readonly source: string;
  /** Without which it is none of the source's; `Date` and `Close` are among them. */
  readonly columns: readonly string[];
  /** Another name that the close may have. */
  readonly closeIs?: string;
  /** Others that it may hold. */
  readonly others: readonly string[];
}

/**
 * The rows of a CSV of daily prices. Left out, and told, are days on which nothing was traded, written as flat bars without volume;
 * and a first row that stands more than a quarter before the second: a stray from somewhere else.
 *
 * @throws {SourceFormat} if it is no such CSV. What is wrong with rows is in `refusals`, for the caller to throw.
 */
export function dailyBars(bytes: Buffer, { source, columns, closeIs = CLOSE, others }: BarShape): DailyBars {
  const refusals = new Refusals(source);
  const table = readCsv(readText(source, bytes), { source, firstLine: 1, blank: '' }, refusals);
  const named = new Map(table.columns.map((column) => [column.toLowerCase() === closeIs.toLowerCase() ? CLOSE.toLowerCase() : column.toLowerCase(), column]));
  const lacking = columns.filter((column) => !named.has(column.toLowerCase()));
  const known = [...columns, ...others].map((column) => column.toLowerCase());
  const unknown = [...named.keys()].filter((column) => !known.includes(column));
  if (lacking.length > 0 || unknown.length > 0 || named.size < table.columns.length) {
    const may = others.length === 0 ? '' : `, and perhaps ${others.join(', ')}`;
    const expected = columns.map((column) => (column === CLOSE && closeIs !== CLOSE ? `${CLOSE} or ${closeIs}` : column)).join(', ');
    throw SourceFormat.whole(source, `expected the columns ${expected}${may}, found ${table.columns.join(', ')}`);
  }
  if (table.rows.length === 0) refusals.add(ofTheFile('there is no row below the header'));

  const nameOf = (column: string): string => named.get(column.toLowerCase()) ?? column;
  const read = barsOf(table.rows, nameOf('Date'), nameOf(CLOSE));
  const traded = read.filter(({ row }) => !isFlatWithoutVolume(row, nameOf));
  const stray = strayAmong(traded);
  const bars = traded.filter((bar) => bar !== stray);
  const leftOut = [...(stray === undefined ? [] : [whyStray(stray)]), ...whyFlat(read.filter(({ row }) => isFlatWithoutVolume(row, nameOf)))];
  if (bars.length === 0 && table.rows.length > 0) refusals.add(ofTheFile('there is no day on which anything was traded'));
  return { bars, rowsRead: table.rows.length, leftOut, refusals };
}

const CLOSE = 'Close';

/** Refuses a day that stands twice, and what is no day or close. */
function barsOf(rows: readonly TableRow[], day: string, close: string): readonly Bar[] {
  const lines = new Map<IsoDate, number>();
  return rows.flatMap((row) => {
    const observedOn = row.read(day, 'a day written YYYY-MM-DD, or a moment such as 2024-09-27 04:00:00+00:00', parseDayOrMoment);
    const price = row.read(close, 'a number above zero', parsePrice);
    if (row.text(day) === null) row.refuse(day, 'expected a day, found nothing');
    if (row.text(close) === null) row.refuse(close, 'expected a number above zero, found nothing');
    if (observedOn === null || price === null) return [];
    const first = lines.get(observedOn);
    if (first !== undefined) row.refuse(day, `${observedOn} stands on line ${first} already`);
    lines.set(observedOn, first ?? row.line);
    return [{ row, observedOn, close: price }];
  });
}

/** A day, or the day in New York of a moment that says how far from UTC it is: midnight there is 4:00 or 5:00 in UTC. */
function parseDayOrMoment(text: string): IsoDate | undefined {
  const [, date = '', time, offset] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2}))?$/.exec(text) ?? [];
  const day = parseIsoDate(date);
  if (day === undefined || time === undefined || offset === undefined) return day;
  const moment = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(moment) ? undefined : dayInNewYork(new Date(moment));
}

function parsePrice(text: string): Decimal | undefined {
  const number = parseJsonDecimal(text);
  return number !== undefined && isPositive(number) ? number : undefined;
}

/** Whether nothing was traded on the day: the prices are one, carried over, and the volume is zero. */
function isFlatWithoutVolume(row: TableRow, nameOf: (column: string) => string): boolean {
  const [volume, ...prices] = ['Volume', 'Open', 'High', 'Low', CLOSE].map((column) => row.text(nameOf(column)));
  return volume != null && Number(volume) === 0 && new Set(prices.map(Number)).size === 1;
}

/** How many days before the second row a first one is a stray. */
const QUARTER = 92;

function strayAmong(bars: readonly Bar[]): Bar | undefined {
  const [first, second] = [...bars].sort((a, b) => (a.observedOn < b.observedOn ? -1 : 1));
  return first !== undefined && second !== undefined && addDays(first.observedOn, QUARTER) < second.observedOn ? first : undefined;
}

const whyStray = ({ row, observedOn }: Bar): Refusal => ({
  ...{ line: row.line, column: null },
  reason: `${observedOn} stands more than a quarter before the next day, a row by itself`,
});

/** One for all of them: a fund's first weeks may hold dozens. */
function whyFlat(bars: readonly Bar[]): readonly Refusal[] {
  const [first] = bars;
  if (first === undefined) return [];
  const days = bars.length === 1 ? first.observedOn : `${bars.length} days from ${first.observedOn} on`;
  return [{ line: first.row.line, column: null, reason: `nothing was traded on ${days}: flat bars without volume` }];
}
