import { ofTheFile } from '../domain/errors';
import type { Refusals } from './Refusals';
import type { Told } from './tellable';

const CODE = /^[a-z0-9_]{1,40}$/i;

/** Whether a text can be the code of a series. */
export const isSeriesCode = (text: string): boolean => CODE.test(text);

/** What a file is called that says nothing of its series. */
const UNTOLD = /^(fredgraph|observations|series|data|download|standard input)$/i;

/** The series that a file's name begins with, `UNRATE.2026-04-03.csv`; null where it names none. */
function seriesInName(fileName: string | undefined): string | null {
  const [stem = ''] = (fileName ?? '').split('.');
  return isSeriesCode(stem) && !UNTOLD.test(stem) ? stem.toUpperCase() : null;
}

/**
 * The series that a file is about, upper case: what it says, else what is told, else what its name begins with. Refuses a contradiction
 * with what is told, and a file of which nothing says it; null only then.
 */
export function seriesOf(said: string | null, { series: told, fileName }: Told, refusals: Refusals): string | null {
  const series = said?.toUpperCase() ?? told ?? seriesInName(fileName);
  if (series === null) {
    refusals.add(ofTheFile('the file does not say which series it holds, and its name does not begin with a code: tell it, as in --series UNRATE'));
  } else if (told !== undefined && series !== told) {
    refusals.add(ofTheFile(`the file is about ${series}, not about ${told} as was told`));
  }
  return series;
}
