import { useDatabase } from '../../support/database';
import { dataVersion } from './answers';
import { aLine, aReport, load, worth } from './invented';
import { physicalRows, runs } from './tables';

const database = useDatabase();

const twoFunds = [aReport({ lines: [aLine(), aLine({ ticker: null, name: 'A WARRANT' })] }), worth('7.00', { fund: 'IVV' })];

describe('a file that is loaded again', () => {
  beforeAll(async () => {
    await load(database().db, twoFunds);
  });

  it.each([
    ['as it is', {}],
    ['under another name', { fileName: 'renamed.json' }],
    ['on a later day', { on: '2026-11-19' }],
    ['on an earlier day', { on: '2025-03-04' }],
  ])('%s adds nothing and touches no row, but records its run', async (_, circumstances) => {
    const { db } = database();
    const [rows, version, before] = [await physicalRows(db), await dataVersion(db), await runs(db)];

    const report = await load(db, twoFunds, circumstances);

    expect(report).toMatchObject({ outcome: 'UNCHANGED', rowsRead: 3, rowsAdded: 0, rowsUnchanged: 3, refusals: [] });
    expect(await physicalRows(db)).toEqual(rows);
    expect(await dataVersion(db)).toBe(version);
    expect((await runs(db)).slice(before.length)).toMatchObject([{ outcome: 'UNCHANGED', read: 3, added: 0, unchanged: 3 }]);
  });

  it('tells the days that are stored, not those of the second load', async () => {
    const { facts } = await load(database().db, twoFunds, { on: '2026-11-19' });
    expect(facts.map(({ about, knownOn, knownOnBasis, provenOn, rowsAdded }) => ({ about, knownOn, knownOnBasis, provenOn, rowsAdded }))).toEqual([
      { about: 'IWM', knownOn: '2025-03-04', knownOnBasis: 'LAG_ASSUMED', provenOn: '2026-11-02', rowsAdded: 0 },
      { about: 'IVV', knownOn: '2025-03-04', knownOnBasis: 'LAG_ASSUMED', provenOn: '2026-11-02', rowsAdded: 0 },
    ]);
  });
});
