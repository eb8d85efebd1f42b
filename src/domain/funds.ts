/** An index that funds follow. Identity only: its members are dated facts. */
export interface Index {
  readonly code: string;
  readonly name: string;
  readonly provider: string;
}

/** A fund we know by name before any file is read. Identity only: all else about a fund is a dated fact. */
export interface Fund {
  readonly symbol: string;
  /** As the issuer's files write it, so that a file can be matched to its fund. */
  readonly name: string;
  readonly issuer: string;
  /** The index it follows; null for an active fund. */
  readonly indexCode: string | null;
}

export const indices: readonly Index[] = [
  { code: 'RUT', name: 'Russell 2000', provider: 'FTSE Russell' },
  { code: 'RUJ', name: 'Russell 2000 Value', provider: 'FTSE Russell' },
  { code: 'RUO', name: 'Russell 2000 Growth', provider: 'FTSE Russell' },
  { code: 'RUI', name: 'Russell 1000', provider: 'FTSE Russell' },
  { code: 'RUA', name: 'Russell 3000', provider: 'FTSE Russell' },
  { code: 'SPX', name: 'S&P 500', provider: 'S&P Dow Jones Indices' },
  { code: 'SML', name: 'S&P SmallCap 600', provider: 'S&P Dow Jones Indices' },
  { code: 'NDX', name: 'Nasdaq-100', provider: 'Nasdaq' },
];

export const funds: readonly Fund[] = [
  { symbol: 'AVSC', name: 'Avantis U.S. Small Cap Equity ETF', issuer: 'Avantis Investors', indexCode: null },
  { symbol: 'AVUV', name: 'Avantis U.S. Small Cap Value ETF', issuer: 'Avantis Investors', indexCode: null },
  { symbol: 'IJR', name: 'iShares Core S&P Small-Cap ETF', issuer: 'BlackRock', indexCode: 'SML' },
  { symbol: 'IVV', name: 'iShares Core S&P 500 ETF', issuer: 'BlackRock', indexCode: 'SPX' },
  { symbol: 'IWB', name: 'iShares Russell 1000 ETF', issuer: 'BlackRock', indexCode: 'RUI' },
  { symbol: 'IWM', name: 'iShares Russell 2000 ETF', issuer: 'BlackRock', indexCode: 'RUT' },
  { symbol: 'IWN', name: 'iShares Russell 2000 Value ETF', issuer: 'BlackRock', indexCode: 'RUJ' },
  { symbol: 'IWO', name: 'iShares Russell 2000 Growth ETF', issuer: 'BlackRock', indexCode: 'RUO' },
  { symbol: 'IWV', name: 'iShares Russell 3000 ETF', issuer: 'BlackRock', indexCode: 'RUA' },
  { symbol: 'MAGS', name: 'Roundhill Magnificent Seven ETF', issuer: 'Roundhill Investments', indexCode: null },
  { symbol: 'QQQ', name: 'Invesco QQQ Trust, Series 1', issuer: 'Invesco', indexCode: 'NDX' },
  { symbol: 'SPY', name: 'SPDR S&P 500 ETF Trust', issuer: 'State Street', indexCode: 'SPX' },
  { symbol: 'VOO', name: 'Vanguard S&P 500 ETF', issuer: 'Vanguard', indexCode: 'SPX' },
  { symbol: 'VTWO', name: 'Vanguard Russell 2000 ETF', issuer: 'Vanguard', indexCode: 'RUT' },
];

/** The shipped fund of that name, whatever its letters' case. */
export const fundByName = (name: string): Fund | undefined =>
  funds.find((fund) => fund.name.toLowerCase() === name.trim().toLowerCase());
