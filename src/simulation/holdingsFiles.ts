import type { IsoDate } from '../domain/isoDate';
import type { Company } from './Company';
import type { FundWalk } from './FundWalk';
import { cell } from './LineFiles';
import type { SimulatedFile } from './SimulatedFile';

export const HOLDINGS_HEADER = 'fund,observed_on,known_on,ticker,name,asset_class,sector,country,exchange,currency,shares,price,market_value,fund_name';

/** Lines of funds on a day. @source docs/csv-holdings.md */
export function holdingLines(funds: readonly FundWalk[], day: IsoDate, knownOn: IsoDate, session: number): readonly string[] {
  return funds.flatMap((fund) => {
    const { symbol, name: fundName } = fund.plan;
    const shares = fund.positions().map(({ walk: { company, price }, shares: held }) => {
      const { ticker, name } = calledOn(company, session);
      const value = valueOf(held, price);
      return [ticker, cell(name), 'EQUITY', company.sector.name, 'United States', company.exchange, 'USD', held, price.toFixed(2), value, cell(fundName)];
    });
    const cash = ['-', 'US DOLLARS', 'CASH', '', '', '', 'USD', '', '', fund.cashHeld.toFixed(2), cell(fundName)];
    return [...shares, cash].map((cells) => [symbol, day, knownOn, ...cells].join(','));
  });
}


const ISHARES_HEADER =
  'Ticker,Name,Sector,Asset Class,Market Value,Weight (%),Notional Value,Quantity,Price,Location,Exchange,Currency,FX Rate,Market Currency,Accrual Date,ISIN';

/** The CSV of an iShares fund's page, as `sources/definitions/ishares-holdings` reads it. */
export function isharesHoldings(fund: FundWalk, day: IsoDate, session: number): SimulatedFile {
  const { symbol, name } = fund.plan;
  const assets = fund.assets;
  const row = (cells: readonly string[]): string => cells.map((text) => `"${text}"`).join(',');
  const shares = fund.positions().map(({ walk: { company, price }, shares: held }) => {
    const { ticker, name: companyName } = calledOn(company, session);
    const value = thousands(valueOf(held, price));
    const weight = ((held * price * 100) / assets).toFixed(2);
    const place = ['United States', company.exchange === 'Nasdaq' ? 'NASDAQ' : 'New York Stock Exchange Inc.', 'USD', '1.00', 'USD', '-', company.isin ?? '-'];
    return row([ticker, companyName.toUpperCase(), company.sector.name, 'Equity', value, weight, value, thousands(held.toFixed(2)), thousands(price.toFixed(2)), ...place]);
  });
  const cash = thousands(fund.cashHeld.toFixed(2));
  const cashWeight = ((fund.cashHeld * 100) / assets).toFixed(2);
  const cashRow = row(['USD', 'USD CASH', 'Cash and/or Derivatives', 'Cash', cash, cashWeight, cash, cash, '100.00', 'United States', '-', 'USD', '1.00', 'USD', '-', '-']);
  const preamble = [
    name,
    `Fund Holdings as of,"${published(day)}"`,
    `Shares Outstanding,"${thousands(fund.shares.toFixed(2))}"`,
    ...['Stock', 'Bond', 'Cash', 'Other'].map((label) => `${label},"-"`),
    '\u00a0 ',
  ];
  const text = `\ufeff${[...preamble, ISHARES_HEADER, ...shares, cashRow].join('\n')}\n`;
  return { source: 'ishares-holdings', name: `${symbol}_holdings_${day}.csv`, text };
}

const calledOn = ({ called }: Company, session: number) => called.filter(({ from }) => from <= session).at(-1) ?? { ticker: '-', name: '' };

/** Of whole shares at whole cents, so exact. */
const valueOf = (shares: number, price: number): string => ((shares * Math.round(price * 100)) / 100).toFixed(2);

const thousands = (number: string): string => number.replaceAll(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `May 13, 2025`. */
const published = (day: IsoDate): string => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}, ${day.slice(0, 4)}`;
