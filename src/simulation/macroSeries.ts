import { addDays, type IsoDate, weekdayOf } from '../domain/isoDate';
import { isSession, nextSession } from '../domain/nyseCalendar';
import { type EconomyMonth, economyPath } from './EconomyPath';
import type { MarketPath } from './MarketPath';
import { type Month, firstDayOf, lastDayOf, monthOfYear } from '../domain/months';
import { Random } from './Random';
import { Regime } from './regimes';
import { SeriesHistory } from './SeriesHistory';

/** How many months before the last one no survey was taken: October 2025, as it was, where the market ends with that year. */
const MISSING_BEFORE_LAST = 2;

/** A recession is dated so many months after it began, and its end after it was over. */
const DATED_AFTER = 10;

/** What a series is made of. */
interface Making {
  readonly economy: readonly EconomyMonth[];
  readonly path: MarketPath;
  readonly random: Random;
  readonly history: SeriesHistory;
  /** True of the month of which no survey was taken. */
  readonly isMissing: (month: Month) => boolean;
}

/** How each series is published; adding one is adding it here. */
const makings: Readonly<Record<string, (making: Making) => void>> = {
  UNRATE: ({ economy, random, history, isMissing }) => {
    for (const { month, unemployment } of economy) {
      const printed = Math.round(unemployment * 10) / 10;
      const nudge = random.pick([-0.1, 0, 0, 0, 0, 0.1]);
      if (isMissing(month)) {
        history.publish(firstDayOf(month), employmentDay(month + 1), null, 1);
        continue;
      }
      history.publish(firstDayOf(month), employmentDay(month), printed, 1);
      history.publish(firstDayOf(month), employmentDay(nextDecember(month)), printed + nudge, 1);
    }
  },
  PAYEMS: ({ economy, random, history }) => {
    for (const { month, payrolls } of economy) {
      const [first, second, third] = [40, 20, 8].map((spread) => payrolls + spread * random.normal()) as [number, number, number];
      history.publish(firstDayOf(month), employmentDay(month), first, 0);
      history.publish(firstDayOf(month), employmentDay(month + 1), second, 0);
      history.publish(firstDayOf(month), employmentDay(month + 2), third, 0);
      history.publish(firstDayOf(month), employmentDay(nextDecember(month + 2) + 1), payrolls, 0);
    }
  },
  ICSA: ({ economy, random, history, path }) => {
    for (const { day, one } of weekdays(economy, path, SATURDAY)) {
      const claims = one.claims * (1 + 0.012 * random.normal());
      history.publish(day, addDays(day, 5), Math.round((claims * (1 + 0.008 * random.normal())) / 1_000) * 1_000, 0);
      history.publish(day, addDays(day, 12), Math.round(claims / 1_000) * 1_000, 0);
    }
  },
  CPILFESL: (making) => {
    priceIndex(making, 1, 1.2, 13);
  },
  CPIAUCSL: (making) => {
    priceIndex(making, 0.98, 3, 13);
  },
  PCEPILFE: ({ economy, random, history }) => {
    const first = economy[0]?.prices ?? 1;
    for (const { month, prices } of economy) {
      const index = 95 * (1 + 0.85 * (prices / first - 1));
      history.publish(firstDayOf(month), nextSession(addDays(lastDayOf(month), 28)), index * (1 + 0.0003 * random.normal()), 3);
      history.publish(firstDayOf(month), nextSession(addDays(lastDayOf(month + 1), 28)), index, 3);
    }
  },
  GDPC1: ({ economy, random, history }) => {
    for (let i = 0; i + 2 < economy.length; i += 1) {
      const quarter = economy.slice(i, i + 3);
      const [begins, , ends] = quarter.map(({ month }) => month) as [Month, Month, Month];
      if (monthOfYear(begins) % 3 !== 1) continue;
      const output = quarter.reduce((sum, one) => sum + one.output, 0) / 3;
      for (const [days, spread] of [[27, 0.0013], [57, 0.0007], [86, 0]] as const) {
        history.publish(firstDayOf(begins), nextSession(addDays(lastDayOf(ends), days)), output * (1 + spread * random.normal()), 3);
      }
    }
  },
  NFCI: ({ economy, random, history, path }) => {
    for (const { day, one } of weekdays(economy, path, FRIDAY)) history.publish(day, addDays(day, 5), one.conditions + 0.01 * random.normal(), 5);
  },
  DFEDTARU: ({ economy, history, path }) => {
    for (const { day, target } of days(economy, path)) history.publish(day, day, target, 2);
  },
  DFEDTARL: ({ economy, history, path }) => {
    for (const { day, target } of days(economy, path)) history.publish(day, day, target - 0.25, 2);
  },
  DFF: ({ economy, random, history, path }) => {
    for (const { day, target } of days(economy, path)) history.publish(day, nextSession(day), target - 0.12 + 0.004 * random.normal(), 2);
  },
  DGS2: ({ economy, random, history, path }) => {
    for (const { day, target, one } of days(economy, path)) {
      if (isSession(day)) history.publish(day, nextSession(day), target - 0.12 + one.twoYearSpread + 0.02 * random.normal(), 2);
    }
  },
  USREC: ({ economy, history }) => {
    for (const { month, phase } of economy) {
      const told = nextSession(lastDayOf(month));
      history.publish(firstDayOf(month), told, 0, 0);
      if (phase.regime === Regime.RECESSION) history.publish(firstDayOf(month), latest(nextSession(firstDayOf(phase.from + DATED_AFTER)), told), 1, 0);
    }
  },
};

/** Every macro series of the market, as published until its last day. */
export function* macroSeries(path: MarketPath): Generator<SeriesHistory> {
  const economy = economyPath(path);
  const { seed, lastOn } = path.options;
  const isMissing = (month: Month): boolean => month === path.lastMonth - MISSING_BEFORE_LAST;
  for (const [code, make] of Object.entries(makings)) {
    const history = new SeriesHistory(code, lastOn);
    make({ economy, path, random: new Random(seed, 'series', code), history, isMissing });
    yield history;
  }
}

/** An index of prices: printed with an error of so many hundredths of a per cent in its seasonal factors, which the February after takes out. */
function priceIndex({ economy, random, history, isMissing }: Making, share: number, hundredths: number, daysAfter: number): void {
  for (const { month, prices } of economy) {
    const noise = (hundredths / 10_000) * random.normal();
    if (isMissing(month)) {
      history.publish(firstDayOf(month), nextSession(addDays(lastDayOf(month + 1), daysAfter)), null, 3);
      continue;
    }
    const index = 250 * (1 + share * (prices / 250 - 1));
    history.publish(firstDayOf(month), nextSession(addDays(lastDayOf(month), daysAfter)), index * (1 + noise * 0.5), 3);
    history.publish(firstDayOf(month), nextSession(addDays(firstDayOf(nextDecember(month) + 2), 9)), index, 3);
  }
}

const nextDecember = (month: Month): Month => month + 12 - monthOfYear(month);

/** The first Friday after a month; the second where the first is its first or second day. */
function employmentDay(month: Month): IsoDate {
  const first = firstDayOf(month + 1);
  const friday = addDays(first, (FRIDAY - weekdayOf(first) + 7) % 7);
  return friday < addDays(first, 2) ? addDays(friday, 7) : friday;
}

const FRIDAY = 5;
const SATURDAY = 6;

interface Day {
  readonly day: IsoDate;
  readonly one: EconomyMonth;
  /** Upper bound of the target range that day: a move counts from the day after the third Wednesday. */
  readonly target: number;
}

function* days(economy: readonly EconomyMonth[], path: MarketPath): Generator<Day> {
  for (const [i, one] of economy.entries()) {
    const first = firstDayOf(one.month);
    const decided = addDays(first, ((3 - weekdayOf(first) + 7) % 7) + 14);
    for (let day = first; day <= lastDayOf(one.month) && day <= path.options.lastOn; day = addDays(day, 1)) {
      yield { day, one, target: day > decided ? one.target : (economy[i - 1] ?? one).target };
    }
  }
}

function* weekdays(economy: readonly EconomyMonth[], path: MarketPath, weekday: number): Generator<Day> {
  for (const one of days(economy, path)) if (weekdayOf(one.day) === weekday) yield one;
}

const latest = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);
