import { type Explained, holdingsTables } from '../../src/cli/explain/holdingsTables';
import { type Column, table } from '../../src/cli/table';

const COLUMNS: readonly Column[] = [{ header: 'ticker' }, { header: 'name', isCut: true }, { header: 'weight\n%', isNumber: true }];

const set = (rows: readonly (readonly string[])[], width: number) => table(COLUMNS, rows, width);

describe('a table', () => {
  it('sets text to the left and numbers to the right, below headers that stand on one line at the bottom', () => {
    expect(set([['A', 'ALPHA', '1.5'], ['BETA', 'B', '-12.5']], 100)).toEqual([
      '               weight',
      'ticker  name        %',
      'A       ALPHA     1.5',
      'BETA    B       -12.5',
    ]);
  });

  it('cuts the one column that may be cut, and no space stands before the mark', () => {
    const cut = (width: number) => set([['A', 'A NAME OF SOME KIND', '1']], width).at(-1);
    expect(cut(31)).toBe('A       A NAME OF SOME…       1');
    expect(cut(30)).toBe('A       A NAME OF SOM…       1');
    expect(cut(27)).toBe('A       A NAME OF…        1');
    expect(cut(26)).toBe('A       A NAME OF…       1');
  });

  it('stays as it is where it just fits', () => {
    expect(set([['A', 'A NAME OF SOME KIND', '1']], 35).at(-1)).toBe('A       A NAME OF SOME KIND       1');
    expect(set([['A', 'A NAME OF SOME KIND', '1']], 34).at(-1)).toBe('A       A NAME OF SOME KI…       1');
  });

  it('leaves eight characters of a name, and every number, however narrow the terminal', () => {
    expect(set([['A', 'A NAME OF SOME KIND', '123456']], 10).at(-1)).toBe('A       A NAME…   123456');
    expect(set([['A', 'SHORT', '123456']], 10).at(-1)).toBe('A       SHORT  123456');
  });

  it('counts a character of two units as one, and cuts none in half', () => {
    expect(set([['A', '𝔸𝔹ℂ𝔻𝔼𝔽𝔾ℍ𝕀𝕁', '1']], 25).slice(-1)).toEqual(['A       𝔸𝔹ℂ𝔻𝔼𝔽𝔾ℍ…       1']);
  });

  it('writes control characters out, and counts them as they are written', () => {
    expect(set([['A', '\u001b[2J\n', '1'], ['B', 'EIGHTEEN LETTERS..', '2']], 100)).toEqual([
      '                            weight',
      'ticker  name                     %',
      'A       \\u{1b}[2J\\u{a}           1',
      'B       EIGHTEEN LETTERS..       2',
    ]);
  });

  it('leaves no space at the end of a line', () => {
    expect(table([{ header: 'a' }, { header: 'b' }], [['1', ''], ['', '22']], 100)).toEqual(['a  b', '1', '   22']);
  });
});

describe('the changes of a fund', () => {
  const document = (observedOn: string) => ({
    ...{ observedOn, knownOn: observedOn, knownOnBasis: 'VINTAGE', provenOn: observedOn, positions: 1 },
    source: { publisher: 'Publisher', fileName: 'file.csv', isSimulated: false },
  });

  type Change = NonNullable<Explained['holdingChanges']['changes']>['nodes'][number];

  const change = (said: Partial<Change>): Change => ({
    ...{ kind: 'DRIFTED', security: { symbol: 'ONE', name: 'ONE INC' }, sharesBefore: null, sharesAfter: null },
    ...{ weightBefore: null, weightAfter: null, drift: null, traded: null, suspectedSplit: null },
    ...said,
  });

  const explained = (nodes: readonly Change[], name = 'TOY FUND'): Explained => ({
    ...{ symbol: 'TOY', name, snapshot: { observedOn: '2025-04-03' } },
    holdingChanges: {
      ...{ from: document('2025-03-03'), to: document('2025-04-03'), summary: [], turnover: 0.5, coverage: 1 },
      changes: { totalCount: 1234, nodes },
    },
  });

  const lines = (nodes: readonly Change[], name?: string) =>
    holdingsTables(explained(nodes, name), { asOf: null, knowledge: 'ANY', kinds: null }, 100);

  it.each([
    [2, '2:1'],
    [1.5, '3:2'],
    [15, '15:1'],
    [0.066_666_666_666_666_67, '1:15'],
    [0.333_333_333_3, '1:3'],
    [0.666_666_666_7, '2:3'],
    [0.02, '1:50'],
  ])('tell a suspected split of %d as %s', (suspectedSplit, words) => {
    expect(lines([change({ suspectedSplit })]).at(-1)).toBe(`        suspected split ${words}`);
  });

  it.each([
    [{ drift: 0.000_004, traded: -0.000_004 }, ['-', '-', '-', '-', '0.0', '0.0']],
    [{ drift: 0.000_005_1, traded: -0.123_456 }, ['-', '-', '-', '-', '+0.1', '-1,234.6']],
    [{ weightBefore: -0.000_001, weightAfter: -0.012_345_6 }, ['-', '-', '0.000', '-1.235', '-', '-']],
    [{ sharesBefore: 12_345_678, sharesAfter: -1_000.256 }, ['12,345,678', '-1,000.26', '-', '-', '-', '-']],
    [{ sharesBefore: 0, weightAfter: 0 }, ['0', '-', '-', '0.000', '-', '-']],
  ])('write %j, no zero with a sign and nothing for a zero', (said, cells) => {
    expect(lines([change(said)]).at(-1)?.split(/ +/).slice(4)).toEqual(cells);
  });

  it('tell how many there are beyond those shown', () => {
    expect(lines([change({})])).toContain('1 of 1,234 changes, what was traded most first');
  });

  it('obey nothing that stands in the name of a fund', () => {
    expect(lines([], 'RED \u001b[31mINK')[0]).toBe('RED \\u{1b}[31mINK (TOY): holdings of 2025-03-03 and 2025-04-03');
  });
});
