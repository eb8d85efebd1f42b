import { Measure } from '../domain/earnings/measures';
import type { ReportedFact } from '../domain/earnings/ReportedFact';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';
import { isObject, parseJsonDecimal } from './JsonObject';
import type { Refusals } from './Refusals';

/** Which list a fact stands in. */
interface Place {
  readonly concept: string;
  readonly unit: string;
  readonly measure: Measure;
  /** `$.facts.us-gaap.NetIncomeLoss.units.USD[3]`. */
  readonly path: string;
  /** The day on which the file is known to have been read; null where nobody says. */
  readonly readBy: IsoDate | null;
}

/** The measures that are of a day. A ratio of a split stands by a day or by a span, as the filer chose. */
const OF_A_DAY = [Measure.SHARES_OUTSTANDING, Measure.SPLIT_RATIO];

/** One fact of companyfacts; null where it was refused, or is one that cannot be and is passed over. */
export function companyFact(row: unknown, place: Place, refusals: Refusals): ReportedFact | null {
  if (!isObject(row)) {
    refusals.add({ line: null, column: place.path, reason: 'expected an object, found another value' });
    return null;
  }
  const { concept, unit, measure, readBy } = place;
  const values = new FactValues(row, place.path, refusals);
  const startOn = values.optional('start', DAY, parseIsoDate);
  const endOn = values.required('end', DAY, parseIsoDate);
  const filedOn = values.required('filed', readBy === null ? DAY : `${DAY}, not after ${readBy}`, (text) => {
    const day = parseIsoDate(text);
    return day !== undefined && (readBy === null || day <= readBy) ? day : undefined;
  });
  const value = values.required('val', 'a number', parseJsonDecimal);
  const accession = values.required('accn', "a filing's number", (text) => (/^\d{10}-\d{2}-\d{6}$/.test(text) ? text : undefined));
  const form = values.required('form', 'a form', (text) => (/^\S.*$/.test(text) ? text : undefined));
  const fiscalYear = values.optional('fy', 'a year', (text) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined));
  const fiscalPeriod = values.optional('fp', 'a fiscal period', (text) => (/^\S+$/.test(text) ? text : undefined));
  if (endOn === null || filedOn === null || value === null || accession === null || form === null) return null;

  const cannotBe = endOn > filedOn || (startOn === null ? !OF_A_DAY.includes(measure) : startOn > endOn);
  return cannotBe ? null : { concept, unit, startOn, endOn, value, filedOn, form, accession, fiscalYear, fiscalPeriod };
}

const DAY = 'a day written YYYY-MM-DD';

/** The values of one fact. What cannot be read is refused with its path, and reads as null meanwhile. */
class FactValues {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly path: string,
    private readonly refusals: Refusals,
  ) {}

  required<T>(key: string, expected: string, parse: (text: string) => T | undefined): T | null {
    const value = this.values[key];
    const read = typeof value === 'string' || typeof value === 'number' ? parse(String(value)) : undefined;
    if (read !== undefined) return read;
    const found = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
    this.refusals.add({ line: null, column: `${this.path}.${key}`, reason: `expected ${expected}, found ${found}` });
    return null;
  }

  optional<T>(key: string, expected: string, parse: (text: string) => T | undefined): T | null {
    return this.values[key] == null ? null : this.required(key, expected, parse);
  }
}
