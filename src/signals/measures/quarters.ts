import type { IsoDate } from '../../domain/isoDate';
import { ageOn } from '../ageOn';
import type { Quarter } from '../Facts';

/** Days after its end for which a quarter counts as the newest: it is filed within 90, and half a quarter is left for those who are late. */
const FRESH = 135;

/** Days within which the last days of four quarters in a row lie. */
const FOUR_QUARTERS = 300;

/** The newest quarter on a day, of quarters in the order of their ends; undefined where none ended in the 135 days before. */
export function freshQuarter(quarters: readonly Quarter[], day: IsoDate): Quarter | undefined {
  const newest = quarters.at(-1);
  return newest !== undefined && ageOn(day, newest.observedOn) <= FRESH ? newest : undefined;
}

/** The quarter a year before another, whose end may lie some days off: fiscal years have 52 or 53 weeks. */
export function yearBefore(quarters: readonly Quarter[], { observedOn }: Quarter): Quarter | undefined {
  let nearest: { readonly quarter: Quarter; readonly off: number } | undefined;
  for (const quarter of quarters) {
    const age = ageOn(observedOn, quarter.observedOn);
    const off = Math.abs(age - 365);
    if (age >= 350 && age <= 380 && (nearest === undefined || off < nearest.off)) nearest = { quarter, off };
  }
  return nearest?.quarter;
}

/** The quarter before another; undefined where that is not known. */
export function quarterBefore(quarters: readonly Quarter[], { observedOn }: Quarter): Quarter | undefined {
  const before = quarters.filter((quarter) => quarter.observedOn < observedOn).at(-1);
  return before !== undefined && ageOn(observedOn, before.observedOn) <= FOUR_QUARTERS / 2 ? before : undefined;
}

/** Net income of the last four quarters on a day, of those that were known of by then; undefined where one is not known or the newest is not fresh. */
export function trailingIncome(quarters: readonly Quarter[], day: IsoDate): number | undefined {
  const lastFour = quarters.filter(({ firstKnownOn }) => firstKnownOn <= day).slice(-4);
  const [first, newest] = [lastFour[0], freshQuarter(lastFour, day)];
  if (first === undefined || newest === undefined || lastFour.length < 4 || ageOn(newest.observedOn, first.observedOn) > FOUR_QUARTERS) return undefined;
  let sum = 0;
  for (const { netIncome } of lastFour) {
    if (netIncome === null) return undefined;
    sum += netIncome;
  }
  return sum;
}
