import type { DataSource } from 'typeorm';
import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { isSession } from '../../src/domain/nyseCalendar';
import { Random } from '../support/Random';
import { aSnapshot } from '../support/rows';
import { loadActions, loadCloses } from '../store/load/priceFile';

const SEVEN = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'];
const TRADED = [...SEVEN, 'IWM', 'SPY', 'IVV'];

const SESSIONS: readonly IsoDate[] = Array.from({ length: 1_170 }, (_, i) => addDays(isoDate('2021-05-20'), i)).filter((day) => day <= '2024-07-31' && isSession(day));

/** Closes of the Magnificent 7 and of funds, raw and each a walk, with a split and dividends; and what funds of the S&P 500 held of the seven. */
export async function loadSignalMarket(db: DataSource, seed: number): Promise<void> {
  const random = new Random(seed);
  for (const symbol of TRADED) await loadCloses(db, symbol, 'RAW', walk(random, symbol), { on: '2024-07-31' });
  await loadActions(db, ['NVDA,SPLIT,2024-06-10,10,,', ...['2023-09-15', '2024-03-15', '2024-06-14'].flatMap((day) => [`SPY,DIVIDEND,${day},,1.6,`, `AAPL,DIVIDEND,${day},,0.24,`])], { on: '2024-07-31' });
  for (let day = isoDate('2022-12-30'); day < '2024-07-01'; day = addDays(day, 61)) await aFundOfTheIndex(db, random, 'SPY', day, addDays(day, 2));
}

function walk(random: Random, symbol: string): Readonly<Record<string, string>> {
  let value = 50 + random.below(400);
  return Object.fromEntries(
    SESSIONS.map((day) => {
      value *= 1 + (random.fraction() - 0.497) * 0.03;
      return [day, (symbol === 'NVDA' && day >= '2024-06-10' ? value / 10 : value).toFixed(2)] as const;
    }),
  );
}

const aFundOfTheIndex = (db: DataSource, random: Random, fund: string, observedOn: IsoDate, knownOn: IsoDate): Promise<string> =>
  aSnapshot(db, {
    ...{ fund, observedOn, knownOn },
    lines: [...[...SEVEN, 'GOOG'].map((symbol) => ({ security: `EQUITY:${symbol}`, symbol, weight: `0.0${10 + random.below(60)}` })), { security: 'EQUITY:REST', symbol: 'REST', weight: '0.7' }],
  });
