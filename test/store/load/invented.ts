import type { DataSource } from 'typeorm';
import { AssetClass } from '../../../src/domain/assetClass';
import type { Decimal } from '../../../src/domain/decimal';
import { isoDate } from '../../../src/domain/isoDate';
import { type Source, defineSource } from '../../../src/sources/defineSource';
import { NO_IDENTIFIERS } from '../../../src/domain/identifiers';
import type { HoldingLine, HoldingsReport } from '../../../src/sources/HoldingsReport';
import { loadFile } from '../../../src/store/load/loadFile';
import type { LoadReport } from '../../../src/store/load/LoadRequest';

/** An issuer whose files are its reports as JSON: what a test says is what is loaded. */
export const issuer = defineSource({
  key: 'invented-issuer',
  title: 'Invented',
  publisher: 'An invented issuer',
  documentation: '-',
  terms: '-',
  files: /\.json$/,
  precedence: 10,
  usualKnownOn: 'NEXT_SESSION',
  read(bytes) {
    const reports = JSON.parse(bytes.toString('utf8')) as HoldingsReport[];
    return { rowsRead: reports.flatMap(({ lines }) => lines).length, reports: { holdings: reports } };
  },
});

/** Files without a usual day, which stand behind the issuer's. */
export const own: Source = { ...issuer, key: 'invented-own', precedence: 30, usualKnownOn: 'FIRST_SEEN' };

export const decimal = (text: string): Decimal => text as Decimal;

export const aLine = (cells: Partial<HoldingLine> = {}): HoldingLine => ({
  ticker: 'QRRY',
  name: 'QUARRY HILL STONE INC',
  identifiers: NO_IDENTIFIERS,
  assetClass: AssetClass.EQUITY,
  sector: 'Materials',
  country: 'United States',
  exchange: 'NYSE',
  currency: 'USD',
  shares: decimal('10.00'),
  price: decimal('10.00'),
  marketValue: decimal('100.00'),
  notionalValue: null,
  publishedWeight: null,
  ...cells,
});

/** What IWM held on Monday, 2025-03-03, where a test says nothing else. */
export const aReport = (cells: Partial<HoldingsReport> = {}): HoldingsReport => ({
  fund: 'IWM',
  fundName: null,
  observedOn: isoDate('2025-03-03'),
  knownOn: null,
  sharesOutstanding: null,
  lines: [aLine()],
  ...cells,
});

/** A report that is told from others by the market value of its one line. */
export const worth = (marketValue: string, cells: Partial<HoldingsReport> = {}): HoldingsReport =>
  aReport({ lines: [aLine({ marketValue: decimal(marketValue) })], ...cells });

const fileOf = (...reports: readonly HoldingsReport[]): Buffer => Buffer.from(JSON.stringify(reports));

export interface Circumstances {
  readonly source?: Source;
  /** The day of the load. */
  readonly on?: string;
  /** What `--known-on` says. */
  readonly knownOn?: string;
  readonly fileName?: string;
  readonly isSimulated?: boolean;
  readonly replacesSimulated?: boolean;
}

/** Loads one file with these reports, on 2026-11-02 where nothing else is said. */
export function load(db: DataSource, reports: readonly HoldingsReport[], circumstances: Circumstances = {}): Promise<LoadReport> {
  const { source = issuer, on = '2026-11-02', knownOn, fileName = 'invented.json', isSimulated = false, replacesSimulated = false } = circumstances;
  const told = knownOn === undefined ? {} : { knownOn: isoDate(knownOn) };
  return loadFile(db, { source, fileName, bytes: fileOf(...reports), told, now: noonOf(on), isSimulated, replacesSimulated });
}

/** A moment of that day in New York. */
export const noonOf = (day: string): Date => new Date(`${day}T17:00:00Z`);
