import type { DataSource } from 'typeorm';
import type { KnownFact } from '../../../src/domain/earnings/KnownFact';
import { addDays, type IsoDate, isoDate } from '../../../src/domain/isoDate';
import { isSession } from '../../../src/domain/nyseCalendar';
import { sourceByKey } from '../../../src/sources/sources';
import { LoadOutcome } from '../../../src/store/entities/Load';
import { loadFile } from '../../../src/store/load/loadFile';
import { aYear, filed, quartersOf } from '../../domain/earnings/companyFile';
import { loadBaskets } from '../../store/load/basketFile';
import { loadCompany } from '../../store/load/companyFile';
import { noonOf } from '../../store/load/invented';
import { Random } from '../../support/Random';
import { loadAllSeries } from './series';

export const SEVEN = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'] as const;
export const SMALL = ['ZZ1', 'ZZ2', 'ZZ3'] as const;

/** A small company of which no list says that the ticker is its. */
export const UNLISTED = 'ZZ3';

/** All that is traded of it. */
export const LISTINGS = [...SEVEN, 'IWM', 'SPY', 'IVV'] as const;

/** The members of a basket of one's own. */
export const MINE = ['AAPL', 'NVDA'] as const;

const CIKS = new Map<string, string>([...SEVEN, ...SMALL].map((symbol, i) => [symbol, `00019990${i + 10}`]));
const nameOf = (symbol: string): string => `INVENTED ${symbol} INC`;
export const cikOf = (symbol: string): string => CIKS.get(symbol) ?? '';

/** Its last day. */
export const LAST = isoDate('2024-07-31');

/** Loads a file of lines on a day. */
export async function csv(db: DataSource, source: string, lines: readonly string[], on: IsoDate = LAST): Promise<void> {
  const { outcome, refusals } = await loadFile(db, { source: sourceByKey(source), fileName: 'own.csv', bytes: Buffer.from(`${lines.join('\n')}\n`), told: {}, now: noonOf(on) });
  if (outcome !== LoadOutcome.ADDED) throw new Error(`${source} was not loaded, ${outcome}: ${JSON.stringify(refusals)}.`);
}

/**
 * A market in which every signal is told, by what it is loaded from: the Magnificent 7 and three small companies from 2017 to the end of July 2024, what they earned, what was expected,
 * what they were worth and who held them, and the economy. All of it is known on days that the files say.
 */
export const loads: Readonly<Record<string, (db: DataSource) => Promise<unknown>>> = {
  series: loadAllSeries,
  holdings: (db) => csv(db, 'csv-holdings', [HOLDINGS, ...smallHeldOn('2023-06-30', '2023-07-03', [0.4, 0.3, 0.3]), ...smallHeldOn('2024-06-28', '2024-07-01', [0.4, 0.4, 0.2]), ...FUND_DAYS.flatMap((day, i) => largeHeldOn(i % 2 === 0 ? 'SPY' : 'IVV', day, addDays(day, 2), new Random(i + 50)))]),
  tickers: (db) => loadTickers(db, [...CIKS].filter(([symbol]) => symbol !== UNLISTED), '2017-01-02'),
  async filings(db) {
    for (const [cik, facts] of filings) await loadCompany(db, cik, facts, { on: LAST });
  },
  closes: (db) => csv(db, 'csv-prices', [CLOSES, ...LISTINGS.flatMap((symbol, i) => closesOf(symbol, new Random(i + 21), isoDate('2018-06-22'), null))]),
  actions: (db) => csv(db, 'csv-corporate-actions', [ACTIONS, 'NVDA,SPLIT,2024-06-10,2024-06-10,10,', ...['2023-09-15', '2024-03-15', '2024-06-14'].flatMap((day) => [`SPY,DIVIDEND,${day},${day},,1.6`, `AAPL,DIVIDEND,${day},${day},,0.24`])]),
  estimates: (db) => csv(db, 'csv-estimates', [ESTIMATES, ...SEVEN.flatMap((symbol, i) => [estimated(symbol, '2024-04-10', ''), estimated(symbol, '2024-04-25', `1.${10 + 3 * i}`)])]),
  baskets: (db) => loadBaskets(db, MINE.map((symbol) => `mine,${symbol},,,2020-01-02,,Mine`)),
};

/** Loads it in the order given. */
export async function loadMarket(db: DataSource, order: readonly string[] = Object.keys(loads)): Promise<void> {
  for (const name of order) await loads[name]?.(db);
  await db.query('ANALYZE');
}

/** A list of whose tickers are whose. */
export const loadTickers = (db: DataSource, given: readonly (readonly [ticker: string, cik: string])[], day: string) =>
  loadFile(db, {
    ...{ source: sourceByKey('edgar-tickers'), fileName: `company_tickers_${day}.json`, told: {}, now: noonOf(LAST) },
    bytes: Buffer.from(JSON.stringify(Object.fromEntries(given.map(([ticker, cik], i) => [String(i), { cik_str: Number(cik), ticker, title: nameOf(ticker) }])))),
  });

/** What a company filed until May 2024. */
function filingsOf(symbol: string): readonly KnownFact[] {
  const random = new Random(Number(cikOf(symbol)));
  const perShare = () => Array.from({ length: 4 }, () => 1 + random.below(80) / 100);
  const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023].flatMap((year) => aYear(year, { perShare: perShare() }));
  const newest = filed({ on: '2024-05-06', says: { [quartersOf(2024)[0]]: { eps: 1 + random.below(90) / 100, income: 10 + random.below(9), shares: 10 } }, fiscalPeriod: 'Q1', fiscalYear: 2024 });
  return [...years, ...newest];
}

/** Made once, so that a filing has one number in every database. */
const filings = [...CIKS].map(([symbol, cik]) => [cik, filingsOf(symbol)] as const);

export const HOLDINGS = 'fund,observed_on,known_on,ticker,name,weight';

export const smallHeldOn = (observedOn: string, knownOn: string, weights: readonly number[]): readonly string[] =>
  SMALL.map((symbol, i) => `IWM,${observedOn},${knownOn},${symbol},${nameOf(symbol)},${weights[i] ?? 0}`);

/** Days of which funds of large companies tell what they hold. */
const FUND_DAYS: readonly IsoDate[] = Array.from({ length: 16 }, (_, i) => addDays(isoDate('2023-10-31'), 18 * i)).filter((day) => day <= '2024-07-20');

/** The seven, and all else as one. */
export function largeHeldOn(fund: string, observedOn: string, knownOn: string, random: Random): readonly string[] {
  const weights = SEVEN.map(() => 1 + random.below(6));
  const rest = 100 - weights.reduce((sum, weight) => sum + weight, 0);
  return [...SEVEN.map((symbol, i) => [symbol, weights[i] ?? 0] as const), ['REST', rest] as const].map(([symbol, weight]) => `${fund},${observedOn},${knownOn},${symbol},${nameOf(symbol)},${weight / 100}`);
}

export const CLOSES = 'symbol,observed_on,known_on,close,closes';

/** Closes of each session since October 2023, before that of each week; known on their day where none is said. */
export function closesOf(symbol: string, random: Random, from: IsoDate, knownOn: IsoDate | null): readonly string[] {
  let value = 40 + random.below(60);
  const lines: string[] = [];
  for (let day = from; day <= (knownOn ?? LAST); day = addDays(day, day < '2023-10-01' ? 7 : 1)) {
    if (!isSession(day)) continue;
    value *= 1 + (random.fraction() - 0.495) * 0.05;
    lines.push(`${symbol},${day},${knownOn ?? day},${(symbol === 'NVDA' && day >= '2024-06-10' ? value / 10 : value).toFixed(2)},RAW`);
  }
  return lines;
}

export const ACTIONS = 'symbol,kind,observed_on,known_on,ratio,amount';

export const ESTIMATES = 'symbol,period_end,report_on,estimate,actual,known_on,currency,name,cik';
export const estimated = (symbol: string, knownOn: string, actual: string): string => [symbol, '2024-03-31', '2024-04-25', '1.2', actual, knownOn, 'USD', nameOf(symbol), cikOf(symbol)].join(',');
