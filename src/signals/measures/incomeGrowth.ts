import type { IsoDate } from '../../domain/isoDate';
import type { Quarter } from '../Facts';
import { FRESH, freshQuarter, quarterBefore, yearBefore } from './quarters';
import { remembered } from './remembered';

/** How far back quarters must reach for it, in days: to a year before the quarter before the newest one. */
export const MATCHED_REACH = FRESH + 150 + 380;

/** A company's newest quarter and the one before it, each with that of a year before, all with a net income. */
export interface Matched {
  readonly newest: Compared;
  readonly before: Compared;
}

/** A quarter's net income and that of a year before. */
interface Compared {
  readonly quarter: Quarter;
  readonly income: number;
  readonly base: Quarter;
  readonly baseIncome: number;
}

/** What growth is told from, of quarters in the order of their ends; undefined where one of the four is not known, or the newest is not fresh on the day. */
export const matchedOn = (quarters: readonly Quarter[], day: IsoDate): Matched | undefined => (freshQuarter(quarters, day) === undefined ? undefined : matchedOf(quarters));

const matchedOf = remembered((quarters: readonly Quarter[]): Matched | undefined => {
  const newest = compared(quarters, quarters.at(-1));
  const before = newest === undefined ? undefined : compared(quarters, quarterBefore(quarters, newest.quarter));
  return newest === undefined || before === undefined ? undefined : { newest, before };
});

function compared(quarters: readonly Quarter[], quarter: Quarter | undefined): Compared | undefined {
  const base = quarter === undefined ? undefined : yearBefore(quarters, quarter);
  if (quarter === undefined || base === undefined || quarter.netIncome === null || base.netIncome === null) return undefined;
  return { quarter, income: quarter.netIncome, base, baseIncome: base.netIncome };
}

/** How much all companies together earned more than a year before, and how that was a quarter before; of the same companies, in percent. */
export interface Growth {
  readonly now: number;
  readonly before: number;
  /** By how much it rose, in percentage points. */
  readonly acceleration: number;
}

/** The growth of companies' summed net income over the sum of its sizes a year before, so that it has a sign also where there were losses; undefined where that sum is 0. */
export function growthOf(companies: readonly Matched[]): Growth | undefined {
  const [now, before] = [rateOf(companies.map(({ newest }) => newest)), rateOf(companies.map((matched) => matched.before))];
  return now === undefined || before === undefined ? undefined : { now, before, acceleration: now - before };
}

/** The share of companies whose own growth rose from the quarter before, of those that have one; undefined where none has. */
export function breadthOf(companies: readonly Matched[]): number | undefined {
  let [told, rose] = [0, 0];
  for (const { newest, before } of companies) {
    const [now, earlier] = [rateOf([newest]), rateOf([before])];
    if (now === undefined || earlier === undefined) continue;
    told += 1;
    if (now > earlier) rose += 1;
  }
  return told === 0 ? undefined : rose / told;
}

function rateOf(pairs: readonly Compared[]): number | undefined {
  let [change, size] = [0, 0];
  for (const { income, baseIncome } of pairs) {
    change += income - baseIncome;
    size += Math.abs(baseIncome);
  }
  return size > 0 ? (change / size) * 100 : undefined;
}
