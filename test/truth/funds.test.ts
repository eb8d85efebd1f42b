import { read, utils } from '@e965/xlsx';
import type { Source } from '../../src/sources/defineSource';
import type { Told } from '../../src/sources/tellable';
import ishares from '../../src/sources/definitions/ishares-holdings';
import workbook from '../../src/sources/definitions/ishares-workbook';
import nport from '../../src/sources/definitions/nport';
import sp500 from '../../src/sources/definitions/sp500-constituents';
import ssga from '../../src/sources/definitions/ssga-holdings';
import { loadFile } from '../../src/store/load/loadFile';
import { answerOf as ofFund, near } from '../graph/analytics/asking';
import { groupsOf, sumOf } from '../graph/analytics/invented';
import { DAYS, realIsharesFile, STRIPPED } from '../sources/realIsharesFiles';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';
import { type Row, rowsOf } from './csvText';

const WORKBOOK = 'holdings/ishares/iShares-Russell-2000-ETF_fund_2025-02-04.xls';
const SPY = 'holdings/ssga/holdings-daily-us-en-spy_2024-03.xlsx';
const LISTS = ['2024-06-03', '2024-09-03', '2024-09-29'].map((day) => `constituents/sp500_constituents_${day}.csv`);

const PAIRS = [...DAYS.slice(1).map((day, i) => [DAYS[i] ?? day, day] as const), [DAYS[0] ?? STRIPPED, DAYS.at(-1) ?? STRIPPED] as const];

/** Renamed between two of the files, by what was printed elsewhere; so neither came nor went. */
const RENAMED: Readonly<Record<string, string>> = { 'EQUITY:OPLN': 'EQUITY:KAR', 'EQUITY:HTB': 'EQUITY:HTBI', 'EQUITY:CLSKW': 'EQUITY:CLSK' };

const once = (row: Row): string => RENAMED[row.key] ?? row.key;

interface Change {
  readonly kind: string;
  readonly linesBefore: number;
  readonly linesAfter: number;
  readonly security: { readonly key: string; readonly name: string };
}

interface Changes {
  readonly summary: readonly (Change & { readonly drift: number | null; readonly traded: number | null })[];
  readonly coverage: number;
  readonly changes: { readonly totalCount: number; readonly nodes: readonly Change[] };
}

const CHANGES = `summary { kind linesBefore linesAfter drift traded } coverage
  changes(kinds: [ADDED, REMOVED], first: 3000) { totalCount nodes { kind linesBefore linesAfter security { key name } } }`;

/** Numbers taken from the files' own text, or with other tools. */
describeRealFiles("the publishers' files, loaded", () => {
  const database = useDatabase();
  const answerOf = <Answer>(fund: string, field: string, asOf = '2026-11-20') => ofFund<Answer>(database().db, fund, field, `asOf: "${asOf}"`);

  beforeAll(async () => {
    const { db } = database();
    const load = async (source: Source, fileName: string, bytes: Buffer, told: Told = {}) => {
      const { outcome, refusals } = await loadFile(db, { source, fileName, bytes, told, now: new Date('2026-11-02T17:00:00Z') });
      expect({ fileName, outcome, refusals }).toEqual({ fileName, outcome: 'ADDED', refusals: [] });
    };
    for (const day of DAYS) await load(ishares, `${day}.csv`, realIsharesFile(day), day === STRIPPED ? { fund: 'IWM', observedOn: day } : {});
    await load(workbook, 'fund.xls', realFile(WORKBOOK));
    await load(ssga, 'spy.xlsx', realFile(SPY));
    for (const list of LISTS) await load(sp500, list.replace(/.*\//, ''), realFile(list));
    await load(nport, 'nport.xml', realFile('edgar/nport/NPORT_Sample_7.xml'), { fund: 'BONDX' });
  });

  /** The issuer's history as another reader gives it: by day, NAV and shares outstanding. */
  const historyOf = (): ReadonlyMap<string, readonly [number, number]> => {
    const sheet = read(realFile(WORKBOOK), { type: 'buffer' }).Sheets.Historical;
    const rows = utils.sheet_to_json<readonly unknown[]>(sheet ?? {}, { header: 1 });
    return new Map(rows.map(([day, nav, , shares]) => [String(day), [Number(nav), Number(shares)] as const]));
  };

  it('say that 12,843,824.25 dollars left IWM in 2024, a flow of each of 252 sessions', async () => {
    const flows = 'flows(from: "2023-12-29", to: "2024-12-31") { total count coverage baseOn days { dates values } missing { field } }';
    const { days, ...rest } = await answerOf<{ days: { dates: readonly string[]; values: readonly number[] } }>('IWM', flows);
    expect(rest).toEqual({ total: -12_843_824.25, count: 252, coverage: 1, baseOn: '2023-12-29', missing: [] });
    expect([days.dates.length, days.values.length]).toEqual([252, 252]);
    expect(sumOf(days.values, (value) => value)).toBeCloseTo(-12_843_824.25, 2);
  });

  it('never cover more than all sessions with flows, over each year there is', async () => {
    for (let year = 2001; year < 2025; year += 1) {
      const { coverage } = await answerOf<{ coverage: number }>('IWM', `flows(from: "${year - 1}-12-31", to: "${year}-12-31") { coverage }`);
      expect({ year, isShare: coverage > 0.98 && coverage <= 1, coverage }).toEqual({ year, isShare: true, coverage });
    }
  });

  it('put IWM at its NAV times its shares of 2024-09-27 as of 2024-09-30', async () => {
    const [nav, shares] = historyOf().get('Sep 27, 2024') ?? [NaN, NaN];
    const netAssets = await answerOf<number>('IWM', 'netAssets', '2024-09-30');
    expect(netAssets).toBeCloseTo(nav * shares, 2);
    expect((netAssets / 1e9).toFixed(2)).toBe('69.23');
  });

  it('tell who came into the S&P 500 in September 2024 and who left it', async () => {
    const tickers = '{ nodes { symbol } }';
    const { membershipChanges } = await answerOf<{ membershipChanges: Record<string, { nodes: readonly { symbol: string }[] }> }>(
      'SPY', `index { membershipChanges(from: "2024-09-03", to: "2024-09-29") { additions ${tickers} deletions ${tickers} } }`);
    expect(membershipChanges.additions?.nodes.map(({ symbol }) => symbol)).toEqual(['DELL', 'ERIE', 'PLTR']);
    expect(membershipChanges.deletions?.nodes.map(({ symbol }) => symbol)).toEqual(['AAL', 'BIO', 'ETSY']);
  });

  it.each(DAYS)('let the holdings of IWM on %s stand for the members of its index', async (day) => {
    const { membership } = await answerOf<{ membership: unknown }>('IWM', `index { membership(on: "${day}") { basis observedOn etf { symbol } count } }`);
    const members = rowsOf(day).filter(({ assetClass, ticker, marketValue }) => assetClass === 'EQUITY' && ticker !== '-' && marketValue > 0);
    expect(membership).toEqual({ basis: 'FUND_HOLDINGS', observedOn: day, etf: { symbol: 'IWM' }, count: new Set(members.map(({ key }) => key)).size });
  });

  describe.each(PAIRS)('the changes of IWM from %s to %s', (from, to) => {
    const changes = () => answerOf<Changes>('IWM', `holdingChanges(from: "${from}", to: "${to}") { ${CHANGES} }`);

    it('account for every line of both files, and drift sums to nothing', async () => {
      const { summary, coverage } = await changes();
      expect([sumOf(summary, (c) => c.linesBefore), sumOf(summary, (c) => c.linesAfter)]).toEqual([rowsOf(from).length, rowsOf(to).length]);
      expect(sumOf(summary, ({ drift }) => drift ?? 0)).toBeCloseTo(0, 9);
      expect(coverage).toBeGreaterThan(0.4);
    });

    it('add and remove what the files say came and went, but for renames', async () => {
      const { changes: found } = await changes();
      const [before, after] = [new Set(rowsOf(from).map(once)), new Set(rowsOf(to).map(once))];
      const keysOf = (kind: string) => found.nodes.filter((change) => change.kind === kind).map(({ security }) => security.key);
      const [added, removed] = [[...after].filter((key) => !before.has(key)), [...before].filter((key) => !after.has(key))];
      const [addedToo, removedToo] = [keysOf('ADDED'), keysOf('REMOVED')];
      expect(found.nodes).toHaveLength(found.totalCount);
      expect(added.length - addedToo.length).toBe(removed.length - removedToo.length);
      const known = /ADRO|:NXT\b|CIFR|:MOD\b|:KAR\b|OPLN|HTB|CLSK/;
      expect([...addedToo, ...removedToo].filter((key) => known.test(key)).sort()).toEqual([...added, ...removed].filter((key) => known.test(key)).sort());
    });
  });

  it('show Avidity go and Atrium come under one ticker', async () => {
    const { changes } = await answerOf<Changes>('IWM', `holdingChanges(from: "2026-01-21", to: "2026-04-10") { ${CHANGES} }`);
    const rna = changes.nodes.filter(({ security }) => security.key.startsWith('EQUITY:RNA')).map(({ kind, security }) => [kind, security.name]).sort();
    expect(rna).toEqual([['ADDED', expect.stringContaining('ATRIUM')], ['REMOVED', expect.stringContaining('AVIDITY')]]);
  });

  describe.each(DAYS)('the snapshot of IWM of %s', (day) => {
    it.each<[string, (row: Row) => string | null]>([
      ['SECTOR', ({ sector }) => sector],
      ['COUNTRY', ({ country }) => country],
      ['ASSET_CLASS', ({ assetClass }) => assetClass],
    ])('is spread by %s as its file says', async (by, wordOf) => {
      interface Group { readonly key: string | null; readonly weight: number; readonly positions: number; readonly marketValue: number }
      const { groups } = await answerOf<{ groups: readonly Group[] }>('IWM', `exposure(by: ${by}, on: "${day}") { groups { key weight positions marketValue } }`);
      const expected = [...groupsOf(rowsOf(day), wordOf)].map(([key, rows]) => ({
        key, weight: near(sumOf(rows, ({ weight }) => weight)), positions: rows.length, marketValue: expect.closeTo(sumOf(rows, ({ marketValue }) => marketValue), 2) as unknown,
      }));
      const byKey = <Item extends { readonly key: string | null }>(all: readonly Item[]) => [...all].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
      expect(byKey(groups)).toEqual(byKey(expected));
    });

    it('is as concentrated as its file says', async () => {
      const counted = rowsOf(day).filter(({ assetClass, marketValue }) => assetClass === 'EQUITY' && marketValue > 0);
      const weights = [...groupsOf(counted, ({ key }) => key).values()].map((rows) => sumOf(rows, ({ weight }) => weight)).sort((a, b) => b - a);
      const coverage = sumOf(weights, (weight) => weight);
      expect(await answerOf('IWM', `concentration(on: "${day}", top: 25) { topWeight effectiveNumber coverage }`)).toEqual({
        ...{ topWeight: near(sumOf(weights.slice(0, 25), (weight) => weight)), coverage: near(coverage) },
        effectiveNumber: expect.closeTo(1 / sumOf(weights, (weight) => (weight / coverage) ** 2), 6) as unknown,
      });
    });

    it('has in common with SPY what both files name alike', async () => {
      const sheet = Object.values(read(realFile(SPY), { type: 'buffer' }).Sheets)[0];
      const rows = utils.sheet_to_json<readonly unknown[]>(sheet ?? {}, { header: 1 }).filter((cells) => Number(cells[4]) > 0 && cells.length >= 7);
      const total = sumOf(rows, (cells) => Number(cells[4]));
      const spy = new Map(rows.map((cells) => [`EQUITY:${String(cells[1]).replace('.', '')}`, Number(cells[4]) / total]));
      const here = [...groupsOf(rowsOf(day), ({ key }) => key)].map(([key, all]) => [key, sumOf(all, ({ weight }) => weight)] as const);
      const shared = here.filter(([key, weight]) => weight > 0 && spy.has(key));
      const { weight, shared: found } = await answerOf<{ weight: number; shared: { nodes: readonly { security: { key: string } }[] } }>(
        'IWM', 'overlap(with: "SPY") { weight shared(first: 1000) { nodes { security { key } } } }', KNOWN_ON[day] ?? day);
      expect({ keys: found.nodes.map(({ security }) => security.key).sort(), weight }).toEqual({
        keys: shared.map(([key]) => key).sort(),
        weight: near(sumOf(shared, ([key, mine]) => Math.min(mine, spy.get(key) ?? 0))),
      });
    });
  });

  it('give a bond fund by what it holds', async () => {
    const { groups } = await answerOf<{ groups: readonly { key: string; positions: number }[] }>('BONDX', 'exposure(by: ASSET_CLASS) { groups { key positions } }');
    expect(new Map(groups.map(({ key, positions }) => [key, positions]))).toEqual(
      new Map([['FIXED_INCOME', 907], ['FORWARD', 554], ['OPTION', 132], ['SWAP', 76], ['FUTURE', 12], ['MONEY_MARKET', 2], ['FUND', 2]]));
  });
});

/** A day on which each file was the newest known. */
const KNOWN_ON: Readonly<Record<string, string>> = {
  '2024-09-27': '2024-10-15', '2025-05-13': '2025-05-14', '2025-11-05': '2025-11-06', '2026-01-21': '2026-01-22', '2026-04-10': '2026-04-13',
};

