import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { recessionsAt } from '../../../src/store/reads/recessions';
import { useDatabase } from '../../support/database';
import { type Says, aVintage, loadSeries } from '../load/inventedSeries';
import { rowsOf } from './rowsOf';

const database = useDatabase();

/** The months of 2007 to 2010 with the recession of 2008 and 2009. */
const months: Says = Object.fromEntries(
  Array.from({ length: 48 }, (_, i) => {
    const month = `${2007 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`;
    return [month, month >= '2008-01-01' && month <= '2009-06-01' ? '1' : '0'];
  }),
);

const recessions = (asOf: string) => rowsOf(database().db, recessionsAt({ asOf: isoDate(asOf), knowledge: Knowledge.ANY }), 'started_on');

describe('a recession', () => {
  beforeAll(async () => {
    await loadSeries(database().db, [aVintage('USREC', '2024-10-08', months)]);
  });

  it('begins in the month after the peak and ends with the trough', async () => {
    expect(await recessions('2024-10-08')).toEqual([{ started_on: '2008-01-01', ended_on: '2009-06-01', months: 18, known_on: '2024-10-08' }]);
  });

  it('is known when the committee has dated its peak, and is not over before it has dated its trough', async () => {
    expect(await recessions('2008-11-30')).toEqual([]);
    expect(await recessions('2008-12-01')).toEqual([{ started_on: '2008-01-01', ended_on: null, months: 11, known_on: '2008-12-01' }]);
    expect(await recessions('2010-09-19')).toEqual([{ started_on: '2008-01-01', ended_on: null, months: 18, known_on: '2008-12-01' }]);
    expect(await recessions('2010-09-20')).toEqual([{ started_on: '2008-01-01', ended_on: '2009-06-01', months: 18, known_on: '2008-12-01' }]);
  });
});
