import { aVintage, loadSeries } from '../../store/load/inventedSeries';
import { dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { loadReleaseDays } from '../../support/marketReleases';

const database = useDatabase();

beforeAll(async () => {
  const { db } = database();
  await loadSeries(db, [aVintage('PAYEMS', '2024-10-08', { '2024-07-01': '1', '2024-08-01': '2', '2024-09-01': '3' })]);
  await loadReleaseDays(db, { 50: ['2024-08-02', '2024-09-06', '2024-10-04'] }, { knownOn: '2024-10-12', fileName: 'later.json' });
  await loadReleaseDays(db, { 50: ['2024-08-02', '2024-09-06', '2024-10-04', '2024-11-01', '2024-12-06'] }, { knownOn: '2024-10-08' });
  await loadSeries(db, [aVintage('CPIAUCSL', '2024-10-08', { '2024-07-01': '1', '2024-08-01': '2' })]);
});

const release = (asOf: string, code = 'employment-situation', knowledge = 'ANY') =>
  dataOf(database().db, `{ release(code: "${code}", asOf: "${asOf}", knowledge: ${knowledge}) { lastOn lastOnBasis nextOn nextOnBasis } }`);

describe('a release', () => {
  it('last came out and comes out next as calendars known on the day list it', async () => {
    expect(await release('2024-10-08')).toEqual({ release: { lastOn: '2024-10-04', lastOnBasis: 'RELEASE_CALENDAR', nextOn: '2024-11-01', nextOnBasis: 'RELEASE_CALENDAR' } });
    expect(await release('2024-11-01')).toMatchObject({ release: { lastOn: '2024-10-04', nextOn: '2024-12-06' } });
  });

  it('is due next by the usual lag while no calendar was known that had days to come, and where it has no more days to come', async () => {
    expect(await release('2024-10-04')).toEqual({ release: { lastOn: '2024-10-04', lastOnBasis: 'RELEASE_CALENDAR', nextOn: '2024-11-10', nextOnBasis: 'LAG_ASSUMED' } });
    expect(await release('2024-12-06')).toMatchObject({ release: { nextOn: '2024-11-10', nextOnBasis: 'LAG_ASSUMED' } });
  });

  it('last came out when its newest period was known, where no calendar lists it or the calendar is older than that', async () => {
    expect(await release('2024-10-08', 'consumer-price-index')).toEqual({ release: { lastOn: '2024-10-08', lastOnBasis: 'VINTAGE', nextOn: '2024-10-16', nextOnBasis: 'LAG_ASSUMED' } });
    expect(await release('2024-09-20', 'consumer-price-index')).toMatchObject({ release: { lastOn: '2024-09-16', lastOnBasis: 'LAG_ASSUMED' } });
    await loadSeries(database().db, [aVintage('UNRATE', '2025-01-12', { '2024-12-01': '4' })]);
    expect(await release('2025-01-12')).toMatchObject({ release: { lastOn: '2025-01-12', lastOnBasis: 'VINTAGE' } });
  });

  it('has nothing to say before anything was known of it', async () => {
    expect(await release('2024-10-07', 'employment-situation', 'PROVEN')).toEqual({ release: { lastOn: null, lastOnBasis: null, nextOn: null, nextOnBasis: null } });
    expect(await release('2024-10-08', 'weekly-claims')).toEqual({ release: { lastOn: null, lastOnBasis: null, nextOn: null, nextOnBasis: null } });
  });

  it('lists its days with their grounds and the calendar they are from, and dates its values by them', async () => {
    const question = `{ indicator(code: "PAYEMS", asOf: "2024-10-07") {
      release { dates(from: "2024-09-01", last: 2) { totalCount nodes { releaseOn isScheduled knownOn knownOnBasis provenOn source { fileName } release { code } } } }
      latest { observedOn value knownOn knownOnBasis provenOn missing { reason } }
    } }`;
    const source = { fileName: 'releases.json' };
    const node = (day: string) => ({ releaseOn: day, isScheduled: false, knownOn: day, knownOnBasis: 'RELEASE_CALENDAR', provenOn: '2024-10-08', source, release: { code: 'employment-situation' } });
    expect(await dataOf(database().db, question)).toEqual({
      indicator: {
        release: { dates: { totalCount: 2, nodes: [node('2024-09-06'), node('2024-10-04')] } },
        latest: { observedOn: '2024-09-01', value: 3, knownOn: '2024-10-04', knownOnBasis: 'RELEASE_CALENDAR', provenOn: '2024-10-08', missing: [] },
      },
    });
  });

  it('is one of those that are shipped', async () => {
    expect(await dataOf(database().db, '{ releases(first: 4) { totalCount nodes { code fredId dates(first: 0) { totalCount } } } }')).toEqual({
      releases: {
        totalCount: 13,
        nodes: [
          { code: 'business-cycle-dates', fredId: 242, dates: { totalCount: 0 } },
          { code: 'cboe-volatility', fredId: 200, dates: { totalCount: 0 } },
          { code: 'charge-off-and-delinquency', fredId: null, dates: { totalCount: 0 } },
          { code: 'consumer-price-index', fredId: 10, dates: { totalCount: 0 } },
        ],
      },
    });
    expect(await dataOf(database().db, '{ release(code: "employment-situation") { name fredId dates(first: 0) { totalCount } } }')).toEqual({
      release: { name: 'Employment Situation', fredId: 50, dates: { totalCount: 3 } },
    });
  });
});
