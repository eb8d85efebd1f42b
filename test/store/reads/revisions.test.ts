import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { latestObservationOf } from '../../../src/store/reads/observations';
import { revisionsOf } from '../../../src/store/reads/revisions';
import { vintagesOf } from '../../../src/store/reads/vintages';
import { useDatabase } from '../../support/database';
import { aVintage, loadSeries } from '../load/inventedSeries';
import { rowsOf } from './rowsOf';

const database = useDatabase();
const at = (asOf: string, knowledge = Knowledge.ANY) => ({ asOf: isoDate(asOf), knowledge });

beforeAll(async () => {
  const { db } = database();
  await loadSeries(db, [aVintage('PAYEMS', '2026-03-22', { '2026-01-01': '158593', '2026-02-01': '158466.0' })]);
  await loadSeries(db, [aVintage('PAYEMS', '2026-04-03', { '2026-01-01': '158593', '2026-02-01': '158459', '2026-03-01': '158637' })]);
  await loadSeries(db, [aVintage('PAYEMS', '2026-05-08', { '2026-02-01': '158436', '2026-03-01': '158621', '2026-04-01': null })]);
  await loadSeries(db, [aVintage('PAYEMS', '2026-06-05', { '2026-01-01': '158593', '2026-03-01': '158621', '2026-04-01': null })]);
  await loadSeries(db, [aVintage('PAYEMS', null, { '2026-01-01': '7', '2026-02-01': '7' })]);
});

const revisions = (observedOn: string, asOf: string) => rowsOf<Record<string, unknown>>(database().db, revisionsOf('PAYEMS', observedOn, at(asOf)), 'place');

describe('the revisions of a month', () => {
  it('are its versions, each with its day and its change', async () => {
    expect((await revisions('2026-02-01', '2026-06-30')).map(({ value, change, known_on }) => [value, change, known_on])).toEqual([
      [158466, null, '2026-03-22'],
      [158459, -7, '2026-04-03'],
      [158436, -23, '2026-05-08'],
    ]);
  });

  it('are those of the knowledge date', async () => {
    expect((await revisions('2026-02-01', '2026-05-07')).map(({ value }) => value)).toEqual([158466, 158459]);
  });

  it('are the assumed value alone before the first vintage', async () => {
    expect(await revisions('2026-01-01', '2026-02-11')).toMatchObject([{ value: 158593, change: null, known_on: '2026-02-11', known_on_basis: 'LAG_ASSUMED' }]);
    expect(await revisions('2026-01-01', '2026-02-10')).toEqual([]);
  });
});

describe('the newest observation', () => {
  it('is the last that has a value, from the newest vintage that reaches so far', async () => {
    const latest = (asOf: string, knowledge?: Knowledge) => rowsOf(database().db, latestObservationOf('PAYEMS', at(asOf, knowledge)), 'observed_on');
    expect(await latest('2026-11-02')).toMatchObject([{ observed_on: '2026-03-01', value: 158621, known_on: '2026-05-08' }]);
    expect(await latest('2026-05-07')).toMatchObject([{ observed_on: '2026-03-01', value: 158637 }]);
    expect(await latest('2026-03-21')).toMatchObject([{ observed_on: '2026-02-01', value: 158466, known_on_basis: 'LAG_ASSUMED' }]);
    expect(await latest('2026-03-21', Knowledge.PROVEN)).toEqual([]);
  });
});

describe('the vintages of a series', () => {
  it('are those known by the day, and say which of them serve', async () => {
    const rows = await rowsOf<Record<string, unknown>>(database().db, vintagesOf('PAYEMS', at('2026-11-02')), 'place');
    expect(rows.map((row) => [row.known_on, row.known_on_basis, row.first_observed_on, row.observed_on, row.observations, row.is_served])).toEqual([
      ['2026-03-22', 'VINTAGE', '2026-01-01', '2026-02-01', 2, true],
      ['2026-04-03', 'VINTAGE', '2026-01-01', '2026-03-01', 3, true],
      ['2026-05-08', 'VINTAGE', '2026-02-01', '2026-04-01', 3, true],
      ['2026-11-02', 'FIRST_SEEN', '2026-01-01', '2026-02-01', 2, false],
    ]);
  });
});
