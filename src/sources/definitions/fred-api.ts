import { SourceFormat, ofTheFile } from '../../domain/errors';
import { parseIsoDate } from '../../domain/isoDate';
import { defineSource } from '../defineSource';
import { JsonObject, isObject, parseJsonDecimal } from '../JsonObject';
import { readLargeJson } from '../readJson';
import { type RealTimeValue, overlapIn, vintagesIn } from '../realTimePeriods';
import { Refusals } from '../Refusals';
import { seriesOf } from '../seriesCode';

const KEY = 'fred-api';

const DAY = 'a day written YYYY-MM-DD';

/**
 * A series as FRED's API answers `series/observations`: the whole answer, or its list of observations alone. Each has a real-time period,
 * the days over which FRED had it so: asked for one day that is one vintage, asked for many (`realtime_start=1776-07-04`) all of them. The
 * answer does not name its series: it is told, or its file's name begins with it.
 *
 * Values that FRED has transformed (`units`) are no levels, and a page of an answer with several vintages may lack versions of what
 * it has: both are refused, as is an answer that is an error. A page of one vintage is an excerpt.
 *
 * @source https://fred.stlouisfed.org/docs/api/fred/series_observations.html
 */
export default defineSource({
  key: KEY,
  title: "FRED's API: a series in its vintages",
  publisher: 'Federal Reserve Bank of St. Louis (FRED)',
  documentation: 'https://fred.stlouisfed.org/docs/api/fred/series_observations.html',
  terms: "FRED's terms of use apply, and of series with a copyright their owners'; most may be cited with their source.",
  files: /\.json$/i,
  precedence: 10,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const answer = readLargeJson(KEY, bytes);
    const list = Array.isArray(answer) ? (answer as readonly unknown[]) : observationsOf(answer);
    const rows = list.flatMap((item, i) => observation(item, `$.observations[${i}]`, refusals) ?? []);
    if (list.length === 0) refusals.add(ofTheFile('there is no observation'));
    const overlap = overlapIn(rows);
    if (overlap !== null) {
      const [{ observedOn, from, to }, other] = overlap;
      refusals.add(ofTheFile(`${observedOn} has two values at once: from ${from} to ${to}, and from ${other.from} to ${other.to}`));
    }
    const { vintages, values } = vintagesIn(rows);
    if (vintages.length > 1 && isPage(answer)) refusals.add(ofTheFile('it is a page of an answer with several vintages, and may lack versions of what it has: ask for fewer vintages at once'));
    if (values.length > 0 && values.every(({ value }) => value === null)) refusals.add(ofTheFile('it holds no value'));
    const series = seriesOf(null, told, refusals);
    refusals.throwIfAny();
    return { rowsRead: list.length, reports: { series: [{ series: series ?? '', vintages, values }] } };
  },
});

/** The observations of a whole answer. @throws {SourceFormat} if it is another answer, or says that they are no levels. */
function observationsOf(answer: unknown): readonly unknown[] {
  if (!isObject(answer)) throw SourceFormat.whole(KEY, 'expected an answer of series/observations, found another value');
  const { error_code: code, error_message: message, observations, units, output_type: type } = answer;
  if (message !== undefined || code !== undefined) throw SourceFormat.whole(KEY, `the API answered an error: ${[code, message].map(asText).join(' ').trim()}`);
  if (!Array.isArray(observations)) throw SourceFormat.whole(KEY, `expected an answer of series/observations, found one with ${Object.keys(answer).join(', ').slice(0, 200) || 'nothing'}`);
  if (units !== undefined && units !== 'lin') throw SourceFormat.whole(KEY, `expected levels (units=lin), found units=${asText(units)}`);
  if (type !== undefined && asText(type) !== '1') throw SourceFormat.whole(KEY, `expected observations by real-time period (output_type=1), found output_type=${asText(type)}`);
  return observations as readonly unknown[];
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function isPage(answer: unknown): boolean {
  if (!isObject(answer) || !Array.isArray(answer.observations)) return false;
  return Number(asText(answer.count ?? answer.observations.length)) > answer.observations.length;
}

/** Null only where something was refused. */
function observation(item: unknown, path: string, refusals: Refusals): RealTimeValue | null {
  if (!isObject(item)) {
    refusals.add({ line: null, column: path, reason: 'expected an object, found another value' });
    return null;
  }
  const object = new JsonObject(path, item, refusals);
  const [observedOn, from, to] = (['date', 'realtime_start', 'realtime_end'] as const).map((key) => object.required(key, DAY, parseIsoDate));
  const value = item.value === '.' ? null : object.required('value', 'a number or "."', parseJsonDecimal);
  if (observedOn == null || from == null || to == null) return null;
  if (from > to) object.refuse('realtime_end', `expected a day not before ${from}, found "${to}"`);
  return { observedOn, value, from, to };
}
