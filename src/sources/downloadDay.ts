import { SourceFormat } from '../domain/errors';
import type { IsoDate } from '../domain/isoDate';
import { dayInName } from './dayInName';
import type { Told } from './tellable';

/**
 * The day of its download, for a file that is about that day: in its name, or told; null where neither says.
 * @throws {SourceFormat} if they say different days.
 */
export function downloadDay(source: string, { fileName = '', observedOn, knownOn }: Told): IsoDate | null {
  const said = [dayInName(source, fileName), observedOn, knownOn].flatMap((day) => day ?? []);
  const [day, another] = new Set(said);
  if (another !== undefined) throw SourceFormat.whole(source, `a list is about the day of its download, which cannot be both ${day} and ${another}`);
  return day ?? null;
}
