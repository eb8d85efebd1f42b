import { AssetClass } from '../../src/domain/assetClass';
import { addDays, daysBetween, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { KnownOnBasis } from '../../src/domain/knowledge';
import type { Facts, ListingCloses, Member, Observed, Quarter, Report, SnapshotSeen } from '../../src/signals/Facts';
import { MissingReason } from '../../src/domain/MissingReason';
import type { Random } from '../support/Random';
import { flat, monthly } from './factsOf';

const AS_OF = isoDate('2024-09-10');
const SEVEN = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'];
const SMALL = ['ZZ1', 'ZZ2', 'ZZ3', 'ZZ4', 'ZZ5'];
const KNOWN = { knownOn: AS_OF, knownOnBasis: KnownOnBasis.VINTAGE };

type Values = readonly (readonly [day: string, value: number])[];

/** Facts of one day that every signal can be told from, drawn at random, of which some are lacking. */
export function randomFacts(random: Random): Facts {
  const series = new Map(Object.entries(randomSeries(random)).map(([code, values]) => [code, random.chance(0.05) ? [] : values.map(observed)]));
  const closes = new Map([...SEVEN, 'IWM', 'SPY', 'IVV'].map((listing) => [listing, random.chance(0.03) ? null : closesOf(listing, random)]));
  const quarters = new Map([...SEVEN, ...SMALL].map((cik) => [cik, quartersOf(cik, random)]));
  const reports = new Map(SEVEN.map((cik) => [cik, random.chance(0.2) ? [] : [reportOf(random)]]));
  const snapshots = new Map([['IWM', snapshotOf('IWM', SMALL, random)], ['SPY', snapshotOf('SPY', [...SEVEN, 'REST'], random)], ['SPY then', snapshotOf('SPY', [...SEVEN, 'REST'], random)]]);
  const members = SEVEN.map((listing): Member => ({ listing, symbol: listing, listings: [listing], cik: listing, observedOn: AS_OF, ...KNOWN }));
  const [swing, trend] = [random.fraction(), random.fraction() - 0.5];
  const size = new Map(SEVEN.map((cik) => [cik, 100 + random.below(900)]));
  return {
    asOf: AS_OF,
    observations: (code, days) => (series.get(code) ?? []).filter(({ observedOn }) => observedOn >= addDays(AS_OF, -days)),
    closes: (listing) => closes.get(listing) ?? null,
    basket: (key) => ({ key, members, isHindsight: false }),
    snapshot: (fund, sessionsBack) => snapshots.get(sessionsBack > 0 ? `${fund} then` : fund) ?? null,
    quarters: (cik) => quarters.get(cik) ?? [],
    reports: (cik) => reports.get(cik) ?? [],
    marketValue(cik, on) {
      const times = size.get(cik);
      if (times === undefined) return MissingReason.NOT_KNOWN_YET;
      const since = daysSince(on);
      const value = times * (1.2 + swing * Math.sin(since / 90) + trend * (since / 2_500));
      return { value, close: { listing: cik, series: [], value, observedOn: on, ...KNOWN }, shares: 1, counted: { key: [cik], value: 1, basis: 'COVER_PAGE', observedOn: on, ...KNOWN } };
    },
  };
}

const days = new Map<IsoDate, number>();

/** Since 2017, about. */
function daysSince(on: IsoDate): number {
  const since = days.get(on) ?? daysBetween(isoDate('2017-01-01'), on);
  days.set(on, since);
  return since;
}

const observed = ([day, value]: Values[number]): Observed => ({ observedOn: isoDate(day), value, vintage: 'newest', ...KNOWN });

/** Steps of rates, prices, jobs and output about what they usually are, and now and then far from it. */
function randomSeries(random: Random): Readonly<Record<string, Values>> {
  const about = (value: number, spread: number): number => value + (random.fraction() - 0.5) * 2 * spread;
  const walk = (from: number, count: number, step: () => number): readonly number[] => Array.from({ length: count }, ((value) => () => (value += step()))(from));
  const cuts = Array.from({ length: random.below(5) }, () => [addDays(AS_OF, -2 - random.below(170)), random.pick([-0.25, -0.25, -0.5, -0.75, 0.25])] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  let bound = 5.5;
  const bounds = [[addDays(AS_OF, -190), bound] as const, ...cuts.map(([day, move]) => [day, (bound += move)] as const), [addDays(AS_OF, -1), bound] as const];
  const core = about(0.003, 0.005);
  const claims = about(0, 30_000);
  return {
    DFEDTARU: bounds,
    DGS2: [[addDays(AS_OF, -2), about(4.5, 1.5)]],
    DFF: [[addDays(AS_OF, -2), about(5, 0.5)]],
    GDPC1: ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01', '2024-04-01'].map((day, i) => [day, 22_000 + i * about(100, 250)] as const),
    CPILFESL: monthly('2022-07-01', walk(300, 25, () => 300 * about(core, 0.004))),
    PCEPILFE: monthly('2022-07-01', walk(120, 25, () => 0.3)),
    UNRATE: monthly('2022-09-01', [...flat(4, 18), ...walk(4, 6, () => about(0.06, 0.15))]),
    PAYEMS: monthly('2024-04-01', walk(158_000, 5, () => about(80, 150))),
    ICSA: ['2023-08-19', '2023-08-26', '2023-09-02', '2023-09-09', '2024-08-17', '2024-08-24', '2024-08-31', '2024-09-07'].map((day, i) => [day, 220_000 + (i < 4 ? 0 : claims)] as const),
    NFCI: [['2024-08-30', about(0, 0.8)]],
  };
}

/** Two prices: before a day of July, and since. */
function closesOf(listing: string, random: Random): ListingCloses {
  const [early, late] = [50 + random.below(100), 50 + random.below(100)];
  return { listing, series: ['test', 'RAW', '', ''], isDelisted: false, on: (day) => ({ observedOn: day, value: day < '2024-07-15' ? early : late, ...KNOWN }) };
}

/** Quarters from 2017 on, each with the day on which it was known. */
const QUARTERS = Array.from({ length: 8 }, (_, i) => ['03-31', '06-30', '09-30', '12-31'].map((end) => isoDate(`${2017 + i}-${end}`)))
  .flat()
  .filter((day) => day < '2024-07-01')
  .map((observedOn) => ({ observedOn, known: addDays(observedOn, 40) }));

/** One of a few companies lacks a figure of late. */
function quartersOf(cik: string, random: Random): readonly Quarter[] {
  const lacks = random.chance(0.1);
  return QUARTERS.map(({ observedOn, known }, i): Quarter => {
    const income = lacks && i > QUARTERS.length - 4 && random.chance(0.5) ? null : 20 + i + random.below(30) - (SMALL.includes(cik) ? 30 : 0);
    return { cik, period: 'QUARTER', observedOn, firstKnownOn: known, knownOn: known, knownOnBasis: KnownOnBasis.VINTAGE, eps: income === null ? null : income / 10, netIncome: income };
  });
}

const reportOf = (random: Random): Report => ({
  ...{ listing: 'A', month: isoDate('2024-06-01'), periodEnd: isoDate('2024-06-30'), estimate: 1, actual: 1, surprise: random.fraction() * 16 - 4, wasExpected: true },
  ...{ observedOn: isoDate('2024-07-25'), ...KNOWN },
});

function snapshotOf(fund: string, symbols: readonly string[], random: Random): SnapshotSeen {
  const parts = symbols.map(() => 1 + random.below(20));
  const all = parts.reduce((sum, part) => sum + part, 0);
  const lines = symbols.map((symbol, i) => ({ line: i, security: `EQUITY:${symbol}`, listing: symbol, symbol, cik: symbol, assetClass: AssetClass.EQUITY, weight: (parts[i] ?? 0) / all }));
  return { fund, key: `${fund}/1`, observedOn: '2024-08-30' as IsoDate, ...KNOWN, lines };
}
