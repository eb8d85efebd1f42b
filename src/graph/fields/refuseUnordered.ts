import { InvalidInput } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';

/**
 * Refuses two days in the wrong order; one that is left out is in order.
 * @throws {InvalidInput}
 */
export function refuseUnordered(
  from: IsoDate | null | undefined,
  to: IsoDate | null | undefined,
  expected: 'a day after' | 'a day not before',
): void {
  if (from == null || to == null || to > from || (to === from && expected === 'a day not before')) return;
  throw new InvalidInput(`'to' is ${to}: expected ${expected} 'from', ${from}.`);
}
