import { KnownOnBasis } from '../../src/domain/knowledge';
import ishares from '../../src/sources/definitions/ishares-holdings';
import { loadFile } from '../../src/store/load/loadFile';
import { DAYS, realIsharesFile } from '../sources/realIsharesFiles';
import { useDatabase } from '../support/database';
import { describeRealFiles } from '../support/realFiles';
import { type Line, aFund, aSnapshot } from '../support/rows';
import { withDatabaseName } from '../support/serverOfTests';
import { catalyst, ownCsv, useFolder } from './catalyst';

const database = useDatabase();
const file = useFolder();

const explain = (...args: readonly string[]) => catalyst(database().url, 'explain', ...args);

const line = (symbol: string, weight: string, shares: string, price: string, name = `${symbol} INC`): Line =>
  ({ security: symbol, symbol, name, weight, shares, price });

/** Two days whose answer can be reckoned by hand: the fund itself did not grow, and what both hold went by 8/8.4. */
const MARCH: readonly Line[] = [
  line('STAY', '0.4', '4000', '10'),
  line('KEEP', '0.3', '1234567.5', '1'),
  line('BUY', '0.1', '100', '10'),
  line('SPLT', '0.1', '15000', '1', 'ONE FOR FIFTEEN HOLDINGS CORPORATION'),
  { security: 'GONE', symbol: null, name: 'NOTHING BUT A NAME', weight: '0.1' },
];
const APRIL: readonly Line[] = [
  line('STAY', '0.42', '4000', '11'),
  line('KEEP', '0.28', '1234567.5', '1'),
  line('BUY', '0.15', '200', '10'),
  line('SPLT', '0.1', '1000', '15', 'ONE FOR FIFTEEN HOLDINGS CORPORATION'),
  line('NEW', '0.05', '50', '10', 'RED \u001b[31mINK'),
];

const BOTH = ['holdings', 'TOY', '--from', '2025-03-03', '--to', '2025-04-03'];

const HEAD = `TOY FUND (TOY): holdings of 2025-03-03 and 2025-04-03

holdings of  known on    basis        proven on   lines  document
2025-03-03   2025-03-04  FIRST_SEEN   2025-03-04      5  TOY.csv, Publisher
2025-04-03   2025-04-04  LAG_ASSUMED  2025-09-01      5  SIMULATED: TOY.csv, Publisher

                                    weight  weight
                      lines  lines  before   after  drift    traded
kind     securities  before  after       %       %     bp        bp
ADDED             1       0      1   0.000   5.000      -    +500.0
REMOVED           1       1      0  10.000   0.000      -  -1,000.0
BOUGHT            1       1      1  10.000  15.000  -47.6    +547.6
SOLD              1       1      1  10.000  10.000      -         -
DRIFTED           2       2      2  70.000  70.000  +47.6     -47.6
turnover 10.571 % (one way); drift and trading are told apart for 80.000 % of the weight before
`;

const CHANGES = `6 of 6 changes, what was traded most first
                                                                    weight  weight
                                               shares       shares  before   after   drift    traded
ticker  name                     kind          before        after       %       %      bp        bp
-       NOTHING BUT A NAME       REMOVED            -            -  10.000       -       -  -1,000.0
BUY     BUY INC                  BOUGHT           100          200  10.000  15.000   -47.6    +547.6
NEW     RED \\u{1b}[31mINK        ADDED              -           50       -   5.000       -    +500.0
KEEP    KEEP INC                 DRIFTED  1,234,567.5  1,234,567.5  30.000  28.000  -142.9     -57.1
STAY    STAY INC                 DRIFTED        4,000        4,000  40.000  42.000  +190.5      +9.5
SPLT    ONE FOR FIFTEEN HOLDIN…  SOLD          15,000        1,000  10.000  10.000       -         -
        suspected split 1:15
`;

/** As a terminal so wide would; undefined is no terminal. */
function onColumns(columns: number | undefined): void {
  Object.defineProperty(process.stdout, 'columns', { value: columns, configurable: true, writable: true });
}

describe('catalyst explain holdings', () => {
  const before = process.stdout.columns;

  beforeAll(async () => {
    const { db } = database();
    await aFund(db, { symbol: 'TOY', name: 'TOY FUND' });
    await aSnapshot(db, { fund: 'TOY', observedOn: '2025-03-03', knownOn: '2025-03-04', lines: MARCH });
    const assumed = { knownOn: '2025-04-04', provenOn: '2025-09-01', basis: KnownOnBasis.LAG_ASSUMED };
    await aSnapshot(db, { fund: 'TOY', observedOn: '2025-04-03', ...assumed, isSimulated: true, lines: APRIL });
  });

  beforeEach(() => {
    onColumns(undefined);
  });

  afterAll(() => {
    onColumns(before);
  });

  it('prints the documents, what each kind sums to, and each change', async () => {
    expect(await explain(...BOTH)).toEqual({ code: 0, stdout: `${HEAD}\n${CHANGES}`, stderr: '' });
  });

  it('takes the newest known day where --to is left out, and a ticker in any case of letters', async () => {
    expect((await explain('holdings', 'toy', '--from', '2025-03-03')).stdout).toBe(`${HEAD}\n${CHANGES}`);
  });

  it('fills a wider terminal, and cuts names for a narrower one', async () => {
    onColumns(120);
    expect((await explain(...BOTH)).stdout).toContain('ONE FOR FIFTEEN HOLDINGS CORPORATION  SOLD');
    onColumns(90);
    const { stdout } = await explain(...BOTH);
    expect(stdout).toContain('ONE FOR FIFT…  SOLD');
    expect(Math.max(...stdout.split('\n').slice(-11).map(({ length }) => length))).toBe(90);
  });

  it('takes a terminal that has no size for one of 100 columns', async () => {
    onColumns(0);
    expect((await explain(...BOTH)).stdout).toBe(`${HEAD}\n${CHANGES}`);
  });

  it('lists only the kinds and as many as asked for; the sums stay those of all', async () => {
    const kinds = await explain(...BOTH, '--kinds', 'added, BOUGHT', '--first', '1');
    expect(kinds.stdout).toContain('DRIFTED           2       2      2');
    expect(changesIn(kinds.stdout)).toEqual(['1 of 2 changes of the kinds ADDED, BOUGHT, what was traded most first', 'BUY']);
    expect(changesIn((await explain(...BOTH, '--kinds', 'REMOVED', '--first', '0')).stdout)).toEqual([
      '0 of 1 changes of the kinds REMOVED, what was traded most first',
    ]);
  });

  it('stands on the day and the kind of knowledge asked for', async () => {
    const said = await explain(...BOTH, '--as-of', '2025-09-01', '--knowledge', 'proven', '--first', '0');
    expect(said.stdout.split('\n')[0]).toBe('TOY FUND (TOY): holdings of 2025-03-03 and 2025-04-03, as of 2025-09-01, by what is proven');
  });

  it('prints with --json what the graph answered as one object', async () => {
    const { code, stdout, stderr } = await explain(...BOTH, '--kinds', 'SOLD', '--json');
    const source = (isSimulated: boolean) => ({ publisher: 'Publisher', fileName: 'TOY.csv', isSimulated });
    expect({ code, stderr, lines: stdout.split('\n').length }).toEqual({ code: 0, stderr: '', lines: 2 });
    expect(JSON.parse(stdout)).toEqual({
      etf: {
        ...{ symbol: 'TOY', name: 'TOY FUND', snapshot: { observedOn: '2025-04-03' } },
        holdingChanges: {
          from: { ...days('2025-03-03', '2025-03-04', 'FIRST_SEEN', '2025-03-04'), positions: 5, source: source(false) },
          to: { ...days('2025-04-03', '2025-04-04', 'LAG_ASSUMED', '2025-09-01'), positions: 5, source: source(true) },
          summary: ['ADDED', 'REMOVED', 'BOUGHT', 'SOLD', 'DRIFTED'].map((kind) => expect.objectContaining({ kind }) as unknown),
          turnover: expect.closeTo(0.1057143, 7) as unknown,
          coverage: 0.8,
          changes: {
            totalCount: 1,
            nodes: [
              {
                ...{ kind: 'SOLD', security: { symbol: 'SPLT', name: 'ONE FOR FIFTEEN HOLDINGS CORPORATION' } },
                ...{ sharesBefore: 15000, sharesAfter: 1000, weightBefore: 0.1, weightAfter: 0.1 },
                ...{ drift: null, traded: null, suspectedSplit: expect.closeTo(1 / 15, 9) as unknown },
              },
            ],
          },
          missing: [],
        },
      },
    });
  });

  const hint = (asOf: string) => `which were the newest on an earlier day the graph tells: { etf(symbol: "TOY", asOf: "${asOf}") { snapshot { observedOn } } }`;

  it.each([
    ['the earlier', ['2025-03-04', '--to', '2025-04-03'], `No holdings of TOY of 2025-03-04 are known. The newest are of 2025-04-03; ${hint('2025-03-04')}`],
    ['the later', ['2025-03-03', '--to', '2025-04-02'], `No holdings of TOY of 2025-04-02 are known. The newest are of 2025-04-03; ${hint('2025-03-03')}`],
    [
      'either',
      ['2025-03-04', '--to', '2025-04-02'],
      `No holdings of TOY of 2025-03-04, and none of 2025-04-02 are known. The newest are of 2025-04-03; ${hint('2025-03-04')}`,
    ],
    ['any later', ['2025-04-03'], `No holdings of TOY of a day after 2025-04-03 are known. The newest are of 2025-04-03; ${hint('2025-04-03')}`],
    [
      'any so late',
      ['2025-06-01'],
      `No holdings of TOY of 2025-06-01, and none of a day after 2025-06-01 are known. The newest are of 2025-04-03; ${hint('2025-04-03')}`,
    ],
    [
      'the later by then',
      ['2025-03-03', '--to', '2025-04-03', '--as-of', '2025-04-03'],
      `No holdings of TOY of 2025-04-03 are known as of 2025-04-03. The newest are of 2025-03-03; ${hint('2025-03-03')}`,
    ],
    [
      'the later by proof',
      ['2025-03-03', '--to', '2025-04-03', '--as-of', '2025-08-31', '--knowledge', 'PROVEN'],
      `No holdings of TOY of 2025-04-03 are proven to be known as of 2025-08-31. The newest are of 2025-03-03; ${hint('2025-03-03')}`,
    ],
    [
      'any at all',
      ['2025-03-03', '--as-of', '2025-03-03'],
      'No holdings of TOY of 2025-03-03, and none of a day after 2025-03-03 are known as of 2025-03-03. None of any day are.',
    ],
  ])('ends with 2 and says which is missing where %s is not known', async (_, args, message) => {
    expect(await explain('holdings', 'TOY', '--from', ...args)).toEqual({ code: 2, stdout: '', stderr: `${message}\n` });
  });

  it('prints with --json what there is where a day is not known, and ends with 2 all the same', async () => {
    const { code, stdout, stderr } = await explain('holdings', 'TOY', '--from', '2025-03-04', '--json');
    const missing = ['from', 'changes', 'coverage', 'turnover'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' }));
    expect(JSON.parse(stdout)).toMatchObject({ etf: { holdingChanges: { from: null, changes: null, missing } } });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^No holdings of TOY of 2025-03-04 are known/) as unknown });
  });

  it.each([
    ['a fund that there is not', ['holdings', 'NOPE', '--from', '2025-03-03'], "There is no ETF 'NOPE'."],
    ['days the wrong way round', ['holdings', 'TOY', '--from', '2025-04-03', '--to', '2025-03-03'], "'to' is 2025-03-03: expected a day after 'from', 2025-04-03."],
    ['more than the graph gives', [...BOTH, '--first', '3001'], "'first' of etf.holdingChanges.changes is 3001: expected 0 to 3000."],
    ['a day to come', [...BOTH, '--as-of', '9998-01-01'], /^asOf 9998-01-01 lies in the future: /],
  ])('ends with 2 in the words of the graph, without a stack, for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await explain(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    if (typeof message === 'string') expect(stderr).toBe(`${message}\n`);
    else expect(stderr.trimEnd()).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('catalyst explain', () => {
  const NEEDS = "explain needs a signal's key, as in catalyst explain soft-landing, or a ticker after holdings, as in catalyst explain holdings IWM.";

  it.each([
    ['without anything', [], NEEDS],
    ['without a ticker', ['holdings'], NEEDS],
    ['with two tickers', ['holdings', 'TOY', 'IWM'], NEEDS],
    ['with a ticker after an unknown topic', ['weather', 'TOY'], NEEDS],
    ['without the earlier day', ['holdings', 'TOY'], 'explain holdings needs the earlier day: --from 2025-05-13.'],
    ['with a --from that is no day', ['holdings', 'TOY', '--from', '2025-02-30'], "--from: expected a day written YYYY-MM-DD, found '2025-02-30'."],
    ['with a --to that is no day', [...BOTH, '--to', 'today'], "--to: expected a day written YYYY-MM-DD, found 'today'."],
    ['with an --as-of that is no day', [...BOTH, '--as-of', ''], "--as-of: expected a day written YYYY-MM-DD, found ''."],
    ['with an unknown kind of knowledge', [...BOTH, '--knowledge', 'SURE'], "--knowledge: expected one of ANY, PROVEN, found 'SURE'."],
    ['with an unknown kind', [...BOTH, '--kinds', 'ADDED,SWAPPED'], "--kinds: expected one of ADDED, REMOVED, BOUGHT, SOLD, DRIFTED, HELD, found 'SWAPPED'."],
    ['with a --first that is no number', [...BOTH, '--first', '1.5'], "--first: expected a whole number, found '1.5'."],
    ['with a --first that no number of the graph holds', [...BOTH, '--first', '9'.repeat(10)], `--first: expected a whole number, found '${'9'.repeat(10)}'.`],
  ])('ends with 2 before it touches the database, and says what is wrong: %s', async (_, args, message) => {
    const said = await catalyst(withDatabaseName(database().url, 'never_asked'), 'explain', ...args);
    expect(said).toEqual({ code: 2, stdout: '', stderr: `${message}\n` });
  });

  it('ends with 3 where the database cannot be reached', async () => {
    const { code, stdout } = await catalyst('postgres://someone:secret@127.0.0.1:1/nowhere', 'explain', ...BOTH);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  });

  it("tells of files of one's own, whose weights alone say nothing of trading", async () => {
    const path = (name: string, day: string, worth: number) => file(name, ownCsv('OWN', day, worth));
    for (const [day, worth] of [['2025-03-03', 60], ['2025-03-04', 40]] as const) {
      await catalyst(database().url, 'load', 'csv-holdings', path(`${day}.csv`, day, worth), '--known-on', day, '--replace-simulated');
    }
    const { code, stdout } = await explain('holdings', 'OWN', '--from', '2025-03-03', '--as-of', '2025-03-04');
    expect(code).toBe(0);
    expect(stdout).toContain('2025-03-04   2025-03-04  VINTAGE  2025-03-04      2  2025-03-04.csv, own file\n');
    expect(stdout).toContain('turnover - (one way); drift and trading are told apart for 0.000 % of the weight before\n');
    expect(stdout).toContain('QRRY    QUARRY HILL     HELD       -       -  60.000  50.000');
  });
});

/** Between these two files the ticker RNA went from one company to another, seen in the files themselves. */
describeRealFiles("the issuer's files of IWM, explained", () => {
  const other = useDatabase();

  it('show RNA removed and added between 2026-01-21 and 2026-04-10', async () => {
    const { db, url } = other();
    for (const day of DAYS.slice(-2)) {
      const request = { source: ishares, fileName: `${day}.csv`, bytes: realIsharesFile(day), told: {} };
      await loadFile(db, { ...request, now: new Date('2026-11-02T17:00:00Z') });
    }
    const days = ['--from', '2026-01-21', '--to', '2026-04-10'];
    const { stdout } = await catalyst(url, 'explain', 'holdings', 'IWM', ...days, '--first', '3000');
    expect(stdout.split('\n').filter((row) => row.startsWith('RNA '))).toEqual([
      expect.stringMatching(/^RNA +AVIDITY BIOSCIENCES INC +REMOVED +2,866,786 +- +0\.266 +- +- +-26\.6$/),
      expect.stringMatching(/^RNA +ATRIUM THERAPEUTICS INC +ADDED +- +288,593 +- +0\.005 +- +\+0\.5$/),
    ]);
  });
});

const days = (observedOn: string, knownOn: string, knownOnBasis: string, provenOn: string) =>
  ({ observedOn, knownOn, knownOnBasis, provenOn });

/** The last table's first line, and the tickers below its header. */
function changesIn(stdout: string): readonly string[] {
  const [head = '', ...rows] = stdout.trimEnd().split('\n\n').at(-1)?.split('\n') ?? [];
  return [head, ...rows.slice(3).map((row) => row.split(' ')[0] ?? '')];
}
