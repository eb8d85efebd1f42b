import { loadSample } from '../../../src/store/load/loadSample';
import { useDatabase } from '../../support/database';
import { dataVersion } from './answers';
import { aLine, aReport, issuer, load, noonOf } from './invented';
import { naturalRows, physicalRows, runs } from './tables';

const simulated = useDatabase();
const real = useDatabase();
const sampled = useDatabase();
const hurried = useDatabase();

const invented = [aReport({ fund: 'SIMU', fundName: 'Simulated', lines: [aLine({ ticker: 'ZZ01', name: 'SIMULATED ALDER' }), aLine()] })];
const published = [aReport()];

describe('an invented market', () => {
  it('goes with all that only it named when the first real file comes, and its runs stay recorded', async () => {
    await load(simulated().db, invented, { isSimulated: true });
    const before = await dataVersion(simulated().db);
    await load(simulated().db, published);
    await load(real().db, published);
    expect(await naturalRows(simulated().db)).toEqual(await naturalRows(real().db));
    expect(Number(await dataVersion(simulated().db))).toBeGreaterThan(Number(before));
    expect(await runs(simulated().db)).toHaveLength(2);
  });

  it('is refused beside anything real', async () => {
    const { db } = real();
    const rows = await physicalRows(db);
    const reason = 'it is invented, and the database holds real documents: the two never stand side by side';
    expect(await load(db, invented, { isSimulated: true })).toMatchObject({ outcome: 'REFUSED', refusals: [{ reason }] });
    expect(await physicalRows(db)).toEqual(rows);
  });

  it('is named as such in its documents', async () => {
    const { db } = sampled();
    expect(await loadSample(db, noonOf('2026-11-02'))).toBe(true);
    const publishers = await db.query<unknown[]>('SELECT DISTINCT publisher, is_simulated AS "isSimulated" FROM source_document');
    expect(publishers).toEqual([{ publisher: 'Catalyst Graph (simulated)', isSimulated: true }]);
  });

  it('stays when the first real file is refused', async () => {
    const { db } = sampled();
    const rows = await physicalRows(db);
    expect(await load(db, published, { knownOn: '2025-01-01' })).toMatchObject({ outcome: 'REFUSED' });
    expect(await physicalRows(db)).toEqual(rows);
  });

  it('is not brought back once any load ran', async () => {
    const { db } = sampled();
    expect(await loadSample(db, noonOf('2026-11-02'))).toBe(false);
    await load(db, published, { source: issuer });
    expect(await loadSample(db, noonOf('2026-11-02'))).toBe(false);
    expect(await db.query('SELECT 1 AS one FROM source_document WHERE is_simulated')).toEqual([]);
  });

  it('is brought by one of two servers that start at once', async () => {
    const { db } = hurried();
    const brought = await Promise.all([loadSample(db, noonOf('2026-11-02')), loadSample(db, noonOf('2026-11-02'))]);
    expect([...brought].sort()).toEqual([false, true]);
    expect((await runs(db)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('ADDED'));
  });
});
