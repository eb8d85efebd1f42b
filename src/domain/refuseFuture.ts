import { InvalidInput } from './errors';
import type { IsoDate } from './isoDate';

/** @throws {InvalidInput} for a knowledge date that is not over, nor today. */
export function refuseFuture(asOf: IsoDate, today: IsoDate): void {
  if (asOf > today) throw new InvalidInput(`asOf ${asOf} lies in the future: today is ${today}.`);
}
