import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { type Sql, write } from '../../../src/store/sql';
import { type Window, observationsOf } from '../../../src/store/reads/observations';
import { useDatabase } from '../../support/database';
import { type Says, aVintage, loadSeries } from '../load/inventedSeries';
import { rowsOf } from './rowsOf';

const database = useDatabase();

interface Observation {
  readonly observed_on: string;
  readonly value: number | null;
  readonly known_on: string;
  readonly known_on_basis: string;
  readonly proven_on: string;
  readonly vintage_id: number;
}

const observations = (asOf: string, { code = 'PAYEMS', knowledge = Knowledge.ANY, ...window }: Partial<Window> & { code?: string; knowledge?: Knowledge } = {}) =>
  rowsOf<Observation>(database().db, observationsOf(code, { asOf: isoDate(asOf), knowledge }, { from: null, to: null, ...window }), 'observed_on');

const told = async (...asked: Parameters<typeof observations>): Promise<Says> =>
  Object.fromEntries((await observations(...asked)).map(({ observed_on, value }) => [observed_on, value === null ? null : String(value)]));

const SEPTEMBER = { '2024-06-01': '100', '2024-07-01': '110', '2024-08-01': '130' };
const OCTOBER = { '2024-06-01': '100', '2024-07-01': '105', '2024-08-01': '120', '2024-09-01': '125' };

/** Two months that were revised by a later excerpt, and the one after them. */
const EXCERPT = { '2024-08-01': '90', '2024-09-01': '95', '2024-10-01': '99' };

beforeAll(async () => {
  const files = [aVintage('PAYEMS', '2024-09-20', SEPTEMBER), aVintage('PAYEMS', '2024-10-18', OCTOBER), aVintage('PAYEMS', '2024-11-15', EXCERPT)];
  for (const file of files) expect(await loadSeries(database().db, [file])).toMatchObject({ outcome: 'ADDED' });
});

describe('a series as known on a day', () => {
  it('is the newest vintage of that day, and no mixture', async () => {
    expect(await told('2024-10-17')).toEqual(SEPTEMBER);
    expect(await told('2024-10-18')).toEqual(OCTOBER);
    const [first, ...others] = await observations('2024-10-18');
    expect(new Set(others.map(({ vintage_id }) => vintage_id))).toEqual(new Set([first?.vintage_id]));
  });

  it('says of each value since when it was known so', async () => {
    const days = (await observations('2024-10-18')).map(({ observed_on, known_on, known_on_basis, proven_on }) => [observed_on, known_on, known_on_basis, proven_on]);
    expect(days).toEqual([
      ['2024-06-01', '2024-09-20', 'VINTAGE', '2024-09-20'],
      ['2024-07-01', '2024-10-18', 'VINTAGE', '2024-10-18'],
      ['2024-08-01', '2024-10-18', 'VINTAGE', '2024-10-18'],
      ['2024-09-01', '2024-10-18', 'VINTAGE', '2024-10-18'],
    ]);
  });

  it('is, before its first vintage, the earliest one cut by the usual lag, and says so', async () => {
    expect(await told('2024-08-09')).toEqual({ '2024-06-01': '100' });
    expect(await told('2024-08-10')).toEqual({ '2024-06-01': '100', '2024-07-01': '110' });
    expect(await observations('2024-08-10')).toMatchObject([
      { known_on: '2024-07-10', known_on_basis: 'LAG_ASSUMED', proven_on: '2024-09-20' },
      { known_on: '2024-08-10', known_on_basis: 'LAG_ASSUMED', proven_on: '2024-09-20' },
    ]);
  });

  it('is nothing before its first vintage where only what is proven counts', async () => {
    expect(await told('2024-09-19', { knowledge: Knowledge.PROVEN })).toEqual({});
    expect(await told('2024-09-20', { knowledge: Knowledge.PROVEN })).toEqual(SEPTEMBER);
  });
});

describe('an excerpt', () => {
  it('serves a window that it covers whole', async () => {
    expect(await told('2024-11-15', { from: '2024-08-01' })).toEqual(EXCERPT);
    expect(await told('2024-11-15', { from: '2024-09-01', to: '2024-09-30' })).toEqual({ '2024-09-01': '95' });
  });

  it('serves no part of a window that begins before it', async () => {
    expect(await told('2024-11-15')).toEqual(OCTOBER);
    expect(await told('2024-11-15', { from: '2024-07-01', to: '2024-09-01' })).toEqual({ '2024-07-01': '105', '2024-08-01': '120', '2024-09-01': '125' });
    expect(await told('2024-11-15', { from: '2024-07-02', to: '2024-09-01' })).toEqual({ '2024-08-01': '90', '2024-09-01': '95' });
  });

  it('that ends early serves no window up to a later period', async () => {
    const early = { '2024-05-01': '80', '2024-06-01': '81', '2024-07-01': '82' };
    await loadSeries(database().db, [aVintage('UNRATE', '2024-10-01', { ...early, '2024-08-01': '83' }), aVintage('UNRATE', '2024-11-01', { ...early, '2024-06-01': '99' })]);
    const code = 'UNRATE';
    expect(await told('2024-11-01', { code, to: '2024-07-31' })).toEqual({ ...early, '2024-06-01': '99' });
    expect(await told('2024-11-01', { code })).toEqual({ ...early, '2024-08-01': '83' });
    expect(await told('2024-11-01', { code, from: '2024-06-01', to: '2024-08-01' })).toEqual({ '2024-06-01': '81', '2024-07-01': '82', '2024-08-01': '83' });
  });
});

describe('700 months as known on a day', () => {
  it('are one statement, and one range of an index', async () => {
    const { db } = database();
    const months: Says = Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`${1960 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`, '5']));
    for (const series of ['ONE', 'TWO', 'INDPRO', 'FEDFUNDS']) await loadSeries(db, [aVintage(series, '2024-09-20', months)]);
    await db.query('ANALYZE observation_interval, vintage');
    expect(await observations('2024-10-01', { code: 'INDPRO' })).toHaveLength(700);
    const plan = await planOf(observationsOf('INDPRO', { asOf: isoDate('2024-10-01'), knowledge: Knowledge.ANY }));
    expect(plan).not.toContain('Seq Scan on observation_interval');
    expect(plan.match(/ on observation_interval held/g)).toHaveLength(1);
    expect(plan).toMatch(/Index Cond: \(\(.*series_code = .*observed_on >= .*observed_on <= /);
  });
});

async function planOf(read: Sql): Promise<string> {
  const values: unknown[] = [];
  const text = write(read, values);
  const rows = await database().db.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${text}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
