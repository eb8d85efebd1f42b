import { isoDate } from '../../src/domain/isoDate';
import { isharesFile, PREAMBLE } from './isharesFile';
import { isharesReasons, isharesRefusals, isharesReport } from './readIshares';

const told = { fund: 'IWM', observedOn: isoDate('2024-09-27') };

describe('the fund and day of an iShares file', () => {
  const stripped = { preamble: [] };

  it('are told where the preamble was stripped', () => {
    expect(isharesReport(isharesFile(stripped), { ...told, fund: 'iwm' })).toMatchObject({
      fund: 'IWM',
      fundName: null,
      observedOn: '2024-09-27',
      sharesOutstanding: null,
    });
  });

  it('are both asked for where neither is said nor told', () => {
    expect(isharesReasons(stripped)).toEqual([
      'the file does not say which fund nor which day: tell it, as in --fund IWM --observed-on 2024-09-27',
    ]);
  });

  it('are asked for one at a time', () => {
    expect(isharesReasons(stripped, { fund: 'IWM' })).toEqual(['the file does not say which day: tell it, as in --observed-on 2024-09-27']);
    expect(isharesReasons({ preamble: PREAMBLE.slice(0, 1) })).toEqual(['the file does not say which day: tell it, as in --observed-on 2024-09-27']);
    expect(isharesReasons({ preamble: PREAMBLE.slice(1) })).toEqual(['the file does not say which fund: tell it, as in --fund IWM']);
    expect(isharesReasons({ preamble: ['iShares Imaginary ETF', ...PREAMBLE.slice(1)] })).toEqual([
      'the file does not say which fund "iShares Imaginary ETF" is: tell it, as in --fund IWM',
    ]);
  });

  it('are not taken from a label that we do not know', () => {
    expect(isharesReasons({ preamble: ['Number of Holdings,"2"', ...PREAMBLE.slice(1)] })).toEqual([
      'the file does not say which fund: tell it, as in --fund IWM',
    ]);
  });

  it('are asked for where the issuer leaves the day open', () => {
    const preamble = [PREAMBLE[0] ?? '', 'Fund Holdings as of,"-"'];
    expect(isharesReasons({ preamble })).toEqual(['the file does not say which day: tell it, as in --observed-on 2024-09-27']);
  });

  it('are not taken from a label that says nothing', () => {
    expect(isharesReasons({ preamble: ['Fund Holdings as of,', 'Stock,'] })).toEqual([
      'the file does not say which fund nor which day: tell it, as in --fund IWM --observed-on 2024-09-27',
    ]);
  });

  it('may be told as well as said, if both agree', () => {
    expect(isharesReport(isharesFile(), { fund: 'IWM', observedOn: isoDate('2025-02-03') })).toEqual(isharesReport(isharesFile()));
  });

  it('are refused where what is told differs from what is said', () => {
    expect(isharesReasons({}, { fund: 'IJR', observedOn: isoDate('2025-02-04') })).toEqual([
      'the file is about "iShares Russell 2000 ETF", not about IJR as was told',
      'the file is about 2025-02-03, not about 2025-02-04 as was told',
    ]);
  });

  it('are refused where a fund of another name is told', () => {
    const preamble = ['iShares Imaginary ETF', ...PREAMBLE.slice(1)];
    expect(isharesReasons({ preamble }, { fund: 'IWM' })).toEqual(['the file is about "iShares Imaginary ETF", not about IWM as was told']);
    expect(isharesReport(isharesFile({ preamble }), { fund: 'IMAG' })).toMatchObject({ fund: 'IMAG', fundName: 'iShares Imaginary ETF' });
  });

  it.each(['Feb 03, 2025', 'February 3, 2025', '03-Feb-2025', '2025-02-03'])('give the day written "%s"', (day) => {
    const preamble = [PREAMBLE[0] ?? '', `Fund Holdings as of,"${day}"`];
    expect(isharesReport(isharesFile({ preamble })).observedOn).toBe('2025-02-03');
  });

  it('are refused where a shipped fund of another issuer is told of a stripped file', () => {
    expect(isharesReasons(stripped, { ...told, fund: 'VTWO' })).toEqual([
      'the file is of a fund of BlackRock, not of VTWO, a fund of Vanguard, as was told',
    ]);
  });

  it.each(['Sept 27, 2024', 'sep 27, 2024', 'Feb 30, 2025', '09/27/2024', 'Sep 27 2024'])('are refused where the day is "%s"', (day) => {
    expect(isharesRefusals({ preamble: [PREAMBLE[0] ?? '', `Fund Holdings as of,"${day}"`] })).toEqual([
      { line: 2, column: 'Fund Holdings as of', reason: `expected a day such as "May 13, 2025", found "${day}"` },
    ]);
  });
});
