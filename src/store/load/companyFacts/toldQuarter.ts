import type { EarningsVersion } from '../../../domain/earnings/earningsHistory';
import { EarningsPeriod } from '../../../domain/earnings/EarningsState';
import { dayNumber } from '../../../domain/isoDate';
import { KnownOnBasis } from '../../../domain/knowledge';

/**
 * A version of a quarter as parts of a JSON list: the days on which it ended and was known, as `dayNumber` has them, earnings of a share and net income; and an
 * object of what is not so of nearly all: that it was known otherwise from some day on, is of a transition period, or is known on another ground. Null of a year.
 */
export function toldQuarter({ period, endOn, knownOn, knownUntil, eps, netIncome }: EarningsVersion, knownOnBasis: KnownOnBasis): string | null {
  if (period === EarningsPeriod.YEAR) return null;
  const figures = [eps, netIncome].map((figure) => (figure === null ? null : Number(figure.value)));
  const isUsual = knownUntil === null && period === EarningsPeriod.QUARTER && knownOnBasis === KnownOnBasis.ACCEPTED_BY_SEC;
  const exception = { knownUntil: knownUntil === null ? null : dayNumber(knownUntil), period, knownOnBasis };
  return JSON.stringify([dayNumber(endOn), dayNumber(knownOn), ...figures, ...(isUsual ? [] : [exception])]).slice(1, -1);
}
