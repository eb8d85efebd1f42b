import fc from 'fast-check';
import { Closes } from '../../src/domain/closes';
import { addDays, isoDate } from '../../src/domain/isoDate';
import type { Source } from '../../src/sources/defineSource';
import closeCsv from '../../src/sources/definitions/close-csv';
import ohlcv from '../../src/sources/definitions/ohlcv-csv';
import stooq from '../../src/sources/definitions/stooq';
import type { Told } from '../../src/sources/tellable';
import { refusalsOf } from './refusalsOf';

const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const reportOf = (source: Source, file: Buffer, told: Told) => source.read(file, told).reports.closes?.[0];
const refused = (source: Source, file: Buffer, told: Told) => refusalsOf(() => source.read(file, told)).map(({ line, column, reason }) => [line, column, reason]);

const BARS = 'Date,Open,High,Low,Close,Adj Close,Volume';

describe('a file of daily prices', () => {
  it.each([
    ['stooq', stooq, 'iwm_us_d.csv', 'IWM'],
    ['stooq', stooq, 'brk-b_us_d.csv', 'BRK-B'],
    ['stooq', stooq, '^spx_d.csv', '^SPX'],
    ['close-csv', closeCsv, 'IWM.csv', 'IWM'],
    ['ohlcv-csv', ohlcv, 'BRK.B.csv', 'BRK.B'],
  ])('of %s that is named as they are says its symbol', (_, source, fileName, symbol) => {
    const file = csv(source === closeCsv ? 'Date,Close' : 'Date,Open,High,Low,Close,Volume', source === closeCsv ? '2024-06-28,1.5' : '2024-06-28,1,2,1,1.5,10');
    expect(reportOf(source, file, { fileName, closes: Closes.RAW })).toMatchObject({ symbol, closes: 'RAW', days: [{ observedOn: '2024-06-28', close: '1.5' }] });
  });

  it('is refused where neither its name nor the caller says the symbol, or both say different ones', () => {
    const file = csv('Date,Close', '2024-06-28,1.5');
    expect(refused(closeCsv, file, { fileName: 'prices.csv', closes: Closes.RAW })).toEqual([
      [null, null, 'the file does not say which symbol: tell it, as in --symbol IWM, or name the file as in IWM.csv'],
    ]);
    expect(refused(closeCsv, file, { fileName: 'IWM.csv', symbol: 'SPY', closes: Closes.RAW })).toEqual([[null, null, "expected SPY as was told, found IWM in the file's name"]]);
  });

  it('is refused where nobody says what its closes are, but for stooq, whose closes are mixed', () => {
    const why = 'the file does not say what its closes are: tell it, as in --closes RAW|SPLIT_ADJUSTED|TOTAL_RETURN|MIXED';
    expect(refused(closeCsv, csv('Date,Close', '2024-06-28,1.5'), { fileName: 'IWM.csv' })).toEqual([[null, null, why]]);
    expect(refused(ohlcv, csv(BARS, '2024-06-28,1,2,1,1.5,1.5,10'), { fileName: 'IWM.csv' })).toEqual([[null, null, why]]);
    expect(reportOf(stooq, csv('Date,Open,High,Low,Close', '2024-06-28,1,2,1,1.5'), { fileName: 'iwm_us_d.csv' })).toMatchObject({ closes: 'MIXED' });
  });

  it('is refused for columns that are lacking or that nobody knows', () => {
    expect(refused(closeCsv, csv('Date,Close,Signal', '2024-06-28,1.5,2'), { fileName: 'IWM.csv', closes: Closes.RAW })).toEqual([[null, null, 'expected the columns Date, Close or Value, found Date, Close, Signal']]);
    expect(refused(closeCsv, csv('Date,Close,Value', '2024-06-28,1.5,2'), { fileName: 'IWM.csv', closes: Closes.RAW })).toHaveLength(1);
    expect(refused(stooq, csv('Exceeded the daily hits limit'), { fileName: 'iwm_us_d.csv' })).toEqual([
      [null, null, 'expected the columns Date, Open, High, Low, Close, and perhaps Volume, OpenInt, found Exceeded the daily hits limit'],
    ]);
  });

  it('is refused for days and closes that are none, and a day that stands twice', () => {
    const file = csv('Date,Close', '2024-06-31,1', '2024-06-28,0', '2024-06-27,', ',1', '2024-06-26,1', '2024-06-26 04:00:00+00:00,1');
    expect(refused(closeCsv, file, { fileName: 'IWM.csv', closes: Closes.RAW })).toEqual([
      [2, 'Date', 'expected a day written YYYY-MM-DD, or a moment such as 2024-09-27 04:00:00+00:00, found "2024-06-31"'],
      [3, 'Close', 'expected a number above zero, found "0"'],
      [4, 'Close', 'expected a number above zero, found nothing'],
      [5, 'Date', 'expected a day, found nothing'],
      [7, 'Date', '2024-06-26 stands on line 6 already'],
    ]);
  });

  it('may not be told to be adjusted where an adjusted close beside it says otherwise', () => {
    const file = csv(BARS, '2024-06-27,1,2,1,1.5,1.50,10', '2024-06-28,1,2,1,1.6,1.5,10');
    expect(refused(ohlcv, file, { fileName: 'IWM.csv', closes: Closes.TOTAL_RETURN })).toEqual([
      [3, 'Close', 'expected 1.5 as Adj Close says, since these closes are told to be adjusted, found "1.6"'],
    ]);
    expect(reportOf(ohlcv, file, { fileName: 'IWM.csv', closes: Closes.RAW })?.days).toHaveLength(2);
  });

  it('is read without days on which nothing was traded, but with flat ones on which something was', () => {
    const file = csv(BARS, '2023-04-11,24.17,24.17,24.17,24.17,24.17,200.0', '2023-04-12,24.17,24.17,24.17,24.17,24.17,0.0', '2023-04-13,24.17,24.18,24.17,24.18,24.18,0');
    const { reports, leftOut } = ohlcv.read(file, { fileName: 'MAGS.csv', closes: Closes.TOTAL_RETURN });
    expect(reports.closes?.[0]?.days.map(({ observedOn }) => observedOn)).toEqual(['2023-04-11', '2023-04-13']);
    expect(leftOut).toEqual([{ line: 3, column: null, reason: 'nothing was traded on 2023-04-12: flat bars without volume' }]);
  });

  it('reads back what was written, whatever ends its lines and however its days are written', () => {
    const row = fc.record({ day: fc.nat(80), cents: fc.integer({ min: 1, max: 10 ** 9 }), volume: fc.integer({ min: 1, max: 10 ** 9 }) });
    const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 30, selector: ({ day }) => day });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), (written, eol, hasMoment, hasBom) => {
        // New York was four hours behind UTC on all of these days.
        const dayOf = (n: number) => addDays(isoDate('2024-05-01'), n);
        const textOf = (n: number) => (hasMoment ? `${dayOf(n)} 04:00:00+00:00` : dayOf(n));
        const lines = written.map(({ day, cents, volume }) => [textOf(day), 1, 2, 1, (cents / 100).toFixed(2), volume].join(','));
        const file = Buffer.from(`${hasBom ? '\ufeff' : ''}${['Date,Open,High,Low,Close,Volume', ...lines].join(eol)}${eol}`);
        const expected = written.map(({ day, cents }) => ({ observedOn: dayOf(day), knownOn: null, close: (cents / 100).toFixed(2) }));
        for (const source of [stooq, ohlcv]) expect(reportOf(source, file, { symbol: 'IWM', closes: Closes.MIXED })?.days).toEqual(expected);
      }),
    );
  });
});
