import { SourceFormat } from '../domain/errors';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';

/**
 * The day that a file's name carries, `sp500_2024-09-03.csv`; null where it has none.
 * @throws {SourceFormat} if it has two, or what is written like a day is none.
 */
export function dayInName(source: string, fileName: string): IsoDate | null {
  const [written, another] = new Set(fileName.match(/\d{4}-\d{2}-\d{2}/g));
  if (written === undefined) return null;
  if (another !== undefined) throw SourceFormat.whole(source, `the file's name has two days, ${written} and ${another}`);
  const day = parseIsoDate(written);
  if (day === undefined) throw SourceFormat.whole(source, `the file's name has ${written}, which is no day`);
  return day;
}
