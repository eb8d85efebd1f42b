import { isoDate } from '../../src/domain/isoDate';
import type { Told } from '../../src/sources/tellable';
import sp500 from '../../src/sources/definitions/sp500-constituents';
import { describeRealFiles, realFile } from '../support/realFiles';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';

const DAY = isoDate('2024-09-03');
const told: Told = { observedOn: DAY };

/** A file of so many invented members, of which some rows may be put otherwise. */
function members(count: number, others: Readonly<Record<number, string>> = {}, header = 'Symbol,Security,GICS Sector,CIK'): Buffer {
  const rows = Array.from({ length: count }, (_, i) => others[i + 2] ?? `Q${i},Company ${i},Energy,${i + 1}`);
  return Buffer.from(`${[header, ...rows].join('\n')}\n`);
}

const read = (bytes: Buffer, said: Told = told) => sp500.read(bytes, said).reports.constituents?.[0];
const refused = (bytes: Buffer, said: Told = told) => refusalsOf(() => sp500.read(bytes, said));
const reasons = (bytes: Buffer, said: Told = told) => refused(bytes, said).map(({ reason }) => reason);

describe('the list of S&P 500 members', () => {
  it('is about the day in its name, known on that day, with each member as the file words it', () => {
    const { bytes, told: named } = fixture('sp500-constituents', 'whole');
    const report = read(bytes, named);
    expect(report).toMatchObject({ index: 'SPX', observedOn: '2024-09-03', knownOn: '2024-09-03' });
    expect(report?.lines).toHaveLength(490);
    expect(report?.lines[2]).toEqual({
      ticker: 'QQ.B',
      name: 'Quince, Rowan & Sons (Class B)',
      sector: 'Consumer Staples',
      country: null,
      exchange: null,
      cik: '0000000275',
    });
    expect(report?.lines[3]?.cik).toBe('9000000001');
    expect(report?.lines[4]?.cik).toBeNull();
  });

  it('is read with the columns it had before 2024, and says nothing of what those lack', () => {
    const { bytes, told: said } = fixture('sp500-constituents', 'older-columns');
    const report = read(bytes, said);
    expect(report).toMatchObject({ observedOn: '2019-02-14' });
    expect(report?.lines).toHaveLength(480);
    expect(report?.lines[0]).toMatchObject({ ticker: 'QAAA', sector: 'Industrials', cik: null });
  });

  it.each(['symbol,security,gics_sector,cik', 'Ticker symbol,Security,GICS Sector,CIK', 'TICKER,Company,Sector,cik'])(
    'is read with the columns %s',
    (header) => {
      const report = read(members(500, {}, header));
      expect(report?.lines[7]).toMatchObject({ ticker: 'Q7', name: 'Company 7', sector: 'Energy', cik: '0000000008' });
    },
  );

  it('is about the day told where its name has none, and about the one day where both are', () => {
    expect(read(members(500), { ...told, fileName: 'constituents.csv' })?.observedOn).toBe(DAY);
    expect(read(members(500), { ...told, fileName: 'sp500_2024-09-03.csv' })?.observedOn).toBe(DAY);
  });

  it.each([480, 520])('may have %i members', (count) => {
    expect(read(members(count))?.lines).toHaveLength(count);
  });
});

describe('the list of S&P 500 members that cannot be read', () => {
  it.each([479, 521, 0])('is refused with %i members', (count) => {
    expect(reasons(members(count))).toEqual([
      `expected 480 to 520 members, found ${count}: the file was cut off, or is another`,
    ]);
  });

  it('is refused where nothing says its day, and says how to tell it', () => {
    expect(reasons(members(500), { fileName: 'constituents.csv' })).toEqual([
      'neither the file nor its name says which day: tell it, as in --observed-on 2024-09-03',
    ]);
  });

  it('is refused where name and caller differ, or the name has two days, or none that is real', () => {
    expect(reasons(members(500), { ...told, fileName: 'sp500_2024-09-29.csv' })).toEqual([
      "the file's name says 2024-09-29, not 2024-09-03 as was told",
    ]);
    expect(reasons(members(500), { fileName: 'sp500_2024-09-03_2024-09-29.csv' })).toEqual([
      "the file's name has two days, 2024-09-03 and 2024-09-29",
    ]);
    expect(reasons(members(500), { ...told, fileName: 'sp500_2024-09-31.csv' })).toEqual([
      "the file's name has 2024-09-31, which is no day",
    ]);
  });

  it('is refused for a symbol that stands twice or is empty, an empty name and a bad CIK, each with its place', () => {
    const file = members(500, {
      9: 'Q1,Company again,Energy,9',
      10: ',Nobody,Energy,9',
      11: 'QX,,Energy,9',
      12: 'QY,Yew,Energy,12a',
      13: 'QZ,Zelkova,Energy,0',
    });
    expect(refused(file)).toEqual([
      { line: 9, column: 'Symbol', reason: 'Q1 stands on line 3 already' },
      { line: 10, column: 'Symbol', reason: 'expected a symbol, found nothing' },
      { line: 11, column: 'Security', reason: 'expected a name, found nothing' },
      { line: 12, column: 'CIK', reason: 'expected a number of up to ten digits, not all zero, found "12a"' },
      { line: 13, column: 'CIK', reason: 'expected a number of up to ten digits, not all zero, found "0"' },
    ]);
  });

  it('is refused without symbols or names', () => {
    expect(reasons(members(500, {}, 'Firm,Security,GICS Sector,CIK'))).toEqual([
      'expected the columns Symbol and Security (or Name), found Firm, Security, GICS Sector, CIK',
    ]);
  });
});

describeRealFiles('the lists of S&P 500 members of three days of 2024', () => {
  const tickersOn = (day: string): readonly string[] => {
    const fileName = `sp500_constituents_${day}.csv`;
    return read(realFile(`constituents/${fileName}`), { fileName })?.lines.map(({ ticker }) => ticker) ?? [];
  };
  const without = (some: readonly string[], others: readonly string[]) => some.filter((ticker) => !others.includes(ticker)).sort();

  it.each(['2024-06-03', '2024-09-03', '2024-09-29'])('have 503 members on %s', (day) => {
    expect(new Set(tickersOn(day)).size).toBe(503);
  });

  it('take in DELL, ERIE and PLTR in September, for AAL, BIO and ETSY', () => {
    const [before, after] = [tickersOn('2024-09-03'), tickersOn('2024-09-29')];
    expect(without(after, before)).toEqual(['DELL', 'ERIE', 'PLTR']);
    expect(without(before, after)).toEqual(['AAL', 'BIO', 'ETSY']);
  });

  it('give 3M its number at the SEC and its sector, and two classes of Alphabet one number', () => {
    const lines = read(realFile('constituents/sp500_constituents_2024-09-03.csv'))?.lines ?? [];
    expect(lines[0]).toMatchObject({ ticker: 'MMM', name: '3M', sector: 'Industrials', country: null, cik: '0000066740' });
    expect(lines.filter(({ cik }) => cik === '0001652044').map(({ ticker }) => ticker)).toEqual(['GOOGL', 'GOOG']);
  });

  it('are refused when cut in half', () => {
    const bytes = realFile('constituents/sp500_constituents_2024-06-03.csv');
    expect(reasons(bytes.subarray(0, bytes.length / 2)).at(-1)).toMatch(/^expected 480 to 520 members, found 25\d: /);
  });
});
