import { dayNumber, type IsoDate } from '../../domain/isoDate';
import { ageOn } from '../ageOn';
import type { Quarter } from '../Facts';
import { remembered } from './remembered';

/** Days after its end for which a quarter counts as the newest: it is filed within 90, and half a quarter is left for those who are late. */
export const FRESH = 135;

/** Days within which the last days of four quarters in a row lie. */
const FOUR_QUARTERS = 300;

/** The newest quarter on a day, of quarters in the order of their ends; undefined where none ended in the 135 days before. */
export function freshQuarter(quarters: readonly Quarter[], day: IsoDate): Quarter | undefined {
  const newest = quarters.at(-1);
  return newest !== undefined && ageOn(day, newest.observedOn) <= FRESH ? newest : undefined;
}

/** The quarter a year before another, whose end may lie some days off: fiscal years have 52 or 53 weeks. */
export function yearBefore(quarters: readonly Quarter[], { observedOn }: Quarter): Quarter | undefined {
  const until = dayNumber(observedOn);
  let nearest: Quarter | undefined;
  let nearestOff = Infinity;
  for (const quarter of quarters) {
    const age = until - dayNumber(quarter.observedOn);
    const off = Math.abs(age - 365);
    if (age < 350 || age > 380 || off >= nearestOff) continue;
    nearest = quarter;
    nearestOff = off;
  }
  return nearest;
}

/** The quarter before another; undefined where that is not known. */
export function quarterBefore(quarters: readonly Quarter[], { observedOn }: Quarter): Quarter | undefined {
  const before = quarters.filter((quarter) => quarter.observedOn < observedOn).at(-1);
  return before !== undefined && ageOn(observedOn, before.observedOn) <= FOUR_QUARTERS / 2 ? before : undefined;
}

/** Net income of the last four quarters on a day, of those that were known of by then; undefined where one is not known or the newest is not fresh. */
export function trailingIncome(quarters: readonly Quarter[], day: IsoDate): number | undefined {
  const told = incomesOf(quarters);
  if (!told.has(day)) told.set(day, incomeOn(quarters, day));
  return told.get(day);
}

const incomesOf = remembered((_: readonly Quarter[]) => new Map<IsoDate, number | undefined>());

function incomeOn(quarters: readonly Quarter[], day: IsoDate): number | undefined {
  let last = quarters.length;
  let newest: Quarter | undefined;
  let [count, sum] = [0, 0];
  while (count < 4) {
    last -= 1;
    const quarter = quarters[last];
    if (quarter === undefined) return undefined;
    if (quarter.firstKnownOn > day) continue;
    newest ??= quarter;
    if (quarter.netIncome === null || ageOn(day, newest.observedOn) > FRESH || ageOn(newest.observedOn, quarter.observedOn) > FOUR_QUARTERS) return undefined;
    sum += quarter.netIncome;
    count += 1;
  }
  return sum;
}
