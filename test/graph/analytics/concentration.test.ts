import fc from 'fast-check';
import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { answerOf, answersOfTwenty, failuresOf, near, REFUSED } from './asking';
import { type Told, aNewFund, classOf, groupsOf, hold, someLines, sumOf, told } from './invented';

const database = useDatabase();

const ALL = '{ top topWeight effectiveNumber coverage snapshot { observedOn } }';
const concentration = (args = ''): string => `concentration${args === '' ? '' : `(${args})`} ${ALL}`;

const UNCOUNTED = ['CASH', 'CASH_COLLATERAL', 'MONEY_MARKET', 'FUTURE', 'FORWARD', 'SWAP', 'OPTION'];

function byRule(lines: readonly Told[], top: number) {
  const counted = lines.filter(({ weight, security }) => weight > 0 && !UNCOUNTED.includes(classOf(security)));
  const weights = [...groupsOf(counted, ({ security }) => security).values()].map((all) => sumOf(all, ({ weight }) => weight)).sort((a, b) => b - a);
  const coverage = sumOf(weights, (weight) => weight);
  return {
    ...{ top, topWeight: weights.length === 0 ? null : near(sumOf(weights.slice(0, top), (weight) => weight)), coverage: near(coverage) },
    effectiveNumber: weights.length === 0 ? null : near(1 / sumOf(weights, (weight) => (weight / coverage) ** 2)),
  };
}

const line = (security: string, weight: number): Told => told(security, weight, 1, 1);

describe('the concentration of a fund', () => {
  it('sums the heaviest securities, and says how many equal ones would be as concentrated', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    const counted = [line('EQUITY:A', 0.3), line('EQUITY:B', 0.2), line('EQUITY:A', 0.1), line('FUND:C', 0.2)];
    const lines = [...counted, line('CASH:USD', 0.3), line('EQUITY:S', -0.1)];
    await hold(db, fund, '2025-03-03', lines);
    expect(await answerOf(db, fund, concentration('top: 1'))).toEqual({
      ...{ top: 1, topWeight: near(0.4), coverage: near(0.8), effectiveNumber: near(0.64 / 0.24) },
      snapshot: { observedOn: '2025-03-03' },
    });
    expect(await answerOf(db, fund, concentration())).toMatchObject({ top: 10, topWeight: near(0.8) });
  });

  it.each(UNCOUNTED)('counts no %s', async (assetClass) => {
    const { db } = database();
    const fund = await aNewFund(db);
    await hold(db, fund, '2025-03-03', [line('EQUITY:A', 0.5), line(`${assetClass}:X`, 0.5)]);
    expect(await answerOf(db, fund, concentration())).toMatchObject({ topWeight: 0.5, effectiveNumber: 1, coverage: 0.5 });
  });

  it('goes by the rule for any lines and any number of them', async () => {
    const { db } = database();
    await fc.assert(
      fc.asyncProperty(someLines, fc.integer({ min: 1, max: 6 }), async (lines, top) => {
        const fund = await aNewFund(db);
        await hold(db, fund, '2025-03-03', lines);
        expect(await answerOf(db, fund, concentration(`top: ${top}`))).toEqual({ ...byRule(lines, top), snapshot: { observedOn: '2025-03-03' } });
      }),
      { numRuns: 40 },
    );
  });

  it('uses what was known on the date, and a corrected snapshot from the day it was known', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    await hold(db, fund, '2025-03-03', [line('EQUITY:A', 0.5)], { knownOn: '2025-03-04' });
    await hold(db, fund, '2025-03-03', [line('EQUITY:A', 0.7)], { knownOn: '2025-03-10', provenOn: '2025-04-01' });
    const at = async (asOf: string, knowledge: string) =>
      (await answerOf<{ topWeight: number } | null>(db, fund, concentration(), `asOf: "${asOf}", knowledge: ${knowledge}`))?.topWeight;
    expect([await at('2025-03-03', 'ANY'), await at('2025-03-04', 'ANY'), await at('2025-03-10', 'ANY')]).toEqual([undefined, 0.5, 0.7]);
    expect([await at('2025-03-10', 'PROVEN'), await at('2025-04-01', 'PROVEN')]).toEqual([0.5, 0.7]);
  });

  it('is of the day asked for', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    await hold(db, fund, '2025-03-03', [line('EQUITY:A', 0.5)]);
    await hold(db, fund, '2025-03-04', [line('EQUITY:A', 0.6)]);
    expect(await answerOf(db, fund, concentration('on: "2025-03-03"'))).toMatchObject({ topWeight: 0.5, snapshot: { observedOn: '2025-03-03' } });
    expect(await answerOf(db, fund, concentration('on: "2025-03-05"'))).toBeNull();
  });

  it('is null beside `missing` where no holdings are known', async () => {
    const { db } = database();
    expect(await answerOf(db, 'IWD', concentration())).toBeNull();
    const { result } = await ask(db, '{ etf(symbol: "IWD") { missing { field reason } } }');
    expect((result.data as { etf: { missing: unknown } }).etf.missing).toContainEqual({ field: 'concentration', reason: 'NOT_KNOWN_YET' });
  });

  it.each([0, -1, 3001])('is refused of %i securities, before any statement', async (top) => {
    expect(await failuresOf(database().db, 'IWM', concentration(`top: ${top}`))).toEqual(REFUSED);
  });

  it('of twenty funds is one statement, and that of each the same as alone', async () => {
    const { db } = database();
    for (const [i, fund] of ['IWM', 'IVV'].entries()) await hold(db, fund, '2025-03-03', [line('EQUITY:A', 0.5), line('EQUITY:B', 0.2 + i / 10)]);
    expect((await answersOfTwenty(db, concentration())).get('IVV')).toMatchObject({ topWeight: near(0.8) });
  });
});
