import { addDays, type IsoDate, parseIsoDate } from '../domain/isoDate';
import type { NameReport, ProfileReport } from './CompaniesReport';
import type { JsonObject } from './JsonObject';
import { SEC_TICKER_EXPECTED, parseSecTicker } from './secTicker';
import type { TickerLine } from './TickersReport';

/**
 * The names of a company, the oldest first. EDGAR tells former ones from the filings made under them, each from its first to
 * its last; so the present one is taken to hold from the day after the last filing under another, or where there was none from
 * the first filing of all.
 */
export function submissionNames(company: JsonObject, name: string, firstFiledOn: IsoDate | null): readonly NameReport[] {
  const former = (company.objects('formerNames') ?? []).map((one) => ({
    name: one.required('name', 'a name', (text) => text) ?? '',
    from: one.required('from', MOMENT, dayOfMoment),
    to: one.required('to', MOMENT, dayOfMoment),
  }));
  const last = former.map(({ to }) => to ?? '').sort().at(-1) as IsoDate | undefined;
  const from = last === undefined || last === ('' as IsoDate) ? firstFiledOn : addDays(last, 1);
  const inOrder = former.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return [...inOrder.map(({ name: borne, from: since }) => ({ name: borne, from: since })), { name, from }];
}

export function submissionProfile(company: JsonObject): ProfileReport {
  return {
    sic: company.read('sic', 'four digits', (text) => (/^\d{1,4}$/.test(text) ? text.padStart(4, '0') : undefined)),
    sicDescription: company.text('sicDescription'),
    fiscalYearEnd: company.read('fiscalYearEnd', 'a month and a day such as 1231', monthAndDay),
    stateOfIncorporation: company.text('stateOfIncorporation'),
  };
}

/** The tickers of a company, each with its exchange: two lists of one length. */
export function submissionTickers(company: JsonObject, cik: string, name: string): readonly TickerLine[] {
  const [tickers, exchanges] = [company.list('tickers') ?? [], company.list('exchanges') ?? []];
  if (exchanges.length > 0 && exchanges.length !== tickers.length) {
    company.refuse('exchanges', `expected ${tickers.length} exchanges for as many tickers, found ${exchanges.length}`);
  }
  return tickers.flatMap((ticker, i): TickerLine[] => {
    if (typeof ticker !== 'string' || parseSecTicker(ticker) === undefined) {
      company.refuse(`tickers[${i}]`, `expected ${SEC_TICKER_EXPECTED}, found ${JSON.stringify(ticker)}`);
      return [];
    }
    const exchange = exchanges[i];
    return [{ cik, ticker, name, exchange: typeof exchange === 'string' && exchange !== '' ? exchange : null }];
  });
}

const MOMENT = 'a moment such as 2002-06-04T00:00:00.000Z';

/** The day of a moment where it is written. */
const dayOfMoment = (text: string): IsoDate | undefined => parseIsoDate(/^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?$/.exec(text)?.[1] ?? '');

/** `12-31` of `1231`; a year's end on 29 February is one. */
function monthAndDay(text: string): string | undefined {
  const [, month = '', day = ''] = /^(\d{2})(\d{2})$/.exec(text) ?? [];
  return parseIsoDate(`2000-${month}-${day}`)?.slice(5);
}
