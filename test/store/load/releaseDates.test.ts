import { type IsoDate, addDays, isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { rebuildDerived } from '../../../src/store/load/factKinds';
import { inLoad } from '../../../src/store/load/inLoad';
import { observationsOf } from '../../../src/store/reads/observations';
import { releaseDaysOf } from '../../../src/store/reads/releaseDays';
import { useDatabase } from '../../support/database';
import { loadReleaseDays } from '../../support/marketReleases';
import { Random } from '../../support/Random';
import { standing } from '../reads/asking';
import { rowsOf } from '../reads/rowsOf';
import { aVintage, loadSeries } from './inventedSeries';

const database = useDatabase();

const JOBS = { code: 'employment-situation', fredId: 50 };

const EMPTY = ['release_day', 'release_list', 'observation_interval', 'unserved_vintage', 'assumed_vintage', 'vintage_value', 'vintage', 'series_load', 'source_document', 'load'].map((table) => `DELETE FROM ${table};`).join(' ');

beforeEach(() => database().db.query(EMPTY));

/** The days as known, those to come in brackets, each with its ground and since when it is proven. */
async function daysOn(asOf: string, knowledge = Knowledge.ANY): Promise<readonly string[]> {
  const rows = await rowsOf<Record<string, string | boolean>>(database().db, releaseDaysOf(JOBS, standing(asOf, knowledge)), 'release_on');
  return rows.map(({ release_on, is_scheduled, known_on_basis, proven_on }) => `${is_scheduled === true ? `(${String(release_on)})` : String(release_on)} ${String(known_on_basis)} ${String(proven_on)}`);
}

const DAYS = { 50: ['2024-09-06', '2024-10-04', '2024-11-01', '2024-12-06'] };

describe('a calendar of releases', () => {
  it('tells as of a day which releases had come by then, and which were to come by the newest calendar known', async () => {
    const { db } = database();
    await loadReleaseDays(db, DAYS, { knownOn: '2024-10-08' });
    await loadReleaseDays(db, { 50: ['2024-11-01', '2024-12-09'] }, { knownOn: '2024-11-05' });
    expect(await daysOn('2024-09-30')).toEqual(['2024-09-06 RELEASE_CALENDAR 2024-10-08']);
    expect(await daysOn('2024-10-08')).toEqual(['2024-09-06 RELEASE_CALENDAR 2024-10-08', '2024-10-04 RELEASE_CALENDAR 2024-10-08', '(2024-11-01) VINTAGE 2024-10-08', '(2024-12-06) VINTAGE 2024-10-08']);
    expect((await daysOn('2024-11-05')).slice(2)).toEqual(['2024-11-01 RELEASE_CALENDAR 2024-11-05', '(2024-12-09) VINTAGE 2024-11-05']);
    expect((await daysOn('2024-12-31')).slice(2)).toEqual(['2024-11-01 RELEASE_CALENDAR 2024-11-05']);
  });

  it('proves nothing before it was read', async () => {
    await loadReleaseDays(database().db, DAYS, { knownOn: '2024-10-08' });
    expect(await daysOn('2024-10-07', Knowledge.PROVEN)).toEqual([]);
    expect(await daysOn('2024-10-08', Knowledge.PROVEN)).toHaveLength(4);
  });

  it('adds nothing when it is read again, dated or not', async () => {
    const { db } = database();
    expect(await loadReleaseDays(db, DAYS, { knownOn: '2024-10-08' })).toMatchObject({ outcome: 'ADDED', rowsAdded: 5, rowsUnchanged: 0 });
    expect(await loadReleaseDays(db, DAYS, { knownOn: '2024-10-08' })).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0, rowsUnchanged: 5 });
    const more = { 50: [...DAYS[50], '2025-01-10'] };
    expect(await loadReleaseDays(db, more, { on: '2024-10-20' })).toMatchObject({ rowsAdded: 4, facts: [{ about: 'release 50', from: '2024-09-06', to: '2025-01-10' }] });
    expect(await loadReleaseDays(db, more, { on: '2024-10-25' })).toMatchObject({ outcome: 'UNCHANGED' });
  });

  it('adds no day to come that the newest calendar has alike, if nobody dated it', async () => {
    const { db } = database();
    await loadReleaseDays(db, DAYS, { on: '2024-10-08' });
    expect(await loadReleaseDays(db, { 50: DAYS[50].slice(1) }, { on: '2024-10-09' })).toMatchObject({ rowsAdded: 1, rowsUnchanged: 3 });
    expect((await daysOn('2024-10-09')).slice(2)).toEqual(['(2024-11-01) FIRST_SEEN 2024-10-08', '(2024-12-06) FIRST_SEEN 2024-10-08']);
  });

  it('is refused for a day of its own that is to come', async () => {
    expect(await loadReleaseDays(database().db, DAYS, { on: '2024-10-08', knownOn: '2024-10-09' })).toMatchObject({
      outcome: 'REFUSED',
      refusals: [{ reason: expect.stringContaining('The calendar of release 50 on 2024-10-09: the day it is about lies after today') as string }],
    });
  });
});

/** What PAYEMS was by a day, of which only a vintage of 2026 is there. */
async function payrollsOn(asOf: string, knowledge = Knowledge.ANY): Promise<readonly string[]> {
  const at = { asOf: isoDate(asOf), knowledge };
  const rows = await rowsOf<Record<string, string>>(database().db, observationsOf('PAYEMS', at), 'observed_on');
  return rows.map(({ observed_on, known_on, known_on_basis, proven_on }) => [observed_on, known_on, known_on_basis, proven_on].join(' '));
}

const LATE = aVintage('PAYEMS', '2026-04-03', { '2024-07-01': '1', '2024-08-01': '2', '2024-09-01': '3', '2024-10-01': '4' });

describe('a value of which only a late vintage is there', () => {
  it('is known on the day that a calendar proves, and by the usual lag where none does', async () => {
    const { db } = database();
    await loadSeries(db, [LATE]);
    expect(await payrollsOn('2024-10-09')).toEqual(['2024-07-01 2024-08-10 LAG_ASSUMED 2026-04-03', '2024-08-01 2024-09-10 LAG_ASSUMED 2026-04-03']);
    await loadReleaseDays(db, DAYS, { knownOn: '2024-10-20' });
    const three = ['2024-07-01 2024-08-10 LAG_ASSUMED 2026-04-03', '2024-08-01 2024-09-06 RELEASE_CALENDAR 2026-04-03', '2024-09-01 2024-10-04 RELEASE_CALENDAR 2026-04-03'];
    expect(await payrollsOn('2024-10-03')).toEqual(three.slice(0, 2));
    expect(await payrollsOn('2024-10-04')).toEqual(three);
    expect(await payrollsOn('2024-11-09')).toEqual(three);
    expect((await payrollsOn('2024-11-10')).slice(3)).toEqual(['2024-10-01 2024-11-10 LAG_ASSUMED 2026-04-03']);
    expect(await payrollsOn('2024-11-10', Knowledge.PROVEN)).toEqual([]);
  });

  it('is dated alike whether the calendar or the vintage came first, in whatever order calendars came', async () => {
    const { db } = database();
    const random = new Random(5);
    const stands = () => db.query<unknown[]>(`SELECT to_jsonb(o) - 'vintage_id' - 'document_id' FROM observation_interval o ORDER BY observed_on, place_from`);
    const listed = () => db.query<unknown[]>('SELECT DISTINCT ON (release_on, observed_on) release_on, observed_on, proven_on FROM release_day ORDER BY release_on, observed_on, proven_on');
    for (let round = 0; round < 4; round += 1) {
      const calendars = Array.from({ length: 3 }, () => someCalendar(random));
      const loads = [() => loadSeries(db, [LATE]), ...calendars.map(({ days, knownOn }) => () => loadReleaseDays(db, { 50: days }, { knownOn }))];
      const found: unknown[] = [];
      for (const order of [loads, [...loads].reverse()]) {
        await db.query(EMPTY);
        for (const load of order) await load();
        const derived = [await stands(), await listed()];
        found.push(derived);
        await inLoad(db, rebuildDerived);
        expect([await stands(), await listed()]).toEqual(derived);
      }
      expect(found[1]).toEqual(found[0]);
    }
  });
});

/** Some of the days around those of 2024, as read on one of them. */
function someCalendar(random: Random): { readonly days: readonly IsoDate[]; readonly knownOn: IsoDate } {
  const first = addDays(isoDate('2024-07-20'), random.below(60));
  const days = Array.from({ length: 2 + random.below(4) }, (_, n) => addDays(first, 28 * n + random.below(9)));
  return { days, knownOn: addDays(first, random.below(150)) };
}
