import type { IsoDate } from '../../src/domain/isoDate';
import { securityKeys } from '../../src/domain/securityKey';
import { DAYS, realIsharesReport } from '../sources/realIsharesFiles';
import { describeRealFiles } from '../support/realFiles';

describeRealFiles("the keys in the issuer's five files of IWM", () => {
  const reports = new Map<IsoDate, ReadonlyMap<string, string>>();

  beforeAll(() => {
    for (const day of DAYS) {
      const { lines } = realIsharesReport(day);
      reports.set(day, new Map(securityKeys(day, lines).map((key, i) => [key, lines[i]?.name ?? ''])));
    }
  });

  const keysOf = (day: IsoDate | undefined): string[] => [...(day === undefined ? [] : (reports.get(day)?.keys() ?? []))];
  const heldBy = (key: string) => DAYS.filter((day) => reports.get(day)?.has(key));

  it('are one a row, but for two rows that are alike in all', () => {
    expect(DAYS.map((day) => keysOf(day).length)).toEqual([1986, 1944, 1967, 1957, 1941]);
  });

  /** As the files' tickers come and go (87 and 44, 237 and 262, 43 and 33, 38 and 23), less the changes that the table knows. */
  it.each([
    [0, 71, 29],
    [1, 226, 249],
    [2, 32, 22],
    [3, 31, 15],
  ])('from file %i to the next: %i leave, %i enter', (i, leave, enter) => {
    const [before, after] = [keysOf(DAYS[i]), keysOf(DAYS[i + 1])];
    expect(before.filter((key) => !after.includes(key))).toHaveLength(leave);
    expect(after.filter((key) => !before.includes(key))).toHaveLength(enter);
  });

  it('of two share classes, and of two companies of one name, are two in every file', () => {
    const twins = ['BATRA', 'BATRK', 'FBP', 'FBNC', 'INDB', 'IBCP', 'ADRO:CHINOOK THERAPEUTICS INC', 'ADRO:CHINOOK THERAPEUTICS INC CVR'];
    for (const twin of twins) expect([twin, heldBy(`EQUITY:${twin}`)]).toEqual([twin, DAYS]);
  });

  it.each(['KAR', 'HTBI', 'CLSK', 'NXT', 'CIFR', 'METC', 'CSWI', 'RYI', 'MODG', 'NYCB', 'CASH'])('of %s are one through all five', (ticker) => {
    expect(heldBy(`EQUITY:${ticker}`)).toEqual(DAYS);
  });

  it('of RNA are two: Avidity, then Atrium', () => {
    expect(heldBy('EQUITY:RNA')).toEqual(DAYS.slice(0, 4));
    expect(heldBy('EQUITY:RNA@2026-02-28')).toEqual(DAYS.slice(4));
    expect(DAYS.map((day) => reports.get(day)?.get('EQUITY:RNA@2026-02-28')).at(-1)).toMatch(/^ATRIUM/);
  });

  it('never name a security by a ticker that it took later', () => {
    const renamedAway = ['OPLN', 'HTB', 'CLSKW', 'METCV', 'CSW', 'RYZ', 'CALY', 'FLG', 'TSEOF', 'MRDN', 'BBBY'];
    expect(renamedAway.filter((ticker) => heldBy(`EQUITY:${ticker}`).length > 0)).toEqual([]);
  });
});
