import { type IsoDate, isoDate } from './isoDate';

/** An index that funds follow. Identity only: its members are dated facts. */
export interface Index {
  readonly code: string;
  readonly name: string;
  readonly provider: string;
  /** The fund that holds just its members, and stands in for its list where none is known; null where none does. */
  readonly standIn: string | null;
}

/** A fund we know by name before any file is read. Identity only: all else about a fund is a dated fact. */
export interface Fund {
  readonly symbol: string;
  /** As the issuer's files write it, so that a file can be matched to its fund. */
  readonly name: string;
  readonly issuer: string;
  /** The index it follows, null for an active fund: of any day, so of a fund that changed its index it says too much. */
  readonly indexCode: string | null;
  /** The day it began; null where no source at hand says. */
  readonly inceptionOn: IsoDate | null;
  /** Its registrant's number at the SEC, ten digits; several funds may share one. */
  readonly cik: string;
  /** Its series at the SEC, `S000004344`; null for a unit investment trust, which has none. */
  readonly seriesId: string | null;
}

export const indices: readonly Index[] = [
  { code: 'RUT', name: 'Russell 2000', provider: 'FTSE Russell', standIn: 'IWM' },
  { code: 'RUJ', name: 'Russell 2000 Value', provider: 'FTSE Russell', standIn: 'IWN' },
  { code: 'RUO', name: 'Russell 2000 Growth', provider: 'FTSE Russell', standIn: 'IWO' },
  { code: 'RUI', name: 'Russell 1000', provider: 'FTSE Russell', standIn: 'IWB' },
  { code: 'RLV', name: 'Russell 1000 Value', provider: 'FTSE Russell', standIn: 'IWD' },
  { code: 'RLG', name: 'Russell 1000 Growth', provider: 'FTSE Russell', standIn: 'IWF' },
  { code: 'RUA', name: 'Russell 3000', provider: 'FTSE Russell', standIn: 'IWV' },
  { code: 'RUMIC', name: 'Russell Microcap', provider: 'FTSE Russell', standIn: 'IWC' },
  { code: 'SPX', name: 'S&P 500', provider: 'S&P Dow Jones Indices', standIn: 'IVV' },
  { code: 'SML', name: 'S&P SmallCap 600', provider: 'S&P Dow Jones Indices', standIn: 'IJR' },
  { code: 'DWSCT', name: 'Dow Jones U.S. Small-Cap Total Stock Market', provider: 'S&P Dow Jones Indices', standIn: null },
  { code: 'NDX', name: 'Nasdaq-100', provider: 'Nasdaq', standIn: 'QQQ' },
];

const AMERICAN_CENTURY_ETF_TRUST = '0001710607';
const INVESCO_QQQ_TRUST = '0001067839';
const ISHARES_TRUST = '0001100663';
const LISTED_FUNDS_TRUST = '0001683471';
const SCHWAB_STRATEGIC_TRUST = '0001454889';
const SPDR_500_TRUST = '0000884394';
const VANGUARD_INDEX_FUNDS = '0000036405';
const VANGUARD_SCOTTSDALE_FUNDS = '0001021882';

export const funds: readonly Fund[] = [
  {
    symbol: 'AVSC', name: 'Avantis U.S. Small Cap Equity ETF', issuer: 'Avantis Investors', indexCode: null,
    inceptionOn: null, cik: AMERICAN_CENTURY_ETF_TRUST, seriesId: 'S000074835',
  },
  {
    symbol: 'AVUV', name: 'Avantis U.S. Small Cap Value ETF', issuer: 'Avantis Investors', indexCode: null,
    inceptionOn: null, cik: AMERICAN_CENTURY_ETF_TRUST, seriesId: 'S000066459',
  },
  {
    symbol: 'IJR', name: 'iShares Core S&P Small-Cap ETF', issuer: 'BlackRock', indexCode: 'SML',
    inceptionOn: isoDate('2000-05-22'), cik: ISHARES_TRUST, seriesId: 'S000004313',
  },
  {
    symbol: 'IVV', name: 'iShares Core S&P 500 ETF', issuer: 'BlackRock', indexCode: 'SPX',
    inceptionOn: isoDate('2000-05-15'), cik: ISHARES_TRUST, seriesId: 'S000004310',
  },
  {
    symbol: 'IWB', name: 'iShares Russell 1000 ETF', issuer: 'BlackRock', indexCode: 'RUI',
    inceptionOn: isoDate('2000-05-15'), cik: ISHARES_TRUST, seriesId: 'S000004347',
  },
  {
    symbol: 'IWC', name: 'iShares Micro-Cap ETF', issuer: 'BlackRock', indexCode: 'RUMIC',
    inceptionOn: isoDate('2005-08-12'), cik: ISHARES_TRUST, seriesId: 'S000004439',
  },
  {
    symbol: 'IWD', name: 'iShares Russell 1000 Value ETF', issuer: 'BlackRock', indexCode: 'RLV',
    inceptionOn: null, cik: ISHARES_TRUST, seriesId: 'S000004345',
  },
  {
    symbol: 'IWF', name: 'iShares Russell 1000 Growth ETF', issuer: 'BlackRock', indexCode: 'RLG',
    inceptionOn: null, cik: ISHARES_TRUST, seriesId: 'S000004346',
  },
  {
    symbol: 'IWM', name: 'iShares Russell 2000 ETF', issuer: 'BlackRock', indexCode: 'RUT',
    inceptionOn: isoDate('2000-05-22'), cik: ISHARES_TRUST, seriesId: 'S000004344',
  },
  {
    symbol: 'IWN', name: 'iShares Russell 2000 Value ETF', issuer: 'BlackRock', indexCode: 'RUJ',
    inceptionOn: null, cik: ISHARES_TRUST, seriesId: 'S000004342',
  },
  {
    symbol: 'IWO', name: 'iShares Russell 2000 Growth ETF', issuer: 'BlackRock', indexCode: 'RUO',
    inceptionOn: isoDate('2000-07-24'), cik: ISHARES_TRUST, seriesId: 'S000004343',
  },
  {
    symbol: 'IWV', name: 'iShares Russell 3000 ETF', issuer: 'BlackRock', indexCode: 'RUA',
    inceptionOn: isoDate('2000-05-22'), cik: ISHARES_TRUST, seriesId: 'S000004341',
  },
  {
    symbol: 'MAGS', name: 'Roundhill Magnificent Seven ETF', issuer: 'Roundhill Investments', indexCode: null,
    inceptionOn: isoDate('2023-04-11'), cik: LISTED_FUNDS_TRUST, seriesId: 'S000079576',
  },
  {
    symbol: 'QQQ', name: 'Invesco QQQ Trust, Series 1', issuer: 'Invesco', indexCode: 'NDX',
    inceptionOn: isoDate('1999-03-10'), cik: INVESCO_QQQ_TRUST, seriesId: 'S000101292',
  },
  {
    symbol: 'SCHA', name: 'Schwab U.S. Small-Cap ETF', issuer: 'Charles Schwab', indexCode: 'DWSCT',
    inceptionOn: isoDate('2009-11-03'), cik: SCHWAB_STRATEGIC_TRUST, seriesId: 'S000026636',
  },
  {
    symbol: 'SPY', name: 'SPDR S&P 500 ETF Trust', issuer: 'State Street', indexCode: 'SPX',
    inceptionOn: isoDate('1993-01-22'), cik: SPDR_500_TRUST, seriesId: null,
  },
  {
    symbol: 'VOO', name: 'Vanguard S&P 500 ETF', issuer: 'Vanguard', indexCode: 'SPX',
    inceptionOn: isoDate('2010-09-07'), cik: VANGUARD_INDEX_FUNDS, seriesId: 'S000002839',
  },
  {
    symbol: 'VTWO', name: 'Vanguard Russell 2000 ETF', issuer: 'Vanguard', indexCode: 'RUT',
    inceptionOn: isoDate('2010-09-20'), cik: VANGUARD_SCOTTSDALE_FUNDS, seriesId: 'S000030003',
  },
];

/** The shipped fund of that name, whatever its letters' case. */
export const fundByName = (name: string): Fund | undefined =>
  funds.find((fund) => fund.name.toLowerCase() === name.trim().toLowerCase());
