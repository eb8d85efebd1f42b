import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { anExpenseRatio } from '../../support/rows';
import { answerOf, answersOfTwenty } from './asking';
import { aNewFund } from './invented';

const database = useDatabase();

const FIELD = 'expenseRatio { ratio observedOn knownOn }';

describe('what a fund charges', () => {
  it('is what held on the date and was known by then, also where it was announced before', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    await anExpenseRatio(db, { fund, observedOn: '2020-01-02', ratio: '0.0025' });
    await anExpenseRatio(db, { fund, observedOn: '2022-01-03', knownOn: '2021-12-15', ratio: '0.0019' });
    await anExpenseRatio(db, { fund, observedOn: '2023-01-03', knownOn: '2023-02-01', provenOn: '2026-01-05', ratio: '0.0010' });
    await anExpenseRatio(db, { fund, observedOn: '2023-01-03', knownOn: '2023-03-01', ratio: '0.0012' });
    const at = async (asOf: string, knowledge = 'ANY') =>
      (await answerOf<{ ratio: number } | null>(db, fund, FIELD, `asOf: "${asOf}", knowledge: ${knowledge}`))?.ratio;
    expect(await at('2020-01-01')).toBeUndefined();
    expect([await at('2020-01-02'), await at('2021-12-31'), await at('2022-01-03')]).toEqual([0.0025, 0.0025, 0.0019]);
    expect([await at('2023-01-31'), await at('2023-02-01'), await at('2023-03-01')]).toEqual([0.0019, 0.001, 0.0012]);
    expect([await at('2023-02-28', 'PROVEN'), await at('2023-03-01', 'PROVEN'), await at('2026-01-05', 'PROVEN')]).toEqual([0.0019, 0.0012, 0.001]);
  });

  it('is that of the newest day from which one holds, though an older one was known only after it', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    await anExpenseRatio(db, { fund, observedOn: '2022-01-03', knownOn: '2021-12-15', ratio: '0.0019' });
    await anExpenseRatio(db, { fund, observedOn: '2020-01-02', knownOn: '2022-02-01', ratio: '0.0025' });
    expect(await answerOf(db, fund, 'expenseRatio { ratio }')).toEqual({ ratio: 0.0019 });
  });

  it('is null beside `missing` where no source says', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    const { result } = await ask(db, `{ etf(symbol: "${fund}") { ${FIELD} missing { field reason } } }`);
    expect(result.data).toMatchObject({ etf: { expenseRatio: null } });
    expect((result.data as { etf: { missing: unknown } }).etf.missing).toContainEqual({ field: 'expenseRatio', reason: 'NOT_KNOWN_YET' });
  });

  it('of twenty funds is one statement, and that of each the same as alone', async () => {
    const { db } = database();
    await anExpenseRatio(db, { fund: 'IWM', observedOn: '2026-11-19', ratio: '0.0099' });
    const all = await answersOfTwenty(db, 'expenseRatio { ratio observedOn knownOn knownOnBasis provenOn }');
    expect(all.get('IWM')).toMatchObject({ ratio: 0.0099, observedOn: '2026-11-19' });
  });
});
