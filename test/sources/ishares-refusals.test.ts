import ishares from '../../src/sources/definitions/ishares-holdings';
import { aShare, COLUMNS, isharesFile, isharesLines, PREAMBLE } from './isharesFile';
import { isharesReasons, isharesRefusals, isharesReport } from './readIshares';
import { refusalsOf } from './refusalsOf';

describe('an iShares file that cannot be read', () => {
  it('is refused with the line and column of each fault, all at once', () => {
    const rows = [aShare(), aShare({ Price: '1.2.3' }), aShare({ 'Market Value': '(5.00)', 'Weight (%)': '0.00' }), aShare({ Name: '', 'Weight (%)': '0.00' })];
    expect(isharesRefusals({ rows })).toEqual([
      { line: 12, column: 'Price', reason: 'expected a number, found "1.2.3"' },
      { line: 13, column: 'Market Value', reason: 'expected a number, found "(5.00)"' },
      { line: 14, column: 'Name', reason: 'expected a name, found nothing' },
    ]);
  });

  it('lists a hundred faults, and says how many more there are', () => {
    const refusals = isharesRefusals({ rows: Array.from({ length: 250 }, () => aShare({ Price: 'x', 'Weight (%)': '0.40' })) });
    expect(refusals).toHaveLength(100);
    expect(refusals[98]).toMatchObject({ line: 109, column: 'Price' });
    expect(refusals[99]).toEqual({ line: null, column: null, reason: 'and 151 more refusals' });
  });

  it('is refused if a row has another width than the header', () => {
    const lines = isharesLines({ rows: [aShare(), aShare(), aShare({ 'Weight (%)': '0.00' })] });
    lines[12] = '"LOST","LOST CELLS INC"';
    expect(refusalsOf(() => ishares.read(Buffer.from(lines.join('\r\n')), {}))).toEqual([
      { line: 13, column: null, reason: 'expected 15 columns, found 2' },
    ]);
  });

  it('is refused if a row stands below the end of the table', () => {
    const lines = isharesLines();
    lines.splice(11, 0, '');
    expect(refusalsOf(() => ishares.read(Buffer.from(lines.join('\n')), {}))).toEqual([
      { line: 13, column: null, reason: 'a row stands below the end of the table' },
    ]);
  });

  it.each([
    ['98.99', 'the table: the weights sum to 98.99 %, outside 99 to 101 %: lines are missing, or too many'],
    ['101.01', 'the table: the weights sum to 101.01 %, outside 99 to 101 %: lines are missing, or too many'],
  ])('is refused if its weights sum to %s %%', (weight, reason) => {
    expect(isharesReasons({ rows: [aShare({ 'Weight (%)': weight })] })).toEqual([reason]);
  });

  it.each(['99.00', '101.00'])('is read if its weights sum to %s %%', (weight) => {
    expect(isharesReport(isharesFile({ rows: [aShare({ 'Weight (%)': weight })] })).lines).toHaveLength(1);
  });

  it('is refused if neither all market values nor all weights are given', () => {
    const rows = [aShare({ 'Market Value': '-' }), aShare(), aShare({ 'Weight (%)': '-' })];
    expect(isharesReasons({ rows })).toEqual([
      'the table: neither is every market value given (1 lack it, first on line 11) nor every weight (1 lack it, first on line 13)',
    ]);
  });

  it('is refused without a row, and without a header', () => {
    expect(isharesReasons({ rows: [] })).toEqual(['the table: there is no row below the header']);
    expect(refusalsOf(() => ishares.read(Buffer.from(PREAMBLE.join('\n')), {}))[0]?.reason).toBe(
      'expected a line with the column Ticker, or Name and Asset Class, found none',
    );
  });

  it('is refused if a column is lacking or named twice', () => {
    expect(isharesRefusals({ columns: ['Ticker', 'Name', 'Price'] })[0]).toEqual({
      line: 10,
      column: null,
      reason: 'expected the columns Asset Class, Market Value or Weight (%), found Ticker, Name, Price',
    });
    expect(isharesRefusals({ columns: [...COLUMNS, 'Price'] })).toEqual([{ line: 10, column: 'Price', reason: 'the column is named twice' }]);
  });

  it('is refused wherever its table is cut, until what is lost weighs less than one percent', () => {
    const rows = Array.from({ length: 50 }, (_, i) => aShare({ Ticker: `T${i}`, 'Weight (%)': '2.00' }));
    const bytes = isharesFile({ rows, footer: [] });
    const header = bytes.indexOf('Ticker,Name');
    for (let end = header; end < bytes.length; end += 7) {
      expect({ end, refusals: refusalsOf(() => ishares.read(bytes.subarray(0, end), {})).length > 0 }).toEqual({ end, refusals: true });
    }
  });
});
