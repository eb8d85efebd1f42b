import earnings from '../../src/sources/definitions/alphavantage-earnings';
import { isoDate } from '../../src/domain/isoDate';
import type { EstimateLine } from '../../src/sources/EstimatesReport';
import type { Told } from '../../src/sources/tellable';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';

const HEADER = 'fiscalDateEnding,reportedDate,reportedEPS,estimatedEPS,surprise,surprisePercentage';

const csv = (...rows: readonly string[]): Buffer => Buffer.from([HEADER, ...rows].join('\n'));
const json = (...rows: readonly object[]): Buffer => Buffer.from(JSON.stringify({ symbol: 'QRRY', quarterlyEarnings: rows }));
const lines = (bytes: Buffer, told: Told = { symbol: 'QRRY' }): readonly EstimateLine[] => earnings.read(bytes, told).reports.estimates?.flatMap((report) => report.lines) ?? [];
const refused = (bytes: Buffer, told: Told = { symbol: 'QRRY' }) => refusalsOf(() => earnings.read(bytes, told));

describe("Alpha Vantage's earnings", () => {
  it('take actual and estimate from one row, the estimate by itself as it stood the day before', () => {
    const said = { ticker: 'QRRY', name: null, cik: null, periodEnd: '2024-06-30', reportOn: '2024-08-01', estimate: '0.5', currency: null, knownOn: null };
    expect(lines(csv('2024-06-30,2024-08-01,0.525,0.5,0.025,5'))).toEqual([
      { ...said, actual: null, observedOn: '2024-07-31' },
      { ...said, actual: '0.525', observedOn: '2024-08-01' },
    ]);
  });

  it('have no estimate where it is None, whatever the surprise says, and zero where it is 0', () => {
    expect(lines(csv('2010-06-30,2010-08-05,-0.0271,None,0,None'))).toMatchObject([{ estimate: null, actual: '-0.0271', observedOn: '2010-08-05' }]);
    expect(lines(csv('2010-06-30,2010-08-05,0,0,0,None')).at(-1)).toMatchObject({ estimate: '0', actual: '0' });
  });

  it('whose day of download is told say nothing of the day before a report', () => {
    expect(lines(csv('2024-06-30,2024-08-01,0.525,0.5,0.025,5'), { symbol: 'QRRY', knownOn: isoDate('2024-09-01') })).toMatchObject([{ actual: '0.525', observedOn: '2024-08-01' }]);
  });

  it('of a quarter that is not reported are of the day of the download', () => {
    const { bytes, told } = fixture('alphavantage-earnings', 'answer');
    expect(lines(bytes, told)[0]).toMatchObject({ ticker: 'QRRY', periodEnd: '2024-09-30', reportOn: '2024-10-31', estimate: '0.61', actual: null, observedOn: null });
  });

  it('are of the company that the answer, the caller or the name of the file tells', () => {
    const row = '2024-06-30,2024-08-01,0.525,0.5,0.025,5';
    expect(lines(csv(row), { fileName: 'BRK-B.csv' })[0]?.ticker).toBe('BRK-B');
    expect(lines(csv(row), { symbol: 'QRRY', fileName: 'earnings of june.csv' })[0]?.ticker).toBe('QRRY');
    expect(refused(csv(row), { fileName: 'earnings of june.csv' })[0]?.reason).toContain('--symbol AAPL');
    expect(refused(json({ fiscalDateEnding: '2024-06-30', reportedDate: '2024-08-01', reportedEPS: '1', estimatedEPS: '1' }), { symbol: 'OTHER' })[0]?.reason).toBe(
      'the file is about QRRY, not about OTHER as was told',
    );
  });

  it('are read to the last row where no newline ends it', () => {
    const { bytes, told } = fixture('alphavantage-earnings', 'csv');
    expect(bytes.at(-1)).not.toBe('\n'.charCodeAt(0));
    expect(lines(bytes, told).at(-1)).toMatchObject({ periodEnd: '2023-06-30', actual: '-0.0271' });
  });

  it.each([
    ['a day that is none', csv('2024-06-31,2024-08-01,1,1,0,0'), 'fiscalDateEnding', 'expected a day written YYYY-MM-DD, found "2024-06-31"'],
    ['no day of the report', csv('2024-06-30,,1,1,0,0'), 'reportedDate', 'expected a day written YYYY-MM-DD, found nothing'],
    ['a number that is none', csv('2024-06-30,2024-08-01,NaN,1,0,0'), 'reportedEPS', 'expected a number or None, found "NaN"'],
    ['a quarter that stands twice', csv('2024-06-30,2024-08-01,1,1,0,0', '2024-06-30,2024-08-01,1,1,0,0'), 'fiscalDateEnding', 'the quarter that ends on 2024-06-30 stands in the file already'],
    ['rows without numbers', csv('2024-06-30,2024-08-01,None,None,0,None'), null, 'no row has an estimate or earnings'],
    ['other columns', Buffer.from('Date,Close\n2024-06-30,1\n'), null, 'expected the columns fiscalDateEnding, reportedDate, reportedEPS, estimatedEPS, found Date, Close'],
    ['an answer that tells of a limit', Buffer.from('{"Information": "25 requests a day"}'), null, 'expected a list of quarterlyEarnings, found 25 requests a day'],
    ['an empty answer', Buffer.from('{}'), null, 'expected a list of quarterlyEarnings, found nothing'],
  ])('are refused for %s', (_, bytes, column, reason) => {
    const [refusal] = refused(bytes);
    expect(refusal).toMatchObject({ column, reason });
  });
});
