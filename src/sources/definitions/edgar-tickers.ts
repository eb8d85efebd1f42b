import { CIK_EXPECTED, parseCik } from '../../domain/cik';
import { SourceFormat } from '../../domain/errors';
import { defineSource } from '../defineSource';
import { downloadDay } from '../downloadDay';
import { isObject, JsonObject } from '../JsonObject';
import { readJson } from '../readJson';
import { Refusals } from '../Refusals';
import { SEC_TICKER_EXPECTED, parseSecTicker } from '../secTicker';
import type { TickerLine } from '../TickersReport';

const KEY = 'edgar-tickers';

/**
 * The SEC's list of companies with their tickers, and the one with exchanges beside them. It holds those that have a ticker
 * on the day of its download, which it does not say: that day stands in the file's name or is told.
 *
 * @source https://www.sec.gov/search-filings/edgar-search-assistance/accessing-edgar-data: company_tickers.json,
 *   `{ "0": { cik_str, ticker, title } }`, and company_tickers_exchange.json, `{ fields: [...], data: [[...]] }`.
 */
export default defineSource({
  key: KEY,
  title: 'Tickers of the companies that report to the SEC',
  publisher: 'SEC (EDGAR)',
  documentation: 'https://www.sec.gov/search-filings/edgar-search-assistance/accessing-edgar-data',
  terms: 'Filings with the SEC are public and may be used and passed on freely.',
  files: /^company_tickers(?!_mf).*\.json$/i,
  precedence: 10,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const observedOn = downloadDay(KEY, told);
    const lines = rowsOf(readJson(KEY, bytes), refusals).map(lineOf);
    const distinct = withoutRepeats(lines, refusals);
    refusals.throwIfAny();
    return { rowsRead: lines.length, reports: { tickers: [{ cik: null, observedOn, knownOn: observedOn, lines: distinct }] } };
  },
});

/** Under which names a row has its values: the two lists differ in some. */
const NAMES = { cik: ['cik', 'cik_str'], ticker: ['ticker'], name: ['name', 'title'] } as const;

interface Row {
  readonly values: JsonObject;
  readonly at: Readonly<Record<keyof typeof NAMES | 'exchange', string>>;
}

/** @throws {SourceFormat} if it is neither of the two lists, or holds nothing. */
function rowsOf(list: unknown, refusals: Refusals): readonly Row[] {
  if (!isObject(list)) throw SourceFormat.whole(KEY, 'expected an object with a row for each company, found another value');
  const whole = new JsonObject('$', list, refusals);
  const rows = 'data' in list ? columnRows(whole, refusals) : whole.keys().flatMap((key) => whole.object(key) ?? []);
  refusals.throwIfAny();
  const [first] = rows;
  if (first === undefined) throw SourceFormat.whole(KEY, 'there is no company in it');
  const has = (names: readonly string[]) => names.find((name) => first.keys().includes(name));
  const lacking = [NAMES.cik, NAMES.ticker, NAMES.name].filter((names) => has(names) === undefined);
  if (lacking.length > 0) throw SourceFormat.whole(KEY, `expected rows with ${lacking.map(([name]) => name).join(', ')}, found ${first.keys().join(', ')}`);
  const at = { cik: has(NAMES.cik) ?? '', ticker: has(NAMES.ticker) ?? '', name: has(NAMES.name) ?? '', exchange: 'exchange' };
  return rows.map((values) => ({ values, at }));
}

/** The rows of a list that names its columns once. */
function columnRows(whole: JsonObject, refusals: Refusals): readonly JsonObject[] {
  const fields = (whole.list('fields') ?? []).map(String);
  return (whole.list('data') ?? []).flatMap((cells, i) => {
    if (Array.isArray(cells) && cells.length === fields.length) {
      return new JsonObject(`$.data[${i}]`, Object.fromEntries(fields.map((field, n) => [field, cells[n] as unknown])), refusals);
    }
    whole.refuse(`data[${i}]`, `expected a list of ${fields.length} values`);
    return [];
  });
}

/** A row as read; what could not be is refused, and empty here. */
function lineOf({ values, at }: Row): TickerLine & { readonly values: JsonObject } {
  return {
    values,
    cik: values.required(at.cik, CIK_EXPECTED, parseCik) ?? '',
    ticker: values.required(at.ticker, SEC_TICKER_EXPECTED, parseSecTicker) ?? '',
    name: values.required(at.name, 'a name', (text) => text) ?? '',
    exchange: values.text(at.exchange),
  };
}

/** A row that stands twice is one; a ticker that two rows give otherwise is refused. */
function withoutRepeats(lines: readonly ReturnType<typeof lineOf>[], refusals: Refusals): readonly TickerLine[] {
  const first = new Map<string, TickerLine & { readonly path: string }>();
  for (const { values, ...line } of lines) {
    if (line.ticker === '') continue;
    const before = first.get(line.ticker);
    if (before === undefined) first.set(line.ticker, { ...line, path: values.path });
    else if (before.cik !== line.cik || before.exchange !== line.exchange) {
      refusals.add({ line: null, column: values.path, reason: `${line.ticker} stands at ${before.path} already, of another company or exchange` });
    }
  }
  return [...first.values()].map(({ path: _, ...line }) => line);
}
