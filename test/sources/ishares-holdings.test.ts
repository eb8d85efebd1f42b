import { AssetClass } from '../../src/domain/assetClass';
import ishares from '../../src/sources/definitions/ishares-holdings';
import type { HoldingLine } from '../../src/sources/HoldingsReport';
import { fixture } from './fixtures';
import { aShare, COLUMNS, isharesFile, isharesLines } from './isharesFile';
import { isharesReport } from './readIshares';

/** A file with this one share, and another that brings the weights to 100 %. */
const lineOf = (cells: Record<string, string>): HoldingLine | undefined =>
  isharesReport(isharesFile({ rows: [aShare(cells), aShare({ Ticker: 'ELSE' })] })).lines[0];

describe('an iShares holdings file', () => {
  it('gives every row as a line, with its own day, fund and shares outstanding', () => {
    const { bytes } = fixture('ishares-holdings', 'whole-page');
    const { rowsRead, reports: { holdings: reports = [] } } = ishares.read(bytes, {});
    expect(rowsRead).toBe(13);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ fund: 'IWM', fundName: 'iShares Russell 2000 ETF', observedOn: '2025-02-03', knownOn: null });
    expect(reports[0]?.sharesOutstanding).toBe('1250000.00');
    expect(reports[0]?.lines.map(({ ticker }) => ticker)).toEqual(
      'QRRY CASH XTSLA MSFUT ADRO ADRO - - P1N234 LAST CAD RTYH5 USD'.split(' ').map((ticker) => (ticker === '-' ? null : ticker)),
    );
  });

  it.each([
    ['Equity', AssetClass.EQUITY],
    ['Money Market', AssetClass.MONEY_MARKET],
    ['Cash', AssetClass.CASH],
    ['Cash Collateral and Margins', AssetClass.CASH_COLLATERAL],
    ['Futures', AssetClass.FUTURE],
    ['Fixed Income', AssetClass.FIXED_INCOME],
    ['FX', AssetClass.FORWARD],
    ['Forwards', AssetClass.FORWARD],
    ['Swaps', AssetClass.SWAP],
    ['Options', AssetClass.OPTION],
    ['EQUITY', AssetClass.EQUITY],
    ['Something New', AssetClass.OTHER],
    ['-', AssetClass.OTHER],
  ])('calls "%s" %s, whatever the ticker', (word, assetClass) => {
    expect(lineOf({ Ticker: 'USD', 'Asset Class': word })).toMatchObject({ ticker: 'USD', assetClass });
  });

  it('tells a gap from a zero, and keeps every digit', () => {
    expect(lineOf({ Ticker: '-', Sector: '-', Price: '0.00', Quantity: '-1,234,567.00', 'Notional Value': '', 'Market Value': '-0.01' })).toMatchObject({
      ticker: null,
      sector: null,
      price: '0.00',
      shares: '-1234567.00',
      notionalValue: null,
      marketValue: '-0.01',
      publishedWeight: '0.5000',
    });
  });

  it('counts shares in the column Shares as in Quantity', () => {
    const columns = COLUMNS.map((column) => (column === 'Quantity' ? 'Shares' : column));
    const rows = [aShare({ Shares: '7.00' }), aShare({ Shares: '8.00' })];
    expect(isharesReport(isharesFile({ columns, rows })).lines.map(({ shares }) => shares)).toEqual(['7.00', '8.00']);
  });

  it('reads the file of a bond fund, which has CUSIP and ISIN in place of tickers, and principal in place of shares', () => {
    const columns = ['Name', ...COLUMNS.slice(2, 7), 'Par Value', 'CUSIP', 'ISIN', 'SEDOL', 'Price', 'Location', 'Currency', 'Duration'];
    const bond = { Name: 'TREASURY NOTE', 'Asset Class': 'Fixed Income', 'Par Value': '51,000.00', SEDOL: 'BSD5S14', Duration: '0.15' };
    const rows = [aShare({ ...bond, CUSIP: '74799Q102', ISIN: 'US74799Q1022' }), aShare({ ...bond, CUSIP: '74799Q103' })];
    const { fund, lines } = isharesReport(isharesFile({ columns, rows }));
    expect(fund).toBe('IWM');
    expect(lines.map(({ ticker, shares, assetClass, identifiers }) => [ticker, shares, assetClass, identifiers])).toEqual([
      [null, null, AssetClass.FIXED_INCOME, { cusip: '74799Q102', isin: 'US74799Q1022', lei: null }],
      [null, null, AssetClass.FIXED_INCOME, { cusip: null, isin: null, lei: null }],
    ]);
    expect(lines[0]).toMatchObject({ price: '100.00', marketValue: '50000.00', publishedWeight: '0.5000', country: 'United States' });
  });

  it('keeps duplicated rows', () => {
    const report = isharesReport(isharesFile({ rows: [aShare(), aShare()] }));
    expect(report.lines[0]).toEqual(report.lines[1]);
    expect(report.lines).toHaveLength(2);
  });

  it('may have a line break and a blank line inside a quoted cell', () => {
    const rows = [aShare({ Name: 'TWO\n\nLINES INC' }), aShare({ Ticker: 'ELSE' })];
    expect(isharesReport(isharesFile({ rows })).lines.map(({ name }) => name)).toEqual(['TWO\n\nLINES INC', 'QUARRY HILL STONE INC']);
  });

  it('may end inside its prose, and may have lost it', () => {
    const whole = isharesReport(isharesFile());
    expect(isharesReport(Buffer.from(isharesLines().slice(0, -1).join('\n')))).toEqual(whole);
    expect(isharesReport(isharesFile({ footer: [] }))).toEqual(whole);
    expect(isharesReport(isharesFile({ footer: [''] }))).toEqual(whole);
    expect(isharesReport(isharesFile({ footer: [',,,,', 'Prose, without quotes.'] }))).toEqual(whole);
  });

  it('may give market values without weights, and weights without market values', () => {
    const without = (lacking: string) => COLUMNS.filter((column) => column !== lacking);
    expect(isharesReport(isharesFile({ columns: without('Weight (%)') })).lines[0]).toMatchObject({ marketValue: '50000.00', publishedWeight: null });
    expect(isharesReport(isharesFile({ columns: without('Market Value') })).lines[0]).toMatchObject({ marketValue: null, publishedWeight: '0.5000' });
  });
});
