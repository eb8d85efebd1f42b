import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { observationsOf } from '../../../src/store/reads/observations';
import { useDatabase } from '../../support/database';
import { rowsOf } from '../reads/rowsOf';
import { type Says, aHistory, aVintage, loadSeries } from './inventedSeries';

const database = useDatabase();

const told = async (code: string, asOf: string, from: string | null = null): Promise<Says> => {
  const read = observationsOf(code, { asOf: isoDate(asOf), knowledge: Knowledge.ANY }, { from, to: null });
  const rows = await rowsOf<{ observed_on: string; value: number | null }>(database().db, read, 'observed_on');
  return Object.fromEntries(rows.map(({ observed_on, value }) => [observed_on, value === null ? null : String(value)]));
};

const count = async (table: string, code: string): Promise<number> =>
  Number((await database().db.query<{ count: string }[]>(`SELECT count(*) FROM ${table} WHERE series_code = $1`, [code]))[0]?.count);

const HISTORY = [
  { knownOn: isoDate('2024-08-05'), says: { '2024-07-01': '1' } },
  { knownOn: isoDate('2024-09-05'), says: { '2024-07-01': '1.0', '2024-08-01': '2' } },
  { knownOn: isoDate('2024-10-05'), says: { '2024-07-01': '1.5', '2024-08-01': '2', '2024-09-01': '3' } },
];

const GROWN = [...HISTORY, { knownOn: isoDate('2024-11-05'), says: { '2024-07-01': '1.5', '2024-08-01': '2', '2024-09-01': '3.5', '2024-10-01': null } }];

describe('a file with a history of vintages', () => {
  it('is known on each of their days as it was then', async () => {
    expect(await loadSeries(database().db, [aHistory('HIST', HISTORY)])).toMatchObject({ outcome: 'ADDED', rowsAdded: 5 });
    for (const { knownOn, says } of HISTORY) expect(await told('HIST', knownOn)).toEqual({ ...says, ...('2024-09-01' in says ? {} : { '2024-07-01': '1' }) });
    expect(await told('HIST', '2024-08-04')).toEqual({});
  });

  it('adds the vintage by which it grew, and nothing the second time', async () => {
    await loadSeries(database().db, [aHistory('GROWS', HISTORY)]);
    expect(await loadSeries(database().db, [aHistory('GROWS', GROWN)])).toMatchObject({ outcome: 'ADDED' });
    expect(await count('vintage', 'GROWS')).toBe(4);
    expect(await told('GROWS', '2024-11-05')).toEqual({ '2024-07-01': '1.5', '2024-08-01': '2', '2024-09-01': '3.5', '2024-10-01': null });
    expect(await told('GROWS', '2024-10-05')).toEqual({ '2024-07-01': '1.5', '2024-08-01': '2', '2024-09-01': '3' });
    expect(await loadSeries(database().db, [aHistory('GROWS', GROWN)])).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0 });
  });

  it('keeps a value once for all vintages that follow each other and have it so', async () => {
    expect(await count('observation_interval', 'HIST')).toBe(4);
  });
});

describe('a vintage', () => {
  it('that lacks a period within its own span is refused whole, and what was known before is still served', async () => {
    const { db } = database();
    await loadSeries(db, [aVintage('LACKS', '2024-10-01', { '2024-06-01': '1', '2024-07-01': '2', '2024-08-01': '3' })]);
    const report = await loadSeries(db, [aVintage('LACKS', '2024-11-01', { '2024-06-01': '1', '2024-08-01': '3', '2024-09-01': '4' })]);
    const reason = 'LACKS as known on 2024-11-01 lacks 2024-07-01, which lies within its own span, 2024-06-01 to 2024-09-01, and which the vintage before it has';
    expect(report).toMatchObject({ outcome: 'REFUSED', refusals: [{ reason }] });
    expect(await told('LACKS', '2024-11-02')).toEqual({ '2024-06-01': '1', '2024-07-01': '2', '2024-08-01': '3' });
  });

  it('that lacks a period which an earlier one turns out to have is not served any more', async () => {
    const { db } = database();
    await loadSeries(db, [aVintage('LATER', '2024-11-01', { '2024-06-01': '1', '2024-08-01': '3' })]);
    expect(await told('LATER', '2024-11-02')).toEqual({ '2024-06-01': '1', '2024-08-01': '3' });
    expect(await loadSeries(db, [aVintage('LATER', '2024-10-01', { '2024-06-01': '1', '2024-07-01': '2', '2024-08-01': '3' })])).toMatchObject({ outcome: 'ADDED' });
    expect(await told('LATER', '2024-11-02')).toEqual({ '2024-06-01': '1', '2024-07-01': '2', '2024-08-01': '3' });
  });

  it('may say that a value is missing, and lacks nothing then', async () => {
    const { db } = database();
    await loadSeries(db, [aVintage('GAP', '2024-10-01', { '2024-06-01': '1', '2024-07-01': '2', '2024-08-01': '3' })]);
    expect(await loadSeries(db, [aVintage('GAP', '2024-11-01', { '2024-06-01': '1', '2024-07-01': null, '2024-08-01': '3' })])).toMatchObject({ outcome: 'ADDED' });
    expect(await told('GAP', '2024-11-02')).toEqual({ '2024-06-01': '1', '2024-07-01': null, '2024-08-01': '3' });
  });
});

describe('a file without a day', () => {
  it('counts as first seen on the day it is loaded, and adds nothing again', async () => {
    const { db } = database();
    const file = [aVintage('SEEN', null, { '2024-06-01': '1' })];
    expect((await loadSeries(db, file, { on: '2026-11-02' })).facts).toMatchObject([{ about: 'SEEN', knownOn: '2026-11-02', knownOnBasis: 'FIRST_SEEN' }]);
    expect(await loadSeries(db, file, { on: '2026-11-09' })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await told('SEEN', '2026-11-01')).toEqual({});
    expect(await told('SEEN', '2026-11-02')).toEqual({ '2024-06-01': '1' });
  });

  it('is known earlier as soon as somebody says so', async () => {
    const { db } = database();
    const file = [aVintage('TOLD', null, { '2024-06-01': '1' })];
    await loadSeries(db, file);
    expect(await loadSeries(db, file, { knownOn: '2024-07-09' })).toMatchObject({ outcome: 'ADDED', facts: [{ knownOnBasis: 'VINTAGE' }] });
    expect(await told('TOLD', '2024-07-09')).toEqual({ '2024-06-01': '1' });
    expect(await loadSeries(db, file, { knownOn: '2024-07-09' })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await loadSeries(db, file)).toMatchObject({ outcome: 'UNCHANGED' });
  });

  it('that ends before what was known already is an old download, and serves nothing', async () => {
    const { db } = database();
    const newer = { '2024-06-01': '1', '2024-07-01': '2', '2024-08-01': '3' };
    await loadSeries(db, [aVintage('OLD', '2024-10-01', newer)]);
    expect(await loadSeries(db, [aVintage('OLD', null, { '2024-06-01': '9', '2024-07-01': '9' })])).toMatchObject({ outcome: 'ADDED' });
    expect(await told('OLD', '2026-11-02')).toEqual(newer);
  });

  it('cannot be told a day before a period that it has, or a day to come', async () => {
    const file = [aVintage('SOON', null, { '2024-06-01': '1' })];
    expect(await loadSeries(database().db, file, { knownOn: '2024-05-31' })).toMatchObject({ outcome: 'REFUSED' });
    expect(await loadSeries(database().db, file, { knownOn: '2026-11-03' })).toMatchObject({ outcome: 'REFUSED' });
  });
});
