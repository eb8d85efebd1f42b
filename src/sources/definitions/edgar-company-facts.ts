import { SourceFormat } from '../../domain/errors';
import { measureOf } from '../../domain/earnings/measures';
import type { ReportedFact } from '../../domain/earnings/ReportedFact';
import { companyFact } from '../companyFact';
import { defineSource } from '../defineSource';
import { isObject } from '../JsonObject';
import { readLargeJson } from '../readJson';
import { Refusals } from '../Refusals';

const KEY = 'edgar-company-facts';

/**
 * All that one company ever reported to the SEC in XBRL, as `data.sec.gov/api/xbrl/companyfacts` answers it and
 * `companyfacts.zip` holds it of every company. Only the concepts that `domain/earnings/measures` lists are kept, in their
 * unit; of the rest, facts are counted and not looked at. A figure about a day after its own filing is a filer's
 * error and passed over, as is one of a span that ends before it begins.
 *
 * A figure is known on the day of its filing. The same figure in a later filing is another fact, so that what each
 * filing said stays told apart.
 *
 * @source https://www.sec.gov/edgar/sec-api-documentation: `{ cik, entityName, facts: { taxonomy: { concept: { units:
 *   { unit: [{ start, end, val, accn, fy, fp, form, filed, frame }] } } } } }`; `fy` and `fp` are the filing's own.
 */
export default defineSource({
  key: KEY,
  title: 'What a company reported, by filing',
  publisher: 'SEC (EDGAR)',
  documentation: 'https://www.sec.gov/edgar/sec-api-documentation',
  terms: 'Filings with the SEC are public and may be used and passed on freely.',
  files: /^CIK\d{10}\.json$/i,
  precedence: 10,
  usualKnownOn: 'FILED',

  read(bytes, { knownOn }) {
    const answer = readLargeJson(KEY, bytes);
    if (!isObject(answer)) throw SourceFormat.whole(KEY, 'expected an object with cik and facts, found another value');
    const cik = cikOf(answer.cik);
    const { entityName, facts: taxonomies } = answer;
    if (typeof entityName !== 'string' || !isObject(taxonomies)) {
      throw SourceFormat.whole(KEY, `expected an object with cik, entityName and facts, found ${Object.keys(answer).join(', ') || 'nothing'}`);
    }
    const refusals = new Refusals(KEY);
    const facts: ReportedFact[] = [];
    let rowsRead = 0;
    for (const { concept, unit, path, rows } of listsOf(taxonomies)) {
      rowsRead += rows.length;
      const measure = measureOf(concept, unit);
      if (measure === undefined) continue;
      rows.forEach((row, i) => {
        const fact = companyFact(row, { concept, unit, measure, path: `${path}[${i}]`, readBy: knownOn ?? null }, refusals);
        if (fact !== null) facts.push(fact);
      });
    }
    refusals.throwIfAny();
    return { rowsRead, reports: { companyFacts: [{ cik, name: entityName.trim(), facts }] } };
  },
});

/** All facts of one concept in one unit, and where they stand in the file. */
interface FactList {
  readonly concept: string;
  readonly unit: string;
  readonly path: string;
  readonly rows: readonly unknown[];
}

function* listsOf(taxonomies: Readonly<Record<string, unknown>>): Generator<FactList> {
  for (const [taxonomy, tags] of Object.entries(taxonomies)) {
    for (const [tag, body] of Object.entries(objectAt(tags, `$.facts.${taxonomy}`))) {
      const path = `$.facts.${taxonomy}.${tag}`;
      for (const [unit, rows] of Object.entries(objectAt(objectAt(body, path).units, `${path}.units`))) {
        const place = `${path}.units.${unit}`;
        if (!Array.isArray(rows)) throw misplaced(place, 'a list');
        yield { concept: `${taxonomy}:${tag}`, unit, path: place, rows };
      }
    }
  }
}

function objectAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw misplaced(path, 'an object');
  return value;
}

const misplaced = (column: string, expected: string): SourceFormat =>
  new SourceFormat(KEY, [{ line: null, column, reason: `expected ${expected}, found another value` }]);

/** The number of a company, with the zeros that the SEC leaves out in some files. */
function cikOf(value: unknown): string {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).padStart(10, '0') : '';
  if (!/^\d{10}$/.test(text) || /^0+$/.test(text)) {
    throw new SourceFormat(KEY, [{ line: null, column: '$.cik', reason: 'expected a number of up to ten digits, found another value' }]);
  }
  return text;
}
