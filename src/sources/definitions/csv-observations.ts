import { ofTheFile } from '../../domain/errors';
import { type IsoDate, addDays, isoDate } from '../../domain/isoDate';
import { defineSource } from '../defineSource';
import { ownCsv } from '../ownCsv';
import { knownOnIn, observedOnIn } from '../ownRows';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { type RealTimeValue, vintagesIn } from '../realTimePeriods';
import { Refusals } from '../Refusals';
import { isSeriesCode } from '../seriesCode';
import type { SeriesReport } from '../SeriesReport';
import type { TableRow } from '../TableRow';
import type { Told } from '../tellable';
import { refuseUnknownColumns } from '../unknownColumns';

const KEY = 'csv-observations';

/** The columns of one's own observations, as docs/csv-observations.md describes them. */
export const OBSERVATION_COLUMNS = ['series', 'observed_on', 'value', 'known_on'] as const;

const FOREVER = isoDate('9999-12-31');

/** One's own observations of any series, in one vintage or, with `known_on`, in many. */
export default defineSource({
  ...ownCsv(KEY),
  title: 'Your own observations CSV',
  precedence: 30,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '' }, refusals);
    refuseUnknownColumns(KEY, columns, OBSERVATION_COLUMNS);
    const lacking = OBSERVATION_COLUMNS.filter((column) => column !== 'known_on' && !columns.includes(column) && !(column === 'series' && told.series !== undefined));
    if (lacking.length > 0) refusals.add(ofTheFile(`these columns are lacking: ${lacking.join(', ')}${lacking.includes('series') ? ' (or --series UNRATE)' : ''}`));
    else if (rows.length === 0) refusals.add(ofTheFile('there is no row below the header'));
    refusals.throwIfAny();

    const series = [...rowsBySeries(rows, told)].map(([code, own]): SeriesReport => {
      if (own.every(({ row }) => row.text('value') === null)) refusals.add(ofTheFile(`${code} has no value`));
      const isDated = own[0]?.knownOn !== null;
      const odd = own.find(({ knownOn }) => (knownOn !== null) !== isDated);
      odd?.row.refuse('known_on', `expected a day on all rows of ${code} or on none`);
      return { series: code, ...(isDated ? vintagesIn(periodsOf(own)) : undated(own)) };
    });
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { series } };
  },
});

interface OwnRow {
  readonly row: TableRow;
  readonly observedOn: IsoDate;
  readonly knownOn: IsoDate | null;
}

/** The rows of each series, those of one period by the day they were known. Refuses one that stands twice. */
function rowsBySeries(rows: readonly TableRow[], told: Told): ReadonlyMap<string, readonly OwnRow[]> {
  const all = new Map<string, OwnRow[]>();
  const lines = new Map<string, number>();
  for (const row of rows) {
    const series = seriesIn(row, told.series);
    const observedOn = observedOnIn(row, undefined);
    if (series === null || observedOn === null) continue;
    const knownOn = knownOnIn(row, observedOn);
    const key = `${series} on ${observedOn}${knownOn === null ? '' : `, known on ${knownOn},`}`;
    const first = lines.get(key);
    if (first !== undefined) row.refuse('observed_on', `${key} stands on line ${first} already`);
    lines.set(key, first ?? row.line);
    all.set(series, all.get(series) ?? []);
    all.get(series)?.push({ row, observedOn, knownOn });
  }
  return all;
}

function seriesIn(row: TableRow, told: string | undefined): string | null {
  const said = row.read('series', 'a code such as UNRATE', (text) => (isSeriesCode(text) ? text.toUpperCase() : undefined));
  if (said !== null && told !== undefined && said !== told) row.refuse('series', `expected ${told} as was told, found "${said}"`);
  if (row.text('series') === null && told === undefined) row.refuse('series', 'expected a code such as UNRATE, found nothing');
  return said ?? told ?? null;
}

const undated = (own: readonly OwnRow[]): Pick<SeriesReport, 'vintages' | 'values'> => ({
  vintages: [null],
  values: own.map(({ row, observedOn }) => ({ observedOn, value: row.decimal('value'), first: 0, last: 0 })),
});

/** Each value holds until the day before the next that is given of its period. */
function periodsOf(own: readonly OwnRow[]): readonly RealTimeValue[] {
  const days = new Map<IsoDate, IsoDate[]>();
  for (const { observedOn, knownOn } of own) days.set(observedOn, [...(days.get(observedOn) ?? []), ...(knownOn === null ? [] : [knownOn])].sort());
  return own.flatMap(({ row, observedOn, knownOn }) => {
    if (knownOn === null) return [];
    const next = days.get(observedOn)?.find((day) => day > knownOn);
    return { observedOn, value: row.decimal('value'), from: knownOn, to: next === undefined ? FOREVER : addDays(next, -1) };
  });
}
