import { isoDate } from '../../../src/domain/isoDate';
import { useDatabase } from '../../support/database';
import { type Circumstances, aReport, load, own } from './invented';
import { physicalRows, runs } from './tables';

const database = useDatabase();

/** A fund of each test's own, so that none sees another's versions. */
let fund = '';
let made = 0;
beforeEach(() => {
  made += 1;
  fund = `FUND${made}`;
});

async function known(circumstances: Circumstances, cells: Parameters<typeof aReport>[0] = {}) {
  const { facts, refusals } = await load(database().db, [aReport({ fund, ...cells })], circumstances);
  const [snapshot] = facts;
  if (snapshot === undefined) return refusals.map(({ reason }) => reason);
  return [snapshot.knownOn, snapshot.knownOnBasis, snapshot.provenOn];
}

describe("an issuer's file about Monday, 2025-03-03", () => {
  it('counts as known on the next session by assumption, and is proven on the day of its load', async () => {
    expect(await known({ on: '2025-03-05' })).toEqual(['2025-03-04', 'LAG_ASSUMED', '2025-03-05']);
  });

  it.each(['2025-03-03', '2025-03-04'])('is first seen if loaded on %s, before the assumption is over', async (on) => {
    expect(await known({ on })).toEqual([on, 'FIRST_SEEN', on]);
  });

  it('is a vintage of the day that the caller says', async () => {
    expect(await known({ on: '2026-11-02', knownOn: '2025-03-07' })).toEqual(['2025-03-07', 'VINTAGE', '2025-03-07']);
  });

  it('may be said to have been known on the very day it is about, and on the day of its load', async () => {
    expect(await known({ on: '2025-03-03', knownOn: '2025-03-03' })).toEqual(['2025-03-03', 'VINTAGE', '2025-03-03']);
  });

  it('is a vintage of the day that it says itself', async () => {
    expect(await known({}, { knownOn: isoDate('2025-03-06') })).toEqual(['2025-03-06', 'VINTAGE', '2025-03-06']);
  });
});

describe("an issuer's file about the Friday before a long weekend", () => {
  it('counts as known on Tuesday', async () => {
    expect(await known({}, { observedOn: isoDate('2025-01-17') })).toEqual(['2025-01-21', 'LAG_ASSUMED', '2026-11-02']);
  });
});

describe('a file of a source without a usual day', () => {
  it('is first seen on the day of its load', async () => {
    expect(await known({ source: own })).toEqual(['2026-11-02', 'FIRST_SEEN', '2026-11-02']);
  });
});

describe('days that cannot be', () => {
  it.each([
    ['it is about tomorrow', { on: '2025-03-02' }, {}, 'the day it is about lies after today, 2025-03-02'],
    ['known before it happened', { knownOn: '2025-03-02' }, {}, 'it cannot have been known on 2025-03-02, before the day it is about'],
    ['known tomorrow', { knownOn: '2026-11-03' }, {}, 'it cannot have been known on 2026-11-03, which lies after today, 2026-11-02'],
    ['said so by the file', {}, { knownOn: isoDate('2025-03-02') }, 'it cannot have been known on 2025-03-02, before the day it is about'],
    ['said differently', { knownOn: '2025-03-05' }, { knownOn: isoDate('2025-03-04') }, 'the file says that it was known on 2025-03-04, not on 2025-03-05 as was told'],
  ])('are refused, and nothing but the run is recorded: %s', async (_, circumstances, cells, reason) => {
    const { db } = database();
    const [rows, before] = [await physicalRows(db), await runs(db)];
    expect(await known(circumstances, cells)).toEqual([`${fund} on 2025-03-03: ${reason}`]);
    expect(await physicalRows(db)).toEqual(rows);
    expect((await runs(db)).slice(before.length)).toMatchObject([{ outcome: 'REFUSED', reason: `${fund} on 2025-03-03: ${reason}` }]);
  });
});
