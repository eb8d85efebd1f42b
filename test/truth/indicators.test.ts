import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { sourceByKey } from '../../src/sources/sources';
import { loadFile } from '../../src/store/load/loadFile';
import { LoadOutcome } from '../../src/store/entities/Load';
import type { LoadReport } from '../../src/store/load/LoadRequest';
import { observationsOf } from '../../src/store/reads/observations';
import { recessionsAt } from '../../src/store/reads/recessions';
import { revisionsOf } from '../../src/store/reads/revisions';
import { rowsOf } from '../store/reads/rowsOf';
import { noonOf } from '../store/load/invented';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFolder } from '../support/realFiles';

const database = useDatabase();

interface Place {
  readonly folder: string;
  readonly source: string;
  readonly knownOn?: string;
}

/** Most of the graph CSVs were retrieved on one day. */
const GRAPH_DAY = '2024-10-08';

describeRealFiles("FRED's real files", () => {
  const fred = realFolder('fred');
  const places: readonly Place[] = [
    { folder: 'fredgraph', source: 'fredgraph' },
    { folder: 'resaved', source: 'fredgraph' },
    ...['CPIAUCSL', 'CPILFESL', 'FEDFUNDS', 'INDPRO', 'PAYEMS', 'UNRATE'].map((series) => ({ folder: `vintages/${series}`, source: 'fredgraph' })),
    { folder: 'api', source: 'fred-api' },
  ];

  async function loadAll(): Promise<readonly LoadReport[]> {
    const reports: LoadReport[] = [];
    for (const { folder, source } of places) {
      for (const fileName of readdirSync(join(fred, folder)).sort()) {
        const told = folder === 'fredgraph' && !fileName.startsWith('DFEDTAR') ? { knownOn: isoDate(GRAPH_DAY) } : {};
        reports.push(await loadFile(database().db, { source: sourceByKey(source), fileName, bytes: readFileSync(join(fred, folder, fileName)), told, now: noonOf('2026-11-20') }));
      }
    }
    return reports;
  }

  const valueOf = async (code: string, observedOn: string, asOf: string): Promise<unknown> => {
    const read = observationsOf(code, { asOf: isoDate(asOf), knowledge: Knowledge.ANY }, { from: observedOn, to: observedOn });
    return (await rowsOf<{ value: number }>(database().db, read, 'observed_on'))[0]?.value;
  };

  beforeAll(async () => {
    const reports = await loadAll();
    expect(reports.filter(({ outcome }) => outcome !== LoadOutcome.ADDED)).toEqual([]);
    expect(reports).toHaveLength(40);
  }, 120_000);

  it('add nothing the second time', async () => {
    const again = await loadAll();
    expect(again.filter(({ outcome, rowsAdded }) => outcome !== LoadOutcome.UNCHANGED || rowsAdded !== 0)).toEqual([]);
  }, 120_000);

  it.each([
    ['PAYEMS', '2026-02-01', '2026-04-02', 158466],
    ['PAYEMS', '2026-02-01', '2026-04-04', 158459],
    ['PAYEMS', '2026-02-01', '2026-06-30', 158436],
    ['PAYEMS', '2024-09-01', '2024-10-08', 159105],
    ['DFEDTARU', '2024-09-18', '2026-11-20', 5.5],
    ['DFEDTARU', '2024-09-19', '2026-11-20', 5],
    ['UNRATE', '2023-08-01', '2023-10-01', 3.8],
    ['UNRATE', '2023-08-01', '2026-11-20', 3.7],
    ['SAHMREALTIME', '2024-07-01', '2024-10-08', 0.53],
    ['SAHMREALTIME', '2024-08-01', '2024-10-08', 0.57],
  ])('say of %s for %s as of %s: %d', async (code, observedOn, asOf, value) => {
    expect(await valueOf(code, observedOn, asOf)).toBe(value);
  });

  it('say how payrolls of February 2026 were revised', async () => {
    const rows = await rowsOf<Record<string, unknown>>(database().db, revisionsOf('PAYEMS', '2026-02-01', { asOf: isoDate('2026-06-30'), knowledge: Knowledge.ANY }), 'place');
    expect(rows.map(({ value, change, known_on }) => [value, change, known_on])).toEqual([
      [158466, null, '2026-03-22'],
      [158459, -7, '2026-04-03'],
      [158436, -23, '2026-05-08'],
    ]);
  });

  it('give 700 months and more in one statement, from one vintage', async () => {
    const rows = await rowsOf<{ vintage_id: number }>(database().db, observationsOf('UNRATE', { asOf: isoDate('2026-06-30'), knowledge: Knowledge.ANY }), 'observed_on');
    expect(rows.length).toBe(940);
    expect(new Set(rows.map(({ vintage_id }) => vintage_id)).size).toBe(1);
  });

  it('serve the tail of an answer for what it covers alone', async () => {
    expect(await valueOf('UNRATE', '2026-08-01', '2026-09-09')).toBe(4.1);
    const rows = await rowsOf<{ observed_on: string }>(database().db, observationsOf('UNRATE', { asOf: isoDate('2026-09-09'), knowledge: Knowledge.ANY }), 'observed_on');
    expect([rows[0]?.observed_on, rows.at(-1)?.observed_on]).toEqual(['1948-01-01', '2026-05-01']);
  });

  it('have no mean over a border between vintages: payrolls rose by 66 thousand a month to October 2024, not fell by 249', async () => {
    const october = await rowsOf<{ observed_on: string; value: number }>(
      database().db,
      observationsOf('PAYEMS', { asOf: isoDate('2026-03-22'), knowledge: Knowledge.ANY }, { from: '2024-07-01', to: '2024-10-01' }),
      'observed_on',
    );
    expect(Math.round(((october[3]?.value ?? 0) - (october[0]?.value ?? 0)) / 3)).toBe(66);
  });

  it('know the recession of 2008 since its peak was dated', async () => {
    const known = async (asOf: string) => (await rowsOf<{ started_on: string }>(database().db, recessionsAt({ asOf: isoDate(asOf), knowledge: Knowledge.ANY }), 'started_on')).map(({ started_on }) => started_on);
    expect(await known('2008-11-30')).not.toContain('2008-01-01');
    expect(await known('2008-12-01')).toContain('2008-01-01');
  });
});
