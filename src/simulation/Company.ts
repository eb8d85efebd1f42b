import { type Sector, sectors } from './companyNames';

export enum CompanyClass {
  MEGA = 'MEGA',
  LARGE = 'LARGE',
  SMALL = 'SMALL',
}

/** What a company is called from a session on. */
export interface Called {
  readonly from: number;
  readonly ticker: string;
  readonly name: string;
}

/** How a company's life on the exchange ends. */
export enum Ending {
  ACQUIRED = 'ACQUIRED',
  BANKRUPT = 'BANKRUPT',
}

/** One company: identity, and what it is like. All that becomes of it follows from the seed, its number and the market. */
export interface Company {
  /** Counted from 1; a company that takes a delisted one's place has a number of its own. */
  readonly ordinal: number;
  readonly class: CompanyClass;
  readonly cik: string;
  /** Null of a real company: its own is another's property. */
  readonly isin: string | null;
  readonly called: readonly Called[];
  readonly sector: Sector;
  readonly exchange: 'Nasdaq' | 'NYSE';
  /** 1 to 12. */
  readonly fiscalYearEndsIn: number;
  /** Its first session and its last; the last of the market's where it lives on. */
  readonly listed: number;
  readonly delisted: number;
  readonly ending: Ending | null;
  /** Market value on its first session, dollars. */
  readonly value: number;
  /** Price on its first session. */
  readonly price: number;
  readonly beta: number;
  /** Volatility a year of what is its own. */
  readonly volatility: number;
  /** Profit over market value a year, at the usual level of profits. */
  readonly earningsYield: number;
  /** Revenue over market value a year. */
  readonly sales: number;
  /** Dividends over market value a year; 0 of one that pays none. */
  readonly dividendYield: number;
  /** New shares over shares a year. */
  readonly issuance: number;
}

/** The seven of the basket `mag7`, by their identity alone: every number of theirs is invented here. */
export const magnificentSeven = [
  { ticker: 'AAPL', name: 'Apple Inc.', cik: '0000320193', fiscalYearEndsIn: 9, share: 0.21, dividendYield: 0.006 },
  { ticker: 'MSFT', name: 'MICROSOFT CORP', cik: '0000789019', fiscalYearEndsIn: 6, share: 0.2, dividendYield: 0.009 },
  { ticker: 'NVDA', name: 'NVIDIA CORP', cik: '0001045810', fiscalYearEndsIn: 1, share: 0.16, dividendYield: 0.001 },
  { ticker: 'GOOGL', name: 'Alphabet Inc.', cik: '0001652044', fiscalYearEndsIn: 12, share: 0.15, dividendYield: 0 },
  { ticker: 'AMZN', name: 'AMAZON COM INC', cik: '0001018724', fiscalYearEndsIn: 12, share: 0.13, dividendYield: 0 },
  { ticker: 'META', name: 'Meta Platforms, Inc.', cik: '0001326801', fiscalYearEndsIn: 12, share: 0.09, dividendYield: 0.004 },
  { ticker: 'TSLA', name: 'Tesla, Inc.', cik: '0001318605', fiscalYearEndsIn: 12, share: 0.06, dividendYield: 0 },
].map((one) => ({ ...one, sector: sectors[3] }));
