import { type IsoDate, addDays, isoDate } from '../../../src/domain/isoDate';
import { aVintage, loadSeries } from '../../store/load/inventedSeries';
import { dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aSnapshot } from '../../support/rows';

const database = useDatabase();

const EMPTY = ['observation_interval', 'unserved_vintage', 'assumed_vintage', 'vintage_value', 'vintage', 'series_load', 'holding', 'snapshot', 'source_document', 'load'].map((table) => `DELETE FROM ${table};`).join(' ');

beforeEach(() => database().db.query(EMPTY));

/** The first day on which the invented publisher is stale, sought from a day on; none within two hundred. */
async function staleFrom(day: string): Promise<IsoDate | null> {
  const days = Array.from({ length: 200 }, (_, n) => addDays(isoDate(day), n));
  for (let [low, high] = [0, days.length]; ; ) {
    if (low >= high) return days[low] ?? null;
    const middle = (low + high) >> 1;
    if ((await isStale(days[middle] ?? day)) === true) high = middle;
    else low = middle + 1;
  }
}

async function isStale(asOf: string): Promise<boolean | null> {
  const { dataStatus } = await dataOf<{ dataStatus: readonly { source: string; isStale: boolean | null }[] }>(database().db, `{ dataStatus(asOf: "${asOf}") { source isStale } }`);
  const found = dataStatus.find(({ source }) => source === 'invented-publisher');
  if (found === undefined) throw new Error('It has no status.');
  return found.isStale;
}

const knownOn = '2024-10-04';

describe('a source', () => {
  it.each([
    ['monthly', 'UNRATE', '2024-09-01', '2024-11-18', '31 October, 10 days and a week'],
    ['monthly, of daily rates', 'FEDFUNDS', '2024-09-01', '2024-11-12', '31 October, 4 days and a week'],
    ['weekly', 'ICSA', '2024-09-28', '2024-10-19', '5 October, 6 days and a week'],
    ['quarterly', 'GDPC1', '2024-04-01', '2024-11-12', '30 September, 35 days and a week'],
    ['daily', 'DGS2', '2024-10-02', '2024-10-10', '5 sessions'],
  ])('of a %s series is stale when the period after its newest one is overdue: %s of %s from %s, after %s', async (_often, code, newest, from) => {
    await loadSeries(database().db, [aVintage(code, knownOn, { [newest]: '1' })]);
    expect(await isStale(addDays(isoDate(from), -1))).toBe(false);
    expect(await staleFrom(knownOn)).toBe(from);
  });

  it('is stale by the series that is furthest behind, one that has ended aside', async () => {
    const { db } = database();
    await loadSeries(db, [aVintage('UNRATE', knownOn, { '2024-09-01': '1' })]);
    await loadSeries(db, [aVintage('DFEDTAR', knownOn, { '2008-12-15': '1' })]);
    expect(await isStale('2024-10-08')).toBe(false);
    await loadSeries(db, [aVintage('NFCI', knownOn, { '2024-08-30': '1' })]);
    expect(await isStale('2024-10-08')).toBe(true);
  });

  it('is not judged by a series of which nobody has said how often it comes', async () => {
    const { db } = database();
    await loadSeries(db, [aVintage('OWN', knownOn, { '2020-01-01': '1' })]);
    expect(await isStale('2024-10-08')).toBeNull();
  });

  it('of holdings is stale after five sessions, whatever its series are', async () => {
    const { db } = database();
    await loadSeries(db, [aVintage('UNRATE', knownOn, { '2024-09-01': '1' })]);
    await aSnapshot(db, { fund: 'IWM', observedOn: '2024-10-01', knownOn: '2024-10-02', source: 'invented-publisher' });
    expect(await staleFrom(knownOn)).toBe('2024-10-09');
  });
});
