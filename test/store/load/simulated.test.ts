import type { DataSource } from 'typeorm';
import { simulatedFiles } from '../../../src/simulation/simulatedFiles';
import { sourceByKey } from '../../../src/sources/sources';
import { loadFile } from '../../../src/store/load/loadFile';
import { loadSimulation, replaceSimulation } from '../../../src/store/load/loadSimulation';
import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { loadMarket, smallMarket } from '../../support/simulatedMarket';
import { dataVersion } from './answers';
import { aLine, aReport, issuer, load, noonOf } from './invented';
import { naturalRows, physicalRows, runs } from './tables';

const simulated = useDatabase();
const real = useDatabase();
const market = useDatabase();
const hurried = useDatabase();
const atOnce = useDatabase();
const fileByFile = useDatabase();

/** Whose each wording is, from which day on, and how that was told. */
const matches = (db: DataSource): Promise<readonly unknown[]> =>
  db.query(`SELECT d.listing, d.name, d.cusip, d.cik AS own, m.observed_from::text, m.cik, m.matched_by FROM company_match m JOIN security_description d ON d.id = m.description_id ORDER BY 1, 2, 3, 4, 5, 6`);

const invented = [aReport({ fund: 'SIMU', fundName: 'Simulated', lines: [aLine({ ticker: 'ZZ01', name: 'SIMULATED ALDER' }), aLine()] })];
const published = [aReport()];

describe('an invented market', () => {
  it('stays when a real file comes that is not to replace it', async () => {
    const { db } = simulated();
    await load(db, invented, { isSimulated: true });
    const rows = await physicalRows(db);
    const reason = 'the database holds a simulated market, and real files never stand beside it: load with --replace-simulated to take it out first';
    expect(await load(db, published)).toMatchObject({ outcome: 'REFUSED', refusals: [{ reason }] });
    expect(await physicalRows(db)).toEqual(rows);
  });

  it('goes with all that only it named when a real file is to replace it, and its runs stay recorded', async () => {
    const before = await dataVersion(simulated().db);
    await load(simulated().db, published, { replacesSimulated: true });
    await load(real().db, published);
    expect(await naturalRows(simulated().db)).toEqual(await naturalRows(real().db));
    expect(Number(await dataVersion(simulated().db))).toBeGreaterThan(Number(before));
    expect(await runs(simulated().db)).toHaveLength(3);
  });

  it('is refused beside anything real', async () => {
    const { db } = real();
    const rows = await physicalRows(db);
    const reason = 'it is invented, and the database holds real documents: the two never stand side by side';
    expect(await load(db, invented, { isSimulated: true })).toMatchObject({ outcome: 'REFUSED', refusals: [{ reason }] });
    await expect(replaceSimulation(db, smallMarket, simulatedFiles(smallMarket))).rejects.toThrow(reason);
    expect(await physicalRows(db)).toEqual(rows);
  });
});

describe('a simulated market', () => {
  const anIwm = '{ etf(symbol: "IWM") { snapshot { observedOn age source { publisher isSimulated } } } }';
  const standsOn = async (): Promise<unknown> => (await ask(market().db, anIwm)).result.extensions?.data;

  it('is named as such in every one of its documents', async () => {
    const { db } = market();
    expect(await loadMarket(db)).toBe(true);
    const publishers = await db.query<unknown[]>('SELECT DISTINCT publisher, is_simulated AS "isSimulated" FROM source_document');
    expect(publishers).toEqual([{ publisher: 'Catalyst Graph (simulated)', isSimulated: true }]);
  });

  it('has its last day for today, and every answer says so and that it is simulated', async () => {
    const { result } = await ask(market().db, anIwm);
    expect(result.data).toEqual({
      etf: { snapshot: { observedOn: '2025-12-30', age: 1, source: { publisher: 'Catalyst Graph (simulated)', isSimulated: true } } },
    });
    expect(result.extensions?.data).toEqual({ version: await dataVersion(market().db), asOf: '2025-12-31', isSettled: false, isSimulated: true });
  });

  it('has no day after its last', async () => {
    const { result } = await ask(market().db, '{ etf(symbol: "IWM", asOf: "2026-01-02") { symbol } }');
    expect(result.errors?.map(({ message }) => message)).toEqual(['asOf 2026-01-02 lies in the future: today is 2025-12-31.']);
  });

  it('is not brought back once any load ran', async () => {
    const { db } = market();
    expect(await loadMarket(db)).toBe(false);
    await load(db, published, { source: issuer, replacesSimulated: true });
    expect(await loadMarket(db)).toBe(false);
    expect(await db.query('SELECT 1 AS one FROM source_document WHERE is_simulated')).toEqual([]);
  });

  it('leaves its today with it when it goes', async () => {
    expect(await standsOn()).toEqual({ version: await dataVersion(market().db), asOf: '2026-11-20', isSettled: false });
  });

  it('finds once for all files whose its securities are, as loads of one file after another do', async () => {
    const aYear = { ...smallMarket, years: 1 };
    await loadMarket(atOnce().db, aYear);
    for (const { source: key, name: fileName, text } of simulatedFiles(aYear)) {
      const file = { source: sourceByKey(key), fileName, bytes: Buffer.from(text), told: {}, now: noonOf(aYear.lastOn), isSimulated: true };
      expect(await loadFile(fileByFile().db, file)).toMatchObject({ outcome: 'ADDED' });
    }
    const found = await matches(atOnce().db);
    expect(found.length).toBeGreaterThan(40);
    expect(await matches(fileByFile().db)).toEqual(found);
  });

  it('is brought by one of two servers that start at once', async () => {
    const { db } = hurried();
    const files = [...simulatedFiles(smallMarket)].slice(0, 3);
    const brought = await Promise.all([1, 2].map(() => loadSimulation(db, smallMarket, files)));
    expect([...brought].sort()).toEqual([false, true]);
    expect((await runs(db)).map(({ outcome }) => outcome)).toEqual(Array(3).fill('ADDED'));
  });
});
