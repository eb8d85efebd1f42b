import { AssetClass } from '../../src/domain/assetClass';
import { type Decimal, sum } from '../../src/domain/decimal';
import { isoDate } from '../../src/domain/isoDate';
import ishares from '../../src/sources/definitions/ishares-workbook';
import ssga from '../../src/sources/definitions/ssga-holdings';
import { describeRealFiles, realFile } from '../support/realFiles';
import { refusalsOf } from './refusalsOf';

/** A number of at most six places in millionths. */
function millionths(number: Decimal): bigint {
  const [whole = '', part = ''] = number.split('.');
  return BigInt(`${whole}${part.padEnd(6, '0')}`);
}

/** Counted, and summed, in the files with other tools. */
describeRealFiles("the issuer's workbook of IWM of 2025-02-04", () => {
  const file = () => realFile('holdings/ishares/iShares-Russell-2000-ETF_fund_2025-02-04.xls');
  const daysOf = () => ishares.read(file(), {}).reports.valuations?.[0]?.days ?? [];

  it('has 1,971 holdings, of which shares, futures and cash are what they are', () => {
    const { rowsRead, reports: { holdings: [holdings] = [] } } = ishares.read(file(), {});
    expect(rowsRead).toBe(1971 + 6218);
    expect(holdings).toMatchObject({ fund: 'IWM', fundName: 'iShares Russell 2000 ETF', observedOn: '2025-02-04', sharesOutstanding: '327750000.00' });
    expect(holdings?.lines).toHaveLength(1971);
    expect(holdings?.lines[0]).toMatchObject({ ticker: 'SFM', marketValue: '449137555.75', publishedWeight: '0.006082', shares: '2708095', price: '165.85' });
    expect(holdings?.lines.at(-1)).toMatchObject({ name: 'USD CASH', assetClass: AssetClass.CASH, marketValue: '-23557332.96', exchange: null });
    expect(holdings?.lines.filter(({ ticker }) => ticker === null)).toHaveLength(4);
    expect(holdings?.lines.filter(({ assetClass }) => assetClass === AssetClass.OTHER)).toEqual([]);
    expect(sum(holdings?.lines.flatMap(({ publishedWeight }) => publishedWeight ?? []) ?? [])).toBe('0.9999991');
  });

  it('has 6,218 days, two of which have no count of shares', () => {
    const days = daysOf();
    expect(days).toHaveLength(6218);
    expect(days[0]).toEqual({ observedOn: '2025-02-04', knownOn: null, nav: '226.977305', sharesOutstanding: '327750000' });
    expect(days.at(-1)).toEqual({ observedOn: '2000-05-22', knownOn: null, nav: '47.167', sharesOutstanding: '300000' });
    expect(days.filter(({ sharesOutstanding }) => sharesOutstanding === null)).toMatchObject([
      { observedOn: '2024-03-31', nav: '210.564169' },
      { observedOn: '2024-03-29', nav: '210.564169' },
    ]);
    expect(days.filter(({ nav }) => nav === null)).toEqual([]);
  });

  it('says that 12,843,824.25 dollars flowed out of the fund in 2024', () => {
    const known = [...daysOf()].reverse().flatMap(({ observedOn, nav, sharesOutstanding }) => {
      return nav === null || sharesOutstanding === null ? [] : [{ observedOn, nav: millionths(nav), shares: millionths(sharesOutstanding) }];
    });
    const flows = known.flatMap(({ observedOn, nav, shares }, i) => {
      const before = known[i - 1];
      return before === undefined || observedOn <= '2023-12-29' || observedOn > '2024-12-31' ? [] : [(shares - before.shares) * nav];
    });
    expect(flows).toHaveLength(252);
    expect(flows.reduce((total, flow) => total + flow, 0n)).toBe(-12_843_824_250_000_000_000n);
  });

  it('is refused for another fund or day, and when cut in half', () => {
    const bytes = file();
    expect(refusalsOf(() => ishares.read(bytes, { fund: 'IWN', observedOn: isoDate('2025-02-03') }))).toHaveLength(2);
    expect(refusalsOf(() => ishares.read(bytes.subarray(0, bytes.length / 2), {}))).toHaveLength(1);
  });
});

describeRealFiles("the issuer's workbook of SPY of 2024-03-19", () => {
  const read = () => ssga.read(realFile('holdings/ssga/holdings-daily-us-en-spy_2024-03.xlsx'), {}).reports.holdings?.[0];

  it('has 504 rows, one of which is cash', () => {
    const report = read();
    const lines = report?.lines ?? [];
    expect(report).toMatchObject({ fund: 'SPY', fundName: 'SPDR® S&P 500® ETF Trust', observedOn: '2024-03-19', sharesOutstanding: null });
    expect(lines).toHaveLength(504);
    expect(lines.filter(({ assetClass }) => assetClass !== AssetClass.EQUITY)).toMatchObject([
      { ticker: null, name: 'US DOLLAR', assetClass: AssetClass.CASH, publishedWeight: '0.00230834', shares: '1224888594.27' },
    ]);
    expect(sum(lines.flatMap(({ publishedWeight }) => publishedWeight ?? []))).toBe('1.00209028');
  });

  it('names the CUSIP of every row but the cash, and writes tickers as the issuer does', () => {
    const lines = read()?.lines ?? [];
    expect(lines.filter(({ identifiers }) => identifiers.cusip === null).map(({ name }) => name)).toEqual(['US DOLLAR']);
    expect(lines.find(({ ticker }) => ticker === 'BRK.B')).toMatchObject({
      ...{ name: 'BERKSHIRE HATHAWAY INC CL B', identifiers: { cusip: '084670702', isin: null, lei: null } },
      ...{ publishedWeight: '0.01723504', shares: '22210790', currency: 'USD' },
    });
  });
});
