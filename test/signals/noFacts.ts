import type { IsoDate } from '../../src/domain/isoDate';
import type { Facts } from '../../src/signals/Facts';
import { MissingReason } from '../../src/domain/MissingReason';

/** Facts of a day on which nothing was known: a test adds what it is about. */
export const noFacts = (asOf: IsoDate): Facts => ({
  ...{ asOf, observations: () => [], closes: () => null, basket: () => null, snapshot: () => null },
  ...{ quarters: () => [], reports: () => [], marketValue: () => MissingReason.NOT_KNOWN_YET },
});
