import type { DataSource } from 'typeorm';
import { AssetClass } from '../../src/domain/assetClass';
import { addDays, isoDate } from '../../src/domain/isoDate';
import { KnownOnBasis } from '../../src/domain/knowledge';
import { signals } from '../../src/signals/signals';
import { fillEstimates } from './estimateRows';
import { CIKS, fillCompanies, fillEarnings } from './marketCompanies';
import { SERIES, fillIndicators } from './marketIndicators';
import { fillPrices } from './marketPrices';
import { fillReleases } from './marketReleases';
import { LONG_SERIES, fillLongSeries } from './marketTransforms';
import { fillCloses } from './marketValues';
import { Random } from './Random';
import { type Line, aConstituentList, aFund, aLoad, aSnapshot, aValuation, anExpenseRatio } from './rows';

/** A date before which, and one by which, the day was renamed: tickers are not forever. */
const RENAMED_ON = '2024-07-01';

const DAYS = ['1989-12-29', '2024-03-28', '2024-06-28', '2024-09-30', '2024-12-31'];
const FUNDS = ['IWM', 'IVV', 'VTWO', 'zé "1"\\', 'a b'];
const WEIGHTS = ['0.1', '0.1', '0.25', '0.10', '-0.003', '0', '0.12345678901234567890123', '0.12345678901234567890124'];
const NUMBERS = [null, '0', '12', '12.50', '-7.25', '98765432109876543210.123456789', '0.1', '1e-20'];
const SECTORS = [null, 'Energy', 'énergie', 'IT, "Soft"'];

const SECURITIES: readonly Pick<Line, 'security' | 'assetClass' | 'symbol'>[] = [
  { security: 'EQUITY FB', symbol: 'FB' },
  { security: 'FUND FB', assetClass: AssetClass.FUND, symbol: 'META' },
  { security: 'EQUITY b', symbol: 'b' },
  { security: 'EQUITY B', symbol: 'B' },
  { security: 'EQUITY ä\n"\\', symbol: 'Ä' },
  { security: 'EQUITY - WARRANT 😀', symbol: null },
  { security: 'CASH USD', assetClass: AssetClass.CASH, symbol: 'USD' },
  { security: 'CASH_COLLATERAL USD', assetClass: AssetClass.CASH_COLLATERAL, symbol: 'USD' },
  { security: 'EQUITY:PX', symbol: 'PX' },
  { security: 'FUND:PXF', assetClass: AssetClass.FUND, symbol: 'PXF' },
  { security: 'FUTURE RTY', assetClass: AssetClass.FUTURE, symbol: 'RTYZ4' },
];

/** Of others than these all that signals tell is told by itself, field by field where it is checked. */
const often = (usual: string): readonly string[] => Array.from({ length: 6 }, () => usual);

/** A basket of one's own. Before its members could be known what signals tell of it is hindsight, and says so. */
export const MINE = 'mine';
export const MINE_KNOWN_ON = '2024-04-01';

/** What random questions ask by: arguments by `Type.name`, else by `name`. Some of it is not in the market. */
export const VOCABULARY: Readonly<Record<string, readonly unknown[]>> = {
  'etf.symbol': [...FUNDS, ...FUNDS, 'SPY', 'iwm', 'NOPE', ''],
  'basket.key': ['mag7', 'top7', 'mine', 'mine', 'yours', 'NOPE'],
  'security.symbol': ['PX', 'PXF', 'FB', 'META', 'b', 'B', 'Ä', 'USD', 'RTYZ4', 'WRTA', 'BEE', '-', 'NOPE'],
  'index.code': ['RUT', 'SPX', 'RUI', 'NOPE'],
  'EtfFilter.symbols': [...FUNDS, 'SPY', 'NOPE'],
  'HoldingFilter.symbols': ['FB', 'META', 'b', 'B', 'Ä', 'USD', 'NOPE'],
  'HoldingFilter.sectors': ['Energy', 'énergie', 'IT, "Soft"', 'energy'],
  'prices.symbols': [...FUNDS, 'PX', 'PXF', '^RUT', 'NOPE', ''],
  'company.symbol': ['FB', 'META', 'b', 'B', 'B.A', 'Ä', 'USD', 'LATE', 'NOPE'],
  'company.cik': [...CIKS, '1999001', '42', '9999999999'],
  'CompanyFilter.ciks': [...CIKS, '1999001', '9999999999'],
  'CompanyFilter.symbols': ['FB', 'META', 'b', 'B', 'BA', 'Ä', 'LATE', 'NOPE'],
  'CompanyFilter.names': ['face & book', 'META, Inc.', 'equity b inc', 'Nobody', '&'],
  'CompanyFilter.sics': ['7370', '0100', '9999'],
  'search.text': ['FB', 'unemployment', 'DGS', 'payems', 'meta', 'equity', 'book inc', 'russell', 'iw', 'B', 'USD', '1999001', 'ä', '-', ':* & !', 'nope'],
  'indicator.code': [...SERIES, ...LONG_SERIES, 'unrate', 'VIXCLS', 'NOPE', ''],
  'Indicator.of': ['2023-06-01', '2024-05-01', '2024-04-01', '2024-06-08', '2024-06-03', '1999-01-01'],
  'Indicator.from': ['2014-01-01', '2024-01-01', '2024-05-01', '2024-05-02', '2025-03-01'],
  'Indicator.to': ['2025-05-01', '2025-06-02', '2026-01-01'],
  'release.code': ['employment-situation', 'fomc-target-range', 'consumer-price-index', 'weekly-claims', 'NOPE'],
  'Release.from': ['2024-03-08', '2024-06-13'],
  'Release.to': ['2024-07-05', '2025-06-30'],
  'search.first': [0, 1, 3, 10, 50],
  'Company.forms': ['10-K', '8-K', '10-Q/A'],
  'EtfFilter.issuers': ['BlackRock', 'Vanguard', 'Nobody'],
  'EtfFilter.indexCodes': ['RUT', 'SPX', 'NOPE'],
  'signal.key': [...signals.keys(), 'NOPE'],
  'Signal.from': ['2026-10-30', '2026-11-13'],
  'Signal.to': ['2026-11-13', '2026-11-19'],
  'Signal.against': [true, false],
  'Signal.hindsight': [true, false],
  'Signal.small': ['IWM', 'PX'],
  'Signal.large': ['AVSC'],
  'Signal.horizons': [1, 21],
  'Signal.weights': [{ signal: 'soft-landing', part: 'easing', weight: 0 }, { signal: 'soft-landing', part: 'growth', weight: 2.5 }, { signal: 'labor-resilience', part: 'sahm', weight: 0.1 }],
  'Signal.anchors': [{ signal: 'financial-conditions', term: 'index', points: [{ value: 0, score: 1 }] }, { signal: 'fed-cuts-ahead', term: 'spread', points: [{ value: -50, score: -1 }, { value: 1e3, score: 0.5 }] }],
  'Signal.observations': [{ code: 'UNRATE', observedOn: '2024-06-15', value: 4.4 }, { code: 'NFCI', observedOn: '2026-11-19', value: -1 }, { code: 'DGS2', observedOn: '2024-06-28', value: 0 }],
  'signals.keys': [...signals.keys()],
  ...Object.fromEntries(['signal', 'signals', 'rotation', 'panel', 'catalystCalendar'].flatMap((field) => [[`${field}.basket`, [...often('mag7'), 'top7', MINE]], [`${field}.small`, [...often('IWM'), 'VTWO', 'PX']], [`${field}.large`, [...often('SPY'), 'PXF']]])),
  'catalystCalendar.signal': [...signals.keys()],
  'panel.keys': [...signals.keys()],
  'panel.asOfs': ['1990-01-02', '2024-06-30', '2026-11-19', '2026-11-20'],
  minWeight: [0, 0.1, 0.12345678901234568, -1, 1e-9],
  maxWeight: [0, 0.1, 0.25, 1e300],
  on: [...DAYS, '2024-07-01'],
  from: DAYS.slice(0, 3),
  to: [...DAYS.slice(3), ...DAYS.slice(3), '2024-07-01', '2025-03-01'],
  with: [...FUNDS, 'SPY', 'NOPE'],
  other: [...FUNDS, 'SPY', 'NOPE'],
  top: [1, 2, 10, 3_000],
  asOf: ['1990-01-02', '2024-03-30', '2024-04-01', '2024-06-30', '2024-07-01', '2024-10-01', '2024-10-25', '2025-01-02', '2025-02-01', '2025-06-30', '2026-11-19'],
};

/** Fills a database with a small market in which whatever can go wrong between days, versions and sources does. */
export async function fillMarket(db: DataSource): Promise<void> {
  const random = new Random(7);
  await fillEarnings(db);
  await fillIndicators(db);
  await fillLongSeries(db);
  await fillReleases(db);
  await fillCloses(db);
  await aFund(db, { symbol: 'zé "1"\\' });
  await aFund(db, { symbol: 'a b', issuer: 'BlackRock', indexCode: 'RUT' });
  for (const observedOn of DAYS) {
    for (const fund of FUNDS.filter((symbol) => symbol === 'IWM' || observedOn > '2000')) {
      for (let versions = random.below(8) - 2; versions > 0; versions -= 1) await aVersion(db, random, fund, observedOn);
    }
  }
  for (const fund of FUNDS.slice(0, 3)) for (let day = 0; day < 40; day += 1) await aWorth(db, random, fund);
  for (const index of ['SPX', 'RUT']) for (const observedOn of DAYS.slice(1, 4)) await aMembership(db, random, index, observedOn);
  for (const observedOn of DAYS.slice(1)) {
    const ratio = random.pick(['0.0019', '0.002', '0']);
    await anExpenseRatio(db, { fund: random.pick(FUNDS), observedOn, knownOn: addDays(isoDate(observedOn), random.pick([-5, 0, 9])), ratio });
  }
  await fillEstimates(db);
  await fillPrices(db);
  await fillCompanies(db, DAYS);
  await aLoad(db, { source: 'csv-holdings', outcome: 'REFUSED', ranOn: '2024-10-10', reason: 'line 3: "x"' });
  await aLoad(db, { source: 'never-gave', outcome: 'REFUSED', ranOn: '2024-06-29', reason: 'no such page' });
  await aLoad(db, { source: 'ishares-holdings', outcome: 'UNCHANGED', ranOn: '2025-01-15' });
}

async function aWorth(db: DataSource, random: Random, fund: string): Promise<void> {
  const observedOn = random.pick([...DAYS.slice(1), ...['2024-06-27', '2024-07-01', '2024-07-02', '2024-07-03', '2024-09-27', '2025-01-02']]);
  const knownOn = addDays(isoDate(observedOn), random.pick([0, 1, 1, 30]));
  const basis = random.pick([KnownOnBasis.LAG_ASSUMED, KnownOnBasis.VINTAGE, KnownOnBasis.FIRST_SEEN]);
  await aValuation(db, {
    ...{ fund, observedOn, knownOn, basis },
    provenOn: addDays(knownOn, basis === KnownOnBasis.LAG_ASSUMED ? 60 : 0),
    precedence: random.pick([10, 20]),
    nav: random.pick(['100', '100.25', '99.123456', '0.01']),
    sharesOutstanding: random.pick([null, '1000', '1050', '1e12']),
  });
}

async function aMembership(db: DataSource, random: Random, index: string, observedOn: string): Promise<void> {
  const knownOn = addDays(isoDate(observedOn), random.pick([0, 20]));
  const members = SECURITIES.filter(() => random.chance(0.5)).map(({ security, symbol }) => ({ security, symbol: symbol ?? null }));
  await aConstituentList(db, { index, observedOn, knownOn, members: [...members, { security: 'EQUITY:ONLY', symbol: 'ONLY' }] });
}

async function aVersion(db: DataSource, random: Random, fund: string, observedOn: string): Promise<void> {
  const knownOn = addDays(isoDate(observedOn), random.pick([0, 1, 1, 3, 25]));
  const basis = random.pick([KnownOnBasis.LAG_ASSUMED, KnownOnBasis.VINTAGE, KnownOnBasis.FIRST_SEEN]);
  const source = random.pick(['ishares-holdings', 'csv-holdings']);
  await aSnapshot(db, {
    ...{ fund, observedOn, knownOn, basis, source },
    provenOn: addDays(knownOn, basis === KnownOnBasis.LAG_ASSUMED ? random.pick([10, 120]) : 0),
    precedence: source === 'csv-holdings' ? 30 : 10,
    isSimulated: random.chance(0.2),
    sharesOutstanding: random.pick(NUMBERS.filter((number) => !number?.startsWith('-'))),
    totalMarketValue: random.pick(NUMBERS),
    lines: Array.from({ length: random.below(9) }, () => aLine(random, observedOn)),
  });
}

function aLine(random: Random, observedOn: string): Line {
  const identity = random.pick(SECURITIES);
  const symbol = identity.security === 'EQUITY FB' && observedOn >= RENAMED_ON ? 'META' : (identity.symbol ?? null);
  return {
    ...identity,
    symbol,
    name: random.pick([identity.security, `${identity.security} Inc.`]),
    sector: random.pick(SECTORS),
    country: random.pick([null, 'United States']),
    exchange: random.pick([null, 'NASDAQ']),
    weight: random.pick(WEIGHTS),
    publishedWeight: random.pick(NUMBERS),
    shares: random.pick(NUMBERS),
    marketValue: random.pick(NUMBERS),
    notionalValue: random.pick(NUMBERS),
    price: random.pick(NUMBERS),
    currency: random.pick([null, 'USD']),
  };
}
