import { AssetClass } from '../../src/domain/assetClass';
import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { KnownOnBasis } from '../../src/domain/knowledge';
import type { Definition } from '../../src/signals/defineSignal';
import { Evaluation } from '../../src/signals/Evaluation';
import type { Facts, Line, MarketValue, Member, Quarter, Report } from '../../src/signals/Facts';
import { MissingReason } from '../../src/domain/MissingReason';
import type { Reading } from '../../src/signals/Reading';
import { noFacts } from './noFacts';

/** What a test writes down of companies: of each symbol its quarters, the newest report, and what it is worth on a day. */
export interface CompanyWorld {
  readonly quarters?: Readonly<Record<string, readonly Quarter[]>>;
  readonly reports?: Readonly<Record<string, Partial<Report>>>;
  readonly worth?: (symbol: string, on: IsoDate) => number | MissingReason;
  /** Weights in IWM. */
  readonly held?: Readonly<Record<string, number>>;
  readonly heldOn?: string;
  readonly isHindsight?: boolean;
  readonly isReporting?: (symbol: string) => boolean;
}

/** Facts of one day: a basket of the symbols, and a fund that holds others. */
function factsOf(asOf: string, symbols: readonly string[], { quarters = {}, reports = {}, worth, held = {}, heldOn = asOf, isHindsight = false, isReporting = () => true }: CompanyWorld): Facts {
  const day = isoDate(asOf);
  const dated = { observedOn: day, knownOn: day, knownOnBasis: KnownOnBasis.VINTAGE };
  const members = symbols.map((symbol): Member => ({ ...dated, symbol, listing: symbol, listings: [symbol], cik: isReporting(symbol) ? symbol : null }));
  const lines = Object.entries(held).map(([symbol, weight], i): Line => ({ line: i, security: `EQUITY:${symbol}`, symbol, listing: symbol, cik: isReporting(symbol) ? symbol : null, assetClass: AssetClass.EQUITY, weight }));
  const snapshot = { fund: 'IWM', key: 'IWM/1', lines, observedOn: isoDate(heldOn), knownOn: isoDate(heldOn), knownOnBasis: KnownOnBasis.LAG_ASSUMED };
  return {
    ...noFacts(day),
    basket: () => (members.length === 0 ? null : { key: 'mag7', members, isHindsight }),
    snapshot: (fund, _, maxAge) => (fund === 'IWM' && lines.length > 0 && snapshot.observedOn >= addDays(day, -maxAge) ? snapshot : null),
    quarters: (symbol, days) => (quarters[symbol] ?? []).filter(({ observedOn, knownOn }) => knownOn <= day && observedOn >= addDays(day, -days)),
    reports: (symbol) => (reports[symbol] === undefined ? [] : [{ ...A_REPORT, ...reports[symbol] }]),
    marketValue: (symbol, on) => worthOf(symbol, on, worth?.(symbol, on) ?? MissingReason.NOT_KNOWN_YET),
  };
}

const A_REPORT: Report = {
  ...{ listing: 'EQUITY:A', month: isoDate('2024-03-31'), periodEnd: isoDate('2024-03-31'), estimate: 1, actual: 1.05, surprise: 5, wasExpected: true },
  ...{ observedOn: isoDate('2024-04-25'), knownOn: isoDate('2024-04-25'), knownOnBasis: KnownOnBasis.LAG_ASSUMED },
};

/** A hundred shares. */
function worthOf(symbol: string, on: IsoDate, value: number | MissingReason): MarketValue | MissingReason {
  if (typeof value === 'string') return value;
  const dated = { observedOn: on, knownOn: on, knownOnBasis: KnownOnBasis.MARKET_CLOSE };
  return { value, shares: 100, close: { ...dated, listing: symbol, series: ['test', 'RAW', '', ''], value: value / 100 }, counted: { ...dated, observedOn: isoDate('2023-12-31'), key: [symbol], value: 100, basis: 'COVER_PAGE' } };
}

/** What a signal reads of such facts. */
export const readingOfCompanies = <Details>(definition: Definition<Details>, asOf: string, symbols: readonly string[], world: CompanyWorld): Reading<Details> =>
  new Evaluation(factsOf(asOf, symbols, world)).reading(definition);
