import type { DataSource } from 'typeorm';
import type { Decimal } from '../../../src/domain/decimal';
import { type IsoDate, isoDate } from '../../../src/domain/isoDate';
import { type Source, defineSource } from '../../../src/sources/defineSource';
import type { SeriesReport } from '../../../src/sources/SeriesReport';
import { loadFile } from '../../../src/store/load/loadFile';
import type { LoadReport } from '../../../src/store/load/LoadRequest';
import { type Circumstances, noonOf } from './invented';

/** A publisher of series whose files are its reports as JSON. */
const publisher: Source = defineSource({
  key: 'invented-publisher',
  title: 'Invented',
  publisher: 'An invented publisher',
  documentation: '-',
  terms: '-',
  files: /\.json$/,
  precedence: 20,
  usualKnownOn: 'FIRST_SEEN',
  read(bytes) {
    const reports = JSON.parse(bytes.toString('utf8')) as SeriesReport[];
    return { rowsRead: reports.flatMap(({ values }) => values).length, reports: { series: reports } };
  },
});

/** What one vintage says of some periods; null is a missing value. */
export type Says = Readonly<Record<string, string | null>>;

/** A series as one file gives it that could be read on a day, or on one that nobody says. */
export const aVintage = (series: string, knownOn: string | null, says: Says): SeriesReport => ({
  series,
  vintages: [knownOn === null ? null : isoDate(knownOn)],
  values: Object.entries(says).map(([observedOn, value]) => ({ observedOn: isoDate(observedOn), value: value as Decimal | null, first: 0, last: 0 })),
});

/** A series in many vintages, as a file with real-time periods gives it: each value once for those that follow each other and have it so. */
export function aHistory(series: string, vintages: readonly { readonly knownOn: IsoDate; readonly says: Says }[]): SeriesReport {
  const values: { observedOn: IsoDate; value: Decimal | null; first: number; last: number }[] = [];
  vintages.forEach(({ says }, i) => {
    for (const [observedOn, value] of Object.entries(says)) {
      const standing = values.find((one) => one.observedOn === observedOn && one.last === i - 1 && one.value === value);
      if (standing === undefined) values.push({ observedOn: isoDate(observedOn), value: value as Decimal | null, first: i, last: i });
      else standing.last = i;
    }
  });
  return { series, vintages: vintages.map(({ knownOn }) => knownOn), values };
}

/** Loads reports as one file, on 2026-11-02 where nothing else is said. */
export function loadSeries(db: DataSource, reports: readonly SeriesReport[], circumstances: Circumstances & { readonly source?: Source } = {}): Promise<LoadReport> {
  const { source = publisher, on = '2026-11-02', knownOn, fileName = 'file.json', isSimulated = false } = circumstances;
  const told = knownOn === undefined ? {} : { knownOn: isoDate(knownOn) };
  return loadFile(db, { source, fileName, bytes: Buffer.from(JSON.stringify(reports)), told, now: noonOf(on), isSimulated });
}
