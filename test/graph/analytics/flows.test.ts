import fc from 'fast-check';
import { isoDate } from '../../../src/domain/isoDate';
import { sessionsBetween } from '../../../src/domain/nyseCalendar';
import { useDatabase } from '../../support/database';
import { aFund, aValuation } from '../../support/rows';
import { answerOf, answersOfTwenty, failuresOf, near, REFUSED } from './asking';

const database = useDatabase();

const FIELDS = '{ from to baseOn count total coverage days { dates values } missing { field reason } }';
const flows = (from: string, to?: string): string => `flows(from: "${from}"${to === undefined ? '' : `, to: "${to}"`}) ${FIELDS}`;

let funds = 0;
const aNewFund = async (): Promise<string> => {
  const symbol = `FLOW${(funds += 1)}`;
  await aFund(database().db, { symbol });
  return symbol;
};

interface Day {
  readonly observedOn: string;
  readonly nav: number | null;
  readonly shares: number | null;
}

const text = (number: number | null): string | null => (number === null ? null : String(number));

async function worth(fund: string, days: readonly Day[], more: object = {}): Promise<void> {
  for (const { observedOn, nav, shares } of days) {
    await aValuation(database().db, { fund, observedOn, nav: text(nav), sharesOutstanding: text(shares), ...more });
  }
}

/** The rule, restated: of the days that have both values, each change in shares times the NAV of its day. */
function restated(days: readonly Day[], from: string, to: string) {
  const whole = days.filter(({ nav, shares }) => nav !== null && shares !== null).sort((a, b) => (a.observedOn < b.observedOn ? -1 : 1));
  const known = whole.filter(({ observedOn }) => observedOn <= to);
  const changes = known.flatMap((day, i) => {
    const before = known[i - 1];
    if (before === undefined || day.observedOn <= from) return [];
    return [{ base: before.observedOn, on: day.observedOn, flow: ((day.shares ?? 0) - (before.shares ?? 0)) * (day.nav ?? 0) }];
  });
  const sessions = sessionsBetween(isoDate(from), isoDate(to));
  return {
    ...{ from, to, baseOn: changes[0]?.base ?? null, count: changes.length },
    total: changes.length === 0 ? null : near(changes.reduce((sum, { flow }) => sum + flow, 0)),
    coverage: sessions === 0 ? null : near(changes.length / sessions),
    days: { dates: changes.map(({ on }) => on), values: changes.map(({ flow }) => near(flow)) },
    missing: changes.length === 0 ? ['baseOn', 'total'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' })) : [],
  };
}

const DAYS = ['03', '04', '05', '06', '07', '10', '11', '12'].map((day) => `2025-03-${day}`);

describe('flows', () => {
  it('are the change in shares outstanding times the NAV of the day', async () => {
    const fund = await aNewFund();
    await worth(fund, [
      { observedOn: '2025-03-03', nav: 10, shares: 100 },
      { observedOn: '2025-03-04', nav: 11, shares: 130 },
      { observedOn: '2025-03-05', nav: 12.5, shares: 130 },
      { observedOn: '2025-03-06', nav: 12, shares: 125 },
    ]);
    expect(await answerOf(database().db, fund, flows('2025-03-03', '2025-03-06'))).toEqual({
      ...{ from: '2025-03-03', to: '2025-03-06', baseOn: '2025-03-03', count: 3, total: 270, coverage: 1 },
      ...{ days: { dates: ['2025-03-04', '2025-03-05', '2025-03-06'], values: [330, 0, -60] }, missing: [] },
    });
  });

  it('begin from the last day before that has both values, and leave out days that lack one', async () => {
    const fund = await aNewFund();
    await worth(fund, [
      { observedOn: '2025-02-27', nav: 10, shares: 100 },
      { observedOn: '2025-02-28', nav: 10, shares: null },
      { observedOn: '2025-03-04', nav: null, shares: 150 },
      { observedOn: '2025-03-05', nav: 20, shares: 160 },
    ]);
    expect(await answerOf(database().db, fund, flows('2025-03-03', '2025-03-07'))).toEqual({
      ...{ from: '2025-03-03', to: '2025-03-07', baseOn: '2025-02-27', count: 1, total: 1200, coverage: 0.25 },
      ...{ days: { dates: ['2025-03-05'], values: [1200] }, missing: [] },
    });
  });

  it('go by the rule for any days, values and bounds', async () => {
    const value = fc.option(fc.integer({ min: 1, max: 500 }), { freq: 4, nil: null });
    const day = fc.record({ nav: value, shares: value }).filter(({ nav, shares }) => nav !== null || shares !== null);
    const history = fc.array(fc.option(day, { freq: 5, nil: null }), { minLength: DAYS.length, maxLength: DAYS.length });
    const bounds = fc.uniqueArray(fc.constantFrom('2025-02-28', ...DAYS, '2025-03-08'), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(history, bounds, async (drawn, both) => {
        const days = drawn.flatMap((one, i): Day[] => (one === null ? [] : [{ observedOn: DAYS[i] ?? '', ...one }]));
        const [from = '', to = ''] = [...both].sort();
        const fund = await aNewFund();
        await worth(fund, days);
        expect(await answerOf(database().db, fund, flows(from, to))).toEqual(restated(days, from, to));
      }),
      { numRuns: 40 },
    );
  });

  it('use what was known on the date, and a correction from the day it was known', async () => {
    const fund = await aNewFund();
    const late = { knownOn: '2025-03-10', provenOn: '2025-03-20' };
    await worth(fund, [{ observedOn: '2025-03-03', nav: 10, shares: 100 }], { knownOn: '2025-03-04' });
    await worth(fund, [{ observedOn: '2025-03-04', nav: 10, shares: 110 }], { knownOn: '2025-03-05' });
    await worth(fund, [{ observedOn: '2025-03-04', nav: 10, shares: 170 }], late);
    const total = async (asOf: string, knowledge: string) =>
      (await answerOf(database().db, fund, 'flows(from: "2025-03-03") { to total }', `asOf: "${asOf}", knowledge: ${knowledge}`));
    expect(await total('2025-03-04', 'ANY')).toEqual({ to: '2025-03-04', total: null });
    expect(await total('2025-03-05', 'ANY')).toEqual({ to: '2025-03-05', total: 100 });
    expect(await total('2025-03-09', 'ANY')).toEqual({ to: '2025-03-09', total: 100 });
    expect(await total('2025-03-10', 'ANY')).toEqual({ to: '2025-03-10', total: 700 });
    expect(await total('2025-03-10', 'PROVEN')).toEqual({ to: '2025-03-10', total: 100 });
    expect(await total('2025-03-20', 'PROVEN')).toEqual({ to: '2025-03-20', total: 700 });
  });

  it('do not begin from a day that was known only later', async () => {
    const fund = await aNewFund();
    await worth(fund, [{ observedOn: '2025-02-28', nav: 10, shares: 100 }, { observedOn: '2025-03-04', nav: 10, shares: 150 }]);
    await worth(fund, [{ observedOn: '2025-03-03', nav: 10, shares: 140 }], { knownOn: '2025-03-10' });
    const at = (asOf: string) => answerOf(database().db, fund, 'flows(from: "2025-03-03", to: "2025-03-04") { baseOn total }', `asOf: "${asOf}"`);
    expect(await at('2025-03-09')).toEqual({ baseOn: '2025-02-28', total: 500 });
    expect(await at('2025-03-10')).toEqual({ baseOn: '2025-03-03', total: 100 });
  });

  it('take of each day the preferred source', async () => {
    const fund = await aNewFund();
    await worth(fund, [{ observedOn: '2025-03-03', nav: 10, shares: 100 }, { observedOn: '2025-03-04', nav: 10, shares: 120 }]);
    await worth(fund, [{ observedOn: '2025-03-03', nav: 10, shares: 1 }, { observedOn: '2025-03-04', nav: 99, shares: 2 }], { precedence: 30 });
    expect(await answerOf(database().db, fund, 'flows(from: "2025-03-03") { total }')).toEqual({ total: 200 });
  });

  it('begin from an earlier day where the preferred source lacks a value of the day before', async () => {
    const fund = await aNewFund();
    await worth(fund, [
      { observedOn: '2025-03-03', nav: 10, shares: 100 },
      { observedOn: '2025-03-04', nav: 10, shares: null },
      { observedOn: '2025-03-05', nav: 10, shares: 150 },
    ]);
    await worth(fund, [{ observedOn: '2025-03-04', nav: 10, shares: 130 }], { precedence: 30 });
    const { count, total } = await answerOf(database().db, fund, 'flows(from: "2025-03-04", to: "2025-03-05") { count total }');
    expect([[1, 500], [1, 200]]).toContainEqual([count, total]);
  });

  it('cover at most all sessions, also where a history has days without one', async () => {
    const fund = await aNewFund();
    await worth(fund, ['2025-03-06', '2025-03-07', '2025-03-08', '2025-03-09'].map((observedOn) => ({ observedOn, nav: 10, shares: 100 })));
    const { coverage } = await answerOf<{ coverage: number }>(database().db, fund, 'flows(from: "2025-03-06", to: "2025-03-09") { coverage }');
    expect(coverage).toBe(1);
  });

  it('are null beside `missing` where nothing is known, and cover nothing', async () => {
    expect(await answerOf(database().db, 'IJR', flows('2025-03-03', '2025-03-07'))).toEqual(restated([], '2025-03-03', '2025-03-07'));
  });

  it('are refused backwards, before any statement, and may be of a single day', async () => {
    expect(await failuresOf(database().db, 'IWM', 'flows(from: "2025-03-04", to: "2025-03-03") { total }')).toEqual(REFUSED);
    const single = await answerOf(database().db, 'IWM', 'flows(from: "2025-03-04", to: "2025-03-04") { total coverage }');
    expect(single).toEqual({ total: null, coverage: null });
  });

  it.each([
    ['1985-01-02', '2025-03-03'],
    ['2025-03-03', '2040-01-02'],
  ])('from %s to %s, beyond the calendar, fail at no more than their coverage', async (from, to) => {
    const { failures } = await failuresOf(database().db, 'IWM', `flows(from: "${from}", to: "${to}") { total coverage }`);
    expect(failures).toEqual([{ code: 'BAD_USER_INPUT', path: ['etf', 'answer', 'coverage'] }]);
  });

  it('of twenty funds are one statement, and those of each the same as alone', async () => {
    await worth('IWM', [{ observedOn: '2025-03-03', nav: 10, shares: 100 }, { observedOn: '2025-03-05', nav: 10, shares: 120 }]);
    const all = await answersOfTwenty(database().db, flows('2025-03-03', '2025-03-07'));
    expect(all.get('IWM')).toMatchObject({ total: 200 });
  });
});
