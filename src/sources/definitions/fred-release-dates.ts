import { SourceFormat, ofTheFile } from '../../domain/errors';
import { grouped } from '../../domain/grouped';
import { type IsoDate, parseIsoDate } from '../../domain/isoDate';
import { dayInName } from '../dayInName';
import { defineSource } from '../defineSource';
import { JsonObject, isObject } from '../JsonObject';
import { readJson } from '../readJson';
import { Refusals } from '../Refusals';
import type { ReleaseDatesReport } from '../ReleaseDatesReport';

const KEY = 'fred-release-dates';

const DAY = 'a day written YYYY-MM-DD';

/** The order in which a page of an answer lists whole stretches of days. */
const BY_DAY = 'release_date';

/**
 * The days of releases as FRED's API answers `releases/dates`, of all of them, or `release/dates`, of one. Days that are to come are in it where
 * it was asked with `include_release_dates_with_no_data=true`. It does not say the day on which it was asked: that stands in the file's name or is
 * told, else it is that of the load.
 *
 * A page of an answer says nothing of the days after its last one, nor before its first. A page in another order than that of days may lack
 * any of them, and is refused, as is an answer that is an error.
 *
 * @source https://fred.stlouisfed.org/docs/api/fred/releases_dates.html, https://fred.stlouisfed.org/docs/api/fred/release_dates.html
 */
export default defineSource({
  key: KEY,
  title: "FRED's API: days of releases",
  publisher: 'Federal Reserve Bank of St. Louis (FRED)',
  documentation: 'https://fred.stlouisfed.org/docs/api/fred/releases_dates.html',
  terms: "FRED's terms of use apply.",
  files: /\.json$/i,
  precedence: 10,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { list, isPage, order, end } = answerIn(readJson(KEY, bytes), refusals);
    if (isPage && order !== BY_DAY) refusals.add(ofTheFile(`it is a page of an answer in the order of ${order}, and may lack days of any release: ask for the order of release_date`));
    const knownOn = dayInName(KEY, told.fileName ?? '');
    const dates = list.flatMap((item, i) => dateIn(item, `$.release_dates[${i}]`, refusals) ?? []);
    if (list.length === 0) refusals.add(ofTheFile('there is no day of release'));
    refusals.throwIfAny();
    const releaseDates = [...grouped(dates, ({ release }) => release)].map(([fredRelease, those]): ReleaseDatesReport => {
      const days = [...new Set(those.map(({ day }) => day))].sort();
      return { fredRelease, name: those.find(({ name }) => name !== null)?.name ?? null, knownOn, days, listedTo: isPage ? (days.at(-1) ?? null) : end };
    });
    return { rowsRead: list.length, reports: { releaseDates } };
  },
});

interface Answer {
  readonly list: readonly unknown[];
  readonly isPage: boolean;
  readonly order: string;
  /** The last day that was asked for; null where that is none. */
  readonly end: IsoDate | null;
}

/** The whole answer. @throws {SourceFormat} if it is another one. */
function answerIn(answer: unknown, refusals: Refusals): Answer {
  if (!isObject(answer)) throw SourceFormat.whole(KEY, 'expected an answer of releases/dates, found another value');
  const object = new JsonObject('$', answer, refusals);
  if (answer.error_message !== undefined || answer.error_code !== undefined) {
    throw SourceFormat.whole(KEY, `the API answered an error: ${[object.text('error_code'), object.text('error_message')].join(' ').trim()}`);
  }
  if (!Array.isArray(answer.release_dates)) throw SourceFormat.whole(KEY, `expected an answer of releases/dates, found one with ${object.keys().join(', ').slice(0, 200) || 'nothing'}`);
  const list: readonly unknown[] = answer.release_dates;
  const end = object.read('realtime_end', DAY, parseIsoDate);
  const isPage = (object.read('count', 'a count', countIn) ?? list.length) > list.length;
  return { list, isPage, order: object.text('order_by') ?? BY_DAY, end: end === NO_END ? null : end };
}

/** How FRED writes that something has no end. */
const NO_END = '9999-12-31';

/** Null only where something was refused. */
function dateIn(item: unknown, path: string, refusals: Refusals): { readonly release: number; readonly name: string | null; readonly day: IsoDate } | null {
  if (!isObject(item)) {
    refusals.add({ line: null, column: path, reason: 'expected an object, found another value' });
    return null;
  }
  const object = new JsonObject(path, item, refusals);
  const release = object.required('release_id', "a release's number", countIn);
  const day = object.required('date', DAY, parseIsoDate);
  return release === null || day === null ? null : { release, name: object.text('release_name'), day };
}

const countIn = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
