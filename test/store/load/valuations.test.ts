import type { Reports } from '../../../src/sources/defineSource';
import { dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { decimal, aLine, aReport } from './invented';
import { emptied, facts, history, listOf, loadReports, publisher, seen } from './reported';

const database = useDatabase();

let funds = 0;
let fund = '';
beforeEach(() => {
  funds += 1;
  fund = `V${funds}`;
});

interface Row {
  readonly day: string;
  readonly known: string;
  readonly basis: string;
  readonly proven: string;
  readonly nav: string | null;
  readonly shares: string | null;
}

/** What is stored of the fund, one text a version: `03-03 100 x 100, known 03-04 LAG_ASSUMED, proven 2026-11-02`. */
async function versions(): Promise<readonly string[]> {
  const rows = await database().db.query<Row[]>(
    `SELECT observed_on::text AS day, known_on::text AS known, known_on_basis AS basis, proven_on::text AS proven, nav::text, shares_outstanding::text AS shares
     FROM valuation WHERE fund_symbol = $1 ORDER BY observed_on, known_on, proven_on, load_id`,
    [fund],
  );
  return rows.map(({ day, known, basis, proven, nav, shares }) => `${day} ${nav ?? '-'} x ${shares ?? '-'} known ${known} ${basis} proven ${proven}`);
}

async function netAssetsAt(asOf: string, on: string): Promise<number | null> {
  const data = await dataOf<{ etf: { valuation: { netAssets: number } | null } }>(
    database().db,
    `{ etf(symbol: "${fund}", asOf: "${asOf}") { valuation(on: "${on}") { netAssets } } }`,
  );
  return data.etf.valuation?.netAssets ?? null;
}

describe('a history of valuations', () => {
  it('that has grown by a day adds that day only', async () => {
    const { db } = database();
    const two = { '2025-03-03': '10', '2025-03-04': '11' };
    expect(await loadReports(db, history(fund, two))).toMatchObject({ outcome: 'ADDED', rowsAdded: 2, rowsUnchanged: 0 });
    const grown = await loadReports(db, history(fund, { ...two, '2025-03-05': '12.50' }), { on: '2026-11-03' });
    expect(grown).toMatchObject({ outcome: 'ADDED', rowsAdded: 1, rowsUnchanged: 2 });
    expect(grown.facts).toEqual([{
      ...{ kind: 'valuations', about: fund, from: '2025-03-03', to: '2025-03-05', rows: 3, rowsAdded: 1 },
      ...{ knownOn: '2025-03-06', knownOnBasis: 'LAG_ASSUMED', provenOn: '2026-11-03' },
    }]);
    expect(await versions()).toEqual([
      '2025-03-03 10 x 100 known 2025-03-04 LAG_ASSUMED proven 2026-11-02',
      '2025-03-04 11 x 100 known 2025-03-05 LAG_ASSUMED proven 2026-11-02',
      '2025-03-05 12.50 x 100 known 2025-03-06 LAG_ASSUMED proven 2026-11-03',
    ]);
  });

  it('adds nothing the second time, however its zeros and days are written', async () => {
    const { db } = database();
    await loadReports(db, history(fund, { '2025-03-03': '10', '2025-03-04': ['11.5', null] }));
    const before = await versions();
    expect(await loadReports(db, history(fund, { '2025-03-03': '10', '2025-03-04': ['11.5', null] }))).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0 });
    expect(await loadReports(db, history(fund, { '2025-03-04': ['11.500', null], '2025-03-03': ['10.0', '100.00'] }))).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await versions()).toEqual(before);
  });

  it('with a changed value adds a version known the day it was seen; before, the old one is served', async () => {
    const { db } = database();
    await loadReports(db, history(fund, { '2025-03-03': '10', '2025-03-04': '11' }), { on: '2026-11-02' });
    expect(await loadReports(db, history(fund, { '2025-03-03': '10.5', '2025-03-04': '11' }), { on: '2026-11-10' })).toMatchObject({ rowsAdded: 1 });
    expect(await versions()).toEqual([
      '2025-03-03 10 x 100 known 2025-03-04 LAG_ASSUMED proven 2026-11-02',
      '2025-03-03 10.5 x 100 known 2026-11-10 FIRST_SEEN proven 2026-11-10',
      '2025-03-04 11 x 100 known 2025-03-05 LAG_ASSUMED proven 2026-11-02',
    ]);
    expect([await netAssetsAt('2025-03-03', '2025-03-03'), await netAssetsAt('2026-11-09', '2025-03-03'), await netAssetsAt('2026-11-10', '2025-03-03')]).toEqual([null, 1000, 1050]);
  });

  it('whose value changes back is served as it is now', async () => {
    const { db } = database();
    await loadReports(db, history(fund, { '2025-03-03': '10' }), { on: '2026-11-02' });
    await loadReports(db, history(fund, { '2025-03-03': '11' }), { on: '2026-11-03' });
    await loadReports(db, history(fund, { '2025-03-03': '10', '2025-03-04': '10' }), { on: '2026-11-04' });
    expect([await netAssetsAt('2026-11-02', '2025-03-03'), await netAssetsAt('2026-11-03', '2025-03-03'), await netAssetsAt('2026-11-04', '2025-03-03')]).toEqual([1000, 1100, 1000]);
  });

  it('adds nothing the second time, also of a file that a later one had corrected', async () => {
    const { db } = database();
    const [old, corrected] = [history(fund, { '2025-03-03': '10' }), history(fund, { '2025-03-03': '11' })];
    for (const file of [old, corrected]) await loadReports(db, file);
    const outcomes: unknown[] = [];
    for (const file of [old, corrected, old, corrected]) outcomes.push((await loadReports(db, file)).outcome);
    expect(outcomes).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
  });

  it('that changes twice on one day is served as loaded last', async () => {
    const { db } = database();
    for (const nav of ['10', '11', '12']) await loadReports(db, history(fund, { '2025-03-03': nav }), { source: seen });
    expect(await netAssetsAt('2026-11-02', '2025-03-03')).toBe(1200);
  });

  it('that is told its day is a VINTAGE of it', async () => {
    await loadReports(database().db, history(fund, { '2025-03-03': '10', '2025-03-04': '11' }), { knownOn: '2025-03-07' });
    expect(await versions()).toEqual([
      '2025-03-03 10 x 100 known 2025-03-07 VINTAGE proven 2025-03-07',
      '2025-03-04 11 x 100 known 2025-03-07 VINTAGE proven 2025-03-07',
    ]);
    expect([await netAssetsAt('2025-03-06', '2025-03-03'), await netAssetsAt('2025-03-07', '2025-03-03')]).toEqual([null, 1000]);
  });

  it('is refused whole if it was known before one of its days', async () => {
    const report = await loadReports(database().db, history(fund, { '2025-03-03': '10', '2025-03-04': '11' }), { knownOn: '2025-03-03' });
    expect(report).toMatchObject({ outcome: 'REFUSED', rowsAdded: 0 });
    expect(report.refusals[0]?.reason).toContain('2025-03-04');
    expect(await versions()).toEqual([]);
  });

  it('of two sources stands twice, and the preferred one answers', async () => {
    const { db } = database();
    await loadReports(db, history(fund, { '2025-03-03': '99' }), { source: { ...publisher, key: 'other', precedence: 5 } });
    await loadReports(db, history(fund, { '2025-03-03': '10' }));
    expect(await versions()).toHaveLength(2);
    expect(await netAssetsAt('2026-11-02', '2025-03-03')).toBe(9900);
  });

  it.each<[string, Reports, string]>([
    ['a list of no index', listOf('NOSUCH', '2025-03-03', 'AAA'), "there is no index 'NOSUCH'"],
    ['a NAV below zero', { valuations: [...history('VX', { '2025-03-03': '-1' }).valuations] }, 'valuation_finite'],
    ['neither value of a day', { valuations: [...history('VX', { '2025-03-03': [null, null] }).valuations] }, 'valuation_says_something'],
  ])('leaves nothing, nor do the holdings beside it, where the same file has %s', async (_, reports, reason) => {
    const { db } = database();
    const before = await facts(db);
    const valuations = [...history(fund, { '2025-03-03': '10' }).valuations, ...(reports.valuations ?? [])];
    const report = await loadReports(db, { holdings: [aReport({ fund, lines: [aLine({ marketValue: decimal('1') })] })], ...reports, valuations });
    expect(report).toMatchObject({ outcome: 'REFUSED', rowsAdded: 0, facts: [] });
    expect(report.refusals[0]?.reason).toContain(reason);
    expect(await facts(db)).toEqual(before);
  });
});

describe('histories in any order', () => {
  const march = { '2025-03-03': '10', '2025-03-04': '11' };

  async function afterBoth(files: readonly (readonly [Parameters<typeof history>[1], string | undefined])[], order: readonly number[]) {
    const { db } = database();
    await emptied(db);
    for (const n of order) {
      const [days = {}, knownOn] = files[n] ?? [];
      await loadReports(db, history('VANY', days), knownOn === undefined ? {} : { knownOn });
    }
    return { facts: (await facts(db)).valuation, answers: await answers() };
  }

  async function answers(): Promise<unknown> {
    const days = ['2025-03-04', '2025-03-05', '2025-03-07', '2025-03-11', '2025-03-20', '2026-11-02'];
    const at = days.map((asOf, i) => `d${i}: etfs(filter: { symbols: ["VANY"] }, asOf: "${asOf}") { nodes { valuations { nodes { observedOn nav } } } }`);
    return dataOf(database().db, `{ ${at.join(' ')} }`);
  }

  it.each([
    ['a dated correction of one value', [[march, undefined], [{ '2025-03-03': '10.5' }, '2025-03-20']] as const],
    ['two dated histories, a value corrected', [[march, '2025-03-07'], [{ ...march, '2025-03-03': '10.5' }, '2025-03-20']] as const],
    ['days that only one of them has', [[march, undefined], [{ '2025-03-05': '12', '2025-03-06': '13' }, undefined]] as const],
    ['an undated history and a dated one that has grown', [[march, undefined], [{ ...march, '2025-03-05': '12' }, '2025-03-11']] as const],
    ['two dated histories, the later one grown', [[march, '2025-03-07'], [{ ...march, '2025-03-05': '12' }, '2025-03-11']] as const],
  ])('give the same answers: %s', async (_, files) => {
    const [forwards, backwards] = [await afterBoth(files, [0, 1]), await afterBoth(files, [1, 0])];
    expect(backwards.answers).toEqual(forwards.answers);
  });

  it('end in the same tables, a dated correction of one value', async () => {
    const files = [[march, undefined], [{ '2025-03-03': '10.5' }, '2025-03-20']] as const;
    expect((await afterBoth(files, [1, 0])).facts).toEqual((await afterBoth(files, [0, 1])).facts);
  });
});
