import { dayInNewYork } from '../../domain/isoDate';
import { type Known, knownOn } from './knownOn';
import type { LoadRequest } from './LoadRequest';

/**
 * Since when it counts as known what a file says of the day of its download: since that day, which the caller tells, or since
 * that of the load.
 *
 * @throws {InvalidInput} for a day to come.
 */
export function downloadedOn(about: string, { told, now }: Pick<LoadRequest, 'told' | 'now'>): Known {
  const today = dayInNewYork(now);
  const claimed = told.knownOn ?? null;
  return knownOn({ about, observedOn: claimed ?? today, today, claimed, othersKnownOn: [], usual: 'FIRST_SEEN' });
}
