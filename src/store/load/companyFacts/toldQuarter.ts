import type { EarningsVersion } from '../../../domain/earnings/earningsHistory';
import { EarningsPeriod } from '../../../domain/earnings/EarningsState';
import { dayNumber, daysBetween } from '../../../domain/isoDate';
import { KnownOnBasis } from '../../../domain/knowledge';

/**
 * A version of a quarter as parts of a JSON list: the day on which it ended, as `dayNumber` has it, how many days later it was known, earnings of a share and net
 * income; and an object of what is not so of it as of nearly all: since when it was known otherwise, its period, on what ground it is known. Null of a year.
 */
export function toldQuarter({ period, endOn, knownOn, knownUntil, eps, netIncome }: EarningsVersion, knownOnBasis: KnownOnBasis): string | null {
  if (period === EarningsPeriod.YEAR) return null;
  const figures = [eps, netIncome].map((figure) => (figure === null ? null : Number(figure.value)));
  const exception = {
    ...(knownUntil === null ? {} : { knownUntil: dayNumber(knownUntil) }),
    ...(period === EarningsPeriod.QUARTER ? {} : { period }),
    ...(knownOnBasis === KnownOnBasis.ACCEPTED_BY_SEC ? {} : { knownOnBasis }),
  };
  return JSON.stringify([dayNumber(endOn), daysBetween(endOn, knownOn), ...figures, ...(Object.keys(exception).length === 0 ? [] : [exception])]).slice(1, -1);
}
