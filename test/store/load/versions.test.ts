import { isoDate } from '../../../src/domain/isoDate';
import { useDatabase } from '../../support/database';
import { served } from './answers';
import { aReport, load, own, worth } from './invented';

const database = useDatabase();

let fund = '';
let made = 0;
beforeEach(() => {
  made += 1;
  fund = `FUND${made}`;
});

async function versions(): Promise<readonly string[]> {
  const rows = await database().db.query<{ text: string }[]>(
    `SELECT concat_ws(' ', total_market_value, known_on, known_on_basis, proven_on) AS text FROM snapshot
     WHERE fund_symbol = $1 ORDER BY known_on, proven_on, total_market_value`,
    [fund],
  );
  return rows.map(({ text }) => text);
}

const valueAt = async (asOf: string, knowledge: 'ANY' | 'PROVEN' = 'ANY'): Promise<number | null | undefined> =>
  (await served(database().db, fund, { asOf, knowledge }))?.totalMarketValue;

describe('other bytes for a fund and day', () => {
  it('are a later version, first seen on the day of their load', async () => {
    const { db } = database();
    await load(db, [worth('100', { fund })], { on: '2025-04-01' });
    await load(db, [worth('90', { fund })], { on: '2025-05-01' });
    expect(await versions()).toEqual(['100 2025-03-04 LAG_ASSUMED 2025-04-01', '90 2025-05-01 FIRST_SEEN 2025-05-01']);
    expect([await valueAt('2025-03-03'), await valueAt('2025-03-04'), await valueAt('2025-04-30'), await valueAt('2025-05-01')]).toEqual([undefined, 100, 100, 90]);
    expect([await valueAt('2025-03-31', 'PROVEN'), await valueAt('2025-04-01', 'PROVEN'), await valueAt('2025-05-01', 'PROVEN')]).toEqual([undefined, 100, 90]);
  });

  it.each(['70', '80', '95', '110'])('seen twice in one day are served as they were seen last: %s', async (last) => {
    const { db } = database();
    for (const value of ['100', '90', last]) await load(db, [worth(value, { fund })], { on: '2025-05-01' });
    expect([await valueAt('2025-05-01'), await valueAt('2025-05-01', 'PROVEN')]).toEqual([Number(last), Number(last)]);
  });

  it('leave the assumption to an original that comes after its dated correction', async () => {
    const { db } = database();
    await load(db, [worth('90', { fund })], { knownOn: '2025-03-10' });
    await load(db, [worth('100', { fund })]);
    expect(await versions()).toEqual(['100 2025-03-04 LAG_ASSUMED 2026-11-02', '90 2025-03-10 VINTAGE 2025-03-10']);
    expect([await valueAt('2025-03-09'), await valueAt('2025-03-10')]).toEqual([100, 90]);
  });

  it.each(['2025-03-03', '2025-03-04'])('are first seen where a download of %s shows what stood there by the assumed day', async (knownOn) => {
    const { db } = database();
    await load(db, [worth('100', { fund })], { knownOn });
    await load(db, [worth('90', { fund })]);
    expect(await versions()).toEqual([`100 ${knownOn} VINTAGE ${knownOn}`, '90 2026-11-02 FIRST_SEEN 2026-11-02']);
  });
});

describe('the same bytes', () => {
  it('said to have been known earlier than was proven are a version of their own', async () => {
    const { db } = database();
    await load(db, [worth('100', { fund })]);
    const report = await load(db, [worth('100', { fund })], { knownOn: '2025-03-20' });
    expect(report).toMatchObject({ outcome: 'ADDED', rowsAdded: 1 });
    expect(await versions()).toEqual(['100 2025-03-04 LAG_ASSUMED 2026-11-02', '100 2025-03-20 VINTAGE 2025-03-20']);
    expect([await valueAt('2025-03-19', 'PROVEN'), await valueAt('2025-03-20', 'PROVEN')]).toEqual([undefined, 100]);
    expect(await valueAt('2025-03-04')).toBe(100);
  });

  it.each(['2025-03-20', '2025-03-21'])('said to have been known on %s, when that is proven already, are unchanged', async (knownOn) => {
    const { db } = database();
    await load(db, [worth('100', { fund })], { knownOn: '2025-03-20' });
    expect(await load(db, [worth('100', { fund })], { knownOn })).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0 });
    expect(await versions()).toEqual(['100 2025-03-20 VINTAGE 2025-03-20']);
  });

  it('said ever earlier, and then again, end in one version for each day said', async () => {
    const { db } = database();
    for (const knownOn of ['2025-03-20', '2025-03-10', '2025-03-15', '2025-03-20', '2025-03-10']) await load(db, [worth('100', { fund })], { knownOn });
    expect(await versions()).toEqual(['100 2025-03-10 VINTAGE 2025-03-10', '100 2025-03-20 VINTAGE 2025-03-20']);
  });

  it('share one document', async () => {
    const { db } = database();
    const one = [aReport({ fund, fundName: `All of ${fund}` })];
    await load(db, one);
    await load(db, one, { knownOn: '2025-03-20' });
    const documents = await db.query<unknown[]>('SELECT DISTINCT document_id FROM snapshot WHERE fund_symbol = $1', [fund]);
    expect(documents).toHaveLength(1);
  });
});

describe('two sources for one fund and day', () => {
  it.each([
    ['first', [own, { ...own, key: 'invented-issuer', precedence: 10 }]],
    ['last', [{ ...own, key: 'invented-issuer', precedence: 10 }, own]],
  ])('are both kept, and the preferred one is served, even with the other known %s', async (_, sources) => {
    const { db } = database();
    for (const [i, source] of sources.entries()) {
      await load(db, [worth(source.precedence === 10 ? '100' : '90', { fund })], { source, knownOn: `2025-03-1${i}` });
    }
    expect(await versions()).toHaveLength(2);
    expect(await valueAt('2025-03-11')).toBe(100);
  });

  it('are served in turn: the other while the preferred one was not known', async () => {
    const { db } = database();
    await load(db, [worth('90', { fund })], { source: own, knownOn: '2025-03-05' });
    await load(db, [worth('100', { fund })], { knownOn: '2025-03-07' });
    expect([await valueAt('2025-03-06'), await valueAt('2025-03-07')]).toEqual([90, 100]);
  });

  it('stand behind a newer day of either', async () => {
    const { db } = database();
    await load(db, [worth('100', { fund })], { knownOn: '2025-03-05' });
    await load(db, [worth('90', { fund })], { source: own, knownOn: '2025-03-05' });
    await load(db, [worth('80', { fund, observedOn: isoDate('2025-03-04') })], { source: own, knownOn: '2025-03-05' });
    expect(await valueAt('2025-03-05')).toBe(80);
  });
});
