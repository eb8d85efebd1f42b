import { type IsoDate, isoDate } from './isoDate';
import { KnownOnBasis } from './knowledge';

/** The document that says so. */
export interface FactSource {
  /** Who says it; of a copy, whoever wrote the original. */
  readonly publisher: string;
  readonly title: string;
  /** Where it was read, which may be a copy. */
  readonly url: string;
}

/** Something about a fund that changes, with the day from which it holds and the days since which it was known. */
export interface DatedFact {
  /** The fund's ticker. */
  readonly fund: string;
  /** The day from which it holds; where the source says none, a day on which it held, and perhaps long had. */
  readonly observedOn: IsoDate;
  /** Before `observedOn` where a change was announced ahead of its day. */
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
  readonly provenOn: IsoDate;
  readonly source: FactSource;
}

/** Since when a fact could be read, and on what ground we say so. */
export type KnownOn = Pick<DatedFact, 'knownOn' | 'knownOnBasis' | 'provenOn'>;

/** The day on which the sources without a day of their own were read. */
const READ_ON = isoDate('2026-11-23');

/** The source prints its own day. */
export function printed(day: string): KnownOn {
  const knownOn = isoDate(day);
  return { knownOn, knownOnBasis: KnownOnBasis.VINTAGE, provenOn: knownOn };
}

/**
 * The source prints only of which day its figures are, or no day at all: `day` is when it can be counted on,
 * and proof there is from the day it was read. Daily figures count as known a day later; those of a month or
 * quarter, at the end of the next; those of a year alone, at its end.
 */
export const assumed = (day: string): KnownOn => ({
  knownOn: isoDate(day),
  knownOnBasis: KnownOnBasis.LAG_ASSUMED,
  provenOn: READ_ON,
});

const etfResearchCenter = (fund: string): FactSource => ({
  publisher: 'ETF Research Center',
  title: `Fund basics of ${fund}`,
  url: `https://backup.etfresearchcenter.com/tools/fund_detail.php?ETF_ticker=${fund}`,
});
const etfrc = (fund: string): FactSource => ({
  publisher: 'ETF Research Center', title: `Fund basics of ${fund}`, url: `https://www.etfrc.com/${fund}`,
});
/**
 * Where `cik` and `seriesId` of the shipped funds were read: the SEC's list of funds, as a copy of late 2025 has it.
 * QQQ became a series only in that December, and SPY, which is none, stands in no such list.
 */
export const secSources: { readonly list: FactSource; readonly QQQ: FactSource; readonly SPY: FactSource } = {
  list: {
    publisher: 'SEC', title: 'company_tickers_mf.json',
    url: 'https://github.com/jennet-zamanova/edgar-prospectus-retrieval/blob/4cd2d7b85a8967e8a532fbaa56f2d8fe27bdcc9d/company_tickers_mf.json',
  },
  QQQ: {
    publisher: 'indexkit', title: 'Changelog of 1.0.0, on the series of QQQ',
    url: 'https://github.com/userFRM/indexkit/releases/tag/v1.0.0',
  },
  SPY: {
    publisher: 'SPDR S&P 500 ETF Trust', title: 'Letter to the SEC of 2013-01-23, 0000950103-13-000451',
    url: 'https://capedge.com/filing/884394/0000950103-13-000451/SPY-CORRESP',
  },
};

/** Where `inceptionOn` of each shipped fund that has one was read. */
export const inceptionSources: ReadonlyMap<string, FactSource> = new Map([
  ['IJR', {
    publisher: 'Zacks', title: 'Should IJR Be on Your Investing Radar?',
    url: 'https://www.nasdaq.com/articles/should-ishares-core-sp-small-cap-etf-ijr-be-your-investing-radar',
  }],
  ['IVV', {
    publisher: 'etf.com', title: 'IVV summary data',
    url: 'http://www.etf.com/IVV?iu=1',
  }],
  ['IWB', {
    publisher: 'PortfoliosLab', title: 'IWB: ETF info',
    url: 'https://portfolioslab.com/symbol/IWB',
  }],
  ['IWC', {
    publisher: 'TradingView', title: 'IWC: key stats',
    url: 'https://amazon-us-03-00-feo.std.metric.edgekey.net/symbols/AMEX-IWC/analysis',
  }],
  ['IWM', {
    publisher: 'BlackRock (iShares)', title: 'iShares, fund workbook of 2025-02-04',
    url: 'https://www.ishares.com/us/products/239710/ishares-russell-2000-etf',
  }],
  ['IWO', etfResearchCenter('IWO')],
  ['IWV', {
    publisher: 'etf.com', title: 'IWV summary data',
    url: 'http://www.etf.com/IWV',
  }],
  ['MAGS', etfrc('MAGS')],
  ['QQQ', {
    publisher: 'etf.com', title: 'QQQ summary data as of 2022-09-21',
    url: 'https://www.etf.com/QQQ',
  }],
  ['SCHA', etfrc('SCHA')],
  ['SPY', {
    publisher: 'State Street', title: 'SPY fact sheet as of 2021-03-31',
    url: 'https://www.scribd.com/document/518548499/Factsheet-Us-en-Spy',
  }],
  ['VOO', {
    publisher: 'Vanguard', title: 'VOO fact sheet as of 2024-09-30',
    url: 'https://info.5y1.org/vanguard-s-p-500-etf-voo-reviews_1_f79966.html',
  }],
  ['VTWO', etfResearchCenter('VTWO')],
]);
