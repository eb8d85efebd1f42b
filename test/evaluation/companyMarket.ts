import type { DataSource } from 'typeorm';
import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { sourceByKey } from '../../src/sources/sources';
import { LoadOutcome } from '../../src/store/entities/Load';
import { loadFile } from '../../src/store/load/loadFile';
import { aYear, filed, quartersOf } from '../domain/earnings/companyFile';
import { Random } from '../support/Random';
import { loadCompany } from '../store/load/companyFile';
import { noonOf } from '../store/load/invented';
import { loadActions, loadCloses } from '../store/load/priceFile';

const SEVEN = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'];
const SMALL = ['ZZ1', 'ZZ2', 'ZZ3'];
const CIKS = new Map([...SEVEN, ...SMALL].map((symbol, i) => [symbol, `00019990${String(i + 10)}`]));
const nameOf = (symbol: string): string => `INVENTED ${symbol} INC`;

const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023];

const csv = async (db: DataSource, source: string, lines: readonly string[], on: string): Promise<void> => {
  const { outcome } = await loadFile(db, { source: sourceByKey(source), fileName: 'own.csv', bytes: Buffer.from(`${lines.join('\n')}\n`), told: {}, now: noonOf(on) });
  if (outcome !== LoadOutcome.ADDED) throw new Error(`${source} was not loaded: ${outcome}.`);
};

/** The Magnificent 7 and three small companies from 2017 to the middle of 2024: what they earned, what was expected, what they were worth, and who held them. */
export async function loadCompanyMarket(db: DataSource): Promise<void> {
  const random = new Random(21);
  await csv(db, 'csv-holdings', ['fund,observed_on,known_on,ticker,name,weight', ...heldOn('2024-03-28', '2024-04-01', [0.5, 0.3, 0.2]), ...heldOn('2024-06-28', '2024-07-01', [0.4, 0.4, 0.2])], '2024-07-02');
  const list = [...CIKS].map(([ticker, cik], i) => [String(i), { cik_str: Number(cik), ticker, title: nameOf(ticker) }] as const);
  await loadFile(db, { source: sourceByKey('edgar-tickers'), fileName: 'company_tickers_2017-01-02.json', bytes: Buffer.from(JSON.stringify(Object.fromEntries(list))), told: {}, now: noonOf('2024-07-02') });
  for (const [symbol, cik] of CIKS) {
    const perShare = () => Array.from({ length: 4 }, () => 1 + random.below(80) / 100);
    const [q1] = quartersOf(2024);
    const newest = filed({ on: '2024-05-06', says: { [q1]: { eps: 1 + random.below(90) / 100, income: 10 + random.below(9), shares: 10 } }, fiscalPeriod: 'Q1', fiscalYear: 2024 });
    await loadCompany(db, cik, [...YEARS.flatMap((year) => aYear(year, { perShare: perShare() })), ...newest], { on: '2024-07-02' });
    if (SEVEN.includes(symbol)) await loadCloses(db, symbol, 'RAW', closesOf(random, '2018-06-25'), { on: '2024-07-31' });
  }
  await csv(db, 'csv-estimates', [ESTIMATES, ...SEVEN.flatMap((symbol) => [estimated(symbol, '2024-03-31', '1.2', '', '2024-04-10'), estimated(symbol, '2024-03-31', '1.2', String(1 + random.below(50) / 100), '2024-04-25')])], '2024-07-02');
}

/** What becomes known of the same days on a later one: a restated year and a quarter, another report, corrected closes, a split that nobody had told, other holdings. */
export async function loadLaterCompanies(db: DataSource, knownOn: IsoDate): Promise<void> {
  const random = new Random(22);
  const [q1, q2] = quartersOf(2024);
  for (const [symbol, cik] of CIKS) {
    const restated = filed({ on: knownOn, says: { [q1]: { eps: 3, income: 35 + random.below(20), shares: 10 }, [quartersOf(2023)[0]]: { eps: 0.5, income: 5, shares: 10 }, [q2]: { eps: 2, income: 20 + random.below(20), shares: 10 } }, fiscalPeriod: 'Q2', fiscalYear: 2024 });
    await loadCompany(db, cik, restated, { on: knownOn, fileName: `CIK${cik}-later.json` });
    if (SEVEN.includes(symbol)) await loadCloses(db, symbol, 'RAW', closesOf(random, '2018-06-25'), { on: knownOn, knownOn });
  }
  await loadActions(db, ['MSFT,SPLIT,2024-05-15,2,,'], { on: knownOn, knownOn });
  await csv(db, 'csv-estimates', [ESTIMATES, ...SEVEN.map((symbol) => estimated(symbol, '2024-03-31', '1.2', '0.9', knownOn))], knownOn);
  await csv(db, 'csv-holdings', ['fund,observed_on,known_on,ticker,name,weight', ...heldOn('2024-06-14', knownOn, [0.1, 0.1, 0.8]), ...heldOn('2024-07-31', knownOn, [0.7, 0.2, 0.1])], knownOn);
}

const heldOn = (observedOn: string, knownOn: string, weights: readonly number[]): readonly string[] =>
  [...SMALL.map((symbol, i) => `IWM,${observedOn},${knownOn},${symbol},${nameOf(symbol)},${weights[i] ?? 0}`)];

const ESTIMATES = 'symbol,period_end,report_on,estimate,actual,known_on,currency,name,cik';
const estimated = (symbol: string, periodEnd: string, estimate: string, actual: string, knownOn: string): string =>
  [symbol, periodEnd, '2024-04-25', estimate, actual, knownOn, 'USD', nameOf(symbol), CIKS.get(symbol) ?? ''].join(',');

/** Closes of about each week until the end of July 2024. */
function closesOf(random: Random, from: string): Readonly<Record<string, string>> {
  let value = 40 + random.below(60);
  const days: Record<string, string> = {};
  for (let day = isoDate(from); day <= '2024-07-31'; day = addDays(day, 7)) {
    value *= 1 + (random.fraction() - 0.49) * 0.1;
    days[day] = value.toFixed(2);
  }
  return days;
}
