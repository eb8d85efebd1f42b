import fc from 'fast-check';
import { isoDate } from '../../../src/domain/isoDate';
import { sessionsBetween } from '../../../src/domain/nyseCalendar';
import { useDatabase } from '../../support/database';
import { aValuation } from '../../support/rows';
import { answerOf, answersOfTwenty, failuresOf, near, REFUSED } from './asking';
import { aNewFund } from './invented';

const database = useDatabase();

const ALL = '{ other { symbol } firstOn lastOn count ownReturn otherReturn relativeReturn coverage ratio { dates values } missing { field reason } }';
const relativeTo = (other: string, args: string): string => `relativeTo(other: "${other}", ${args}) ${ALL}`;

type Navs = Readonly<Record<string, number | null>>;

async function aFundWorth(navs: Navs, more: object = {}, fund?: string): Promise<string> {
  const { db } = database();
  const symbol = fund ?? (await aNewFund(db));
  for (const [observedOn, nav] of Object.entries(navs)) {
    await aValuation(db, { fund: symbol, observedOn, nav: nav === null ? null : String(nav), sharesOutstanding: '100', ...more });
  }
  return symbol;
}

const FIELDS = ['firstOn', 'lastOn', 'ownReturn', 'otherReturn', 'relativeReturn'];

/** The rule, restated: over the days of which both are known, each NAV against its first, and the one against the other. */
function restated(other: string, here: Navs, there: Navs, from: string, to: string) {
  const days = Object.keys(here).sort().filter((day) => day >= from && day <= to && here[day] !== null && typeof there[day] === 'number');
  const ofFirst = (navs: Navs, day = ''): number => (navs[day] ?? NaN) / (navs[days[0] ?? ''] ?? NaN);
  const [firstOn = null, lastOn = null] = [days[0], days.at(-1)];
  if (firstOn === null || lastOn === null) {
    const nothing = Object.fromEntries(FIELDS.map((field) => [field, null]));
    const missing = FIELDS.map((field) => ({ field, reason: 'NOT_KNOWN_YET' }));
    return { other: { symbol: other }, ...nothing, coverage: null, count: 0, ratio: { dates: [], values: [] }, missing };
  }
  const sessions = sessionsBetween(isoDate(firstOn), isoDate(lastOn));
  return {
    ...{ other: { symbol: other }, firstOn, lastOn, count: days.length },
    ...{ ownReturn: near(ofFirst(here, lastOn) - 1), otherReturn: near(ofFirst(there, lastOn) - 1) },
    relativeReturn: near(ofFirst(here, lastOn) / ofFirst(there, lastOn) - 1),
    coverage: sessions === 0 ? null : near((days.length - 1) / sessions),
    ratio: { dates: days, values: days.map((day) => near(ofFirst(here, day) / ofFirst(there, day))) },
    missing: [],
  };
}

const DAYS = ['03', '04', '05', '06', '07', '10', '11'].map((day) => `2025-03-${day}`);

describe('a fund held against another', () => {
  it('is its return over that of the other, over the days that both have', async () => {
    const one = await aFundWorth({ '2025-02-28': 7, '2025-03-03': 10, '2025-03-04': 11, '2025-03-05': 12, '2025-03-06': 99 });
    const other = await aFundWorth({ '2025-03-03': 100, '2025-03-05': 80, '2025-03-06': null });
    expect(await answerOf(database().db, one, relativeTo(other, 'from: "2025-02-28", to: "2025-03-07"'))).toEqual({
      ...{ other: { symbol: other }, firstOn: '2025-03-03', lastOn: '2025-03-05', count: 2, coverage: 0.5, missing: [] },
      ...{ ownReturn: near(0.2), otherReturn: near(-0.2), relativeReturn: near(0.5) },
      ratio: { dates: ['2025-03-03', '2025-03-05'], values: [1, near(1.5)] },
    });
  });

  it('goes by the rule for any days and values', async () => {
    const nav = fc.option(fc.option(fc.integer({ min: 50, max: 200 }), { freq: 6, nil: null }), { freq: 6, nil: undefined });
    const history = fc.array(nav, { minLength: DAYS.length, maxLength: DAYS.length }).map((navs): Navs =>
      Object.fromEntries(navs.flatMap((value, i) => (value === undefined ? [] : [[DAYS[i] ?? '', value]]))));
    const bounds = fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(history, history, bounds, async (here, there, both) => {
        const [from = '', to = ''] = [...both].sort();
        const [one, other] = [await aFundWorth(here), await aFundWorth(there)];
        expect(await answerOf(database().db, one, relativeTo(other, `from: "${from}", to: "${to}"`))).toEqual(restated(other, here, there, from, to));
      }),
      { numRuns: 30 },
    );
  });

  it('uses what was known on the date, and a corrected value from the day it was known', async () => {
    const [one, other] = [await aFundWorth({ '2025-03-03': 10, '2025-03-05': 20 }), await aFundWorth({ '2025-03-03': 10, '2025-03-05': 10 })];
    await aFundWorth({ '2025-03-05': 40 }, { knownOn: '2025-03-10', provenOn: '2025-04-01' }, other);
    const at = (asOf: string, knowledge: string) =>
      answerOf(database().db, one, `relativeTo(other: "${other}", from: "2025-03-03") { lastOn relativeReturn }`, `asOf: "${asOf}", knowledge: ${knowledge}`);
    expect(await at('2025-03-02', 'ANY')).toEqual({ lastOn: null, relativeReturn: null });
    expect(await at('2025-03-04', 'ANY')).toEqual({ lastOn: '2025-03-03', relativeReturn: 0 });
    expect(await at('2025-03-05', 'ANY')).toEqual({ lastOn: '2025-03-05', relativeReturn: 1 });
    expect(await at('2025-03-10', 'ANY')).toEqual({ lastOn: '2025-03-05', relativeReturn: -0.5 });
    expect(await at('2025-03-10', 'PROVEN')).toEqual({ lastOn: '2025-03-05', relativeReturn: 1 });
    expect(await at('2025-04-01', 'PROVEN')).toEqual({ lastOn: '2025-03-05', relativeReturn: -0.5 });
  });

  it('covers at most all sessions, also where both have days without one', async () => {
    const navs = { '2025-03-07': 10, '2025-03-08': 10, '2025-03-09': 10, '2025-03-10': 10 };
    const [one, other] = [await aFundWorth(navs), await aFundWorth(navs)];
    const { coverage } = await answerOf<{ coverage: number }>(database().db, one, relativeTo(other, 'from: "2025-03-07", to: "2025-03-10"'));
    expect(coverage).toBe(1);
  });

  it('is null beside `missing` where no day is known of both', async () => {
    const answer = await answerOf(database().db, 'IJR', relativeTo('IWD', 'from: "2025-03-03", to: "2025-03-07"'));
    expect(answer).toEqual(restated('IWD', {}, {}, '2025-03-03', '2025-03-07'));
  });

  it('that there is not is NOT_FOUND at its path', async () => {
    const { failures } = await failuresOf(database().db, 'IWM', relativeTo('NOSUCH', 'from: "2025-03-03"'));
    expect(failures).toEqual([{ code: 'NOT_FOUND', path: ['etf', 'answer'] }]);
  });

  it('is refused backwards, before any statement', async () => {
    expect(await failuresOf(database().db, 'IWM', relativeTo('IVV', 'from: "2025-03-04", to: "2025-03-03"'))).toEqual(REFUSED);
  });

  it('for twenty funds is one statement, and that of each the same as alone', async () => {
    await aFundWorth({ '2025-03-03': 10, '2025-03-04': 12 }, {}, 'IWM');
    await aFundWorth({ '2025-03-03': 10, '2025-03-04': 11 }, {}, 'IVV');
    const field = relativeTo('IVV', 'from: "2025-03-03", to: "2025-03-07"');
    const all = await answersOfTwenty(database().db, field);
    expect(all.get('IWM')).toMatchObject({ relativeReturn: near(12 / 11 - 1) });
  });
});
