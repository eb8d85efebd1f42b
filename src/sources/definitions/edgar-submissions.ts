import { CIK_EXPECTED, parseCik } from '../../domain/cik';
import { SourceFormat } from '../../domain/errors';
import { parseIsoDate } from '../../domain/isoDate';
import { type Reading, defineSource } from '../defineSource';
import { isObject, JsonObject } from '../JsonObject';
import { readJson } from '../readJson';
import { Refusals } from '../Refusals';
import { submissionNames, submissionProfile, submissionTickers } from '../submissionCompany';
import { submissionFilings } from '../submissionFilings';
import type { Told } from '../tellable';

const KEY = 'edgar-submissions';

/**
 * What EDGAR has of one company: its names and tickers, how it is classed, and its newest filings, a thousand or those of a
 * year; and the pages with its older filings, which hold nothing else and leave the company to their names. A filing is known
 * on its filing date: the moment of acceptance is in UTC of some filers and in New York's time of others.
 *
 * @source https://www.sec.gov/search-filings/edgar-application-programming-interfaces: `data.sec.gov/submissions/CIK##########.json`,
 *   `{ cik, name, formerNames: [{ name, from, to }], tickers, exchanges, sic, sicDescription, fiscalYearEnd,
 *   stateOfIncorporation, filings: { recent: { accessionNumber: [...], ... }, files: [{ name, filingFrom, filingTo }] } }`; the
 *   pages `CIK##########-submissions-001.json` have the columns of `recent` alone; `submissions.zip` holds both of all companies.
 */
export default defineSource({
  key: KEY,
  title: 'A company’s names, tickers and filings',
  publisher: 'SEC (EDGAR)',
  documentation: 'https://www.sec.gov/search-filings/edgar-application-programming-interfaces',
  terms: 'Filings with the SEC are public and may be used and passed on freely.',
  files: /^CIK\d{10}(-submissions-\d{3,})?\.json$/i,
  precedence: 10,
  usualKnownOn: 'FILED',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const value = readJson(KEY, bytes);
    if (!isObject(value)) throw SourceFormat.whole(KEY, 'expected an object with filings, found another value');
    const answer = new JsonObject('$', value, refusals);
    if ('accessionNumber' in value) return pageReading(answer, told, refusals);
    if ('cik' in value && 'filings' in value) return companyReading(answer, told, refusals);
    throw SourceFormat.whole(KEY, `expected cik and filings, or accessionNumber, found ${answer.keys().join(', ') || 'nothing'}`);
  },
});

const numberInName = (fileName = ''): string | undefined => parseCik(/^CIK(\d{10})(?!\d)/i.exec(fileName)?.[1] ?? '');

function companyReading(answer: JsonObject, { fileName, knownOn }: Told, refusals: Refusals): Reading {
  const cik = answer.read('cik', CIK_EXPECTED, parseCik);
  const named = numberInName(fileName);
  if (cik !== null && named !== undefined && named !== cik) answer.refuse('cik', `expected ${named} as the file's name says, found ${cik}`);
  const name = answer.text('name');
  if (name === null) answer.refuse('name', 'expected a name, found nothing');

  const index = answer.object('filings');
  const recent = index?.object('recent') ?? null;
  if (recent === null) answer.refuse('filings', 'expected recent filings, found nothing');
  const filings = recent === null ? [] : submissionFilings(recent, knownOn ?? null, refusals);
  const older = (index?.objects('files') ?? []).flatMap((page) => page.read('filingFrom', 'a day written YYYY-MM-DD', parseIsoDate) ?? []);
  const [firstFiledOn = null] = [...filings.map(({ filedOn }) => filedOn), ...older].sort();
  const names = submissionNames(answer, name ?? '', firstFiledOn);
  const profile = submissionProfile(answer);
  const lines = submissionTickers(answer, cik ?? '', name ?? '');
  refusals.throwIfAny();
  if (cik === null) throw SourceFormat.whole(KEY, 'the file does not say which company');
  return {
    rowsRead: names.length + 1 + lines.length + filings.length,
    reports: {
      companies: [{ cik, names, profile }],
      ...(lines.length === 0 ? {} : { tickers: [{ cik, observedOn: null, knownOn: null, lines }] }),
      ...(filings.length === 0 ? {} : { filings: [{ cik, filings }] }),
    },
  };
}

function pageReading(columns: JsonObject, { fileName, knownOn }: Told, refusals: Refusals): Reading {
  const cik = numberInName(fileName);
  if (cik === undefined) {
    throw SourceFormat.whole(KEY, 'a page of older filings does not say of which company: keep its name, CIK and ten digits at its beginning');
  }
  const filings = submissionFilings(columns, knownOn ?? null, refusals);
  refusals.throwIfAny();
  if (filings.length === 0) throw SourceFormat.whole(KEY, 'there is no filing in it');
  return { rowsRead: filings.length, reports: { filings: [{ cik, filings }] } };
}
