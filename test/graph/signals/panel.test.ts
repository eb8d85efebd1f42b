import { signals } from '../../../src/signals/signals';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aVintage, loadSeries } from '../../store/load/inventedSeries';

const database = useDatabase();

/** Conditions of two weeks, revised a week later; the one-day yields that go with them. */
beforeAll(async () => {
  const { db } = database();
  await loadSeries(db, [aVintage('NFCI', '2024-09-18', { '2024-09-06': '-0.1', '2024-09-13': '-0.2' })]);
  await loadSeries(db, [aVintage('NFCI', '2024-09-25', { '2024-09-06': '-0.15', '2024-09-13': '-0.4', '2024-09-20': '0.3' })]);
  await loadSeries(db, [aVintage('DFF', '2024-10-01', { '2024-09-17': '5.33', '2024-09-24': '4.83' })]);
  await loadSeries(db, [aVintage('DGS2', '2024-10-01', { '2024-09-17': '3.6', '2024-09-24': '3.5' })]);
});

const PANEL = 'query ($keys: [String!]!, $asOfs: [Date!]!, $knowledge: Knowledge! = ANY) { panel(keys: $keys, asOfs: $asOfs, knowledge: $knowledge) { key dates values scores states knownOnBases } }';

describe('panel', () => {
  it('has a column for each signal in the order asked, and in it each day by its own knowledge, in the order asked, from a look at what is stored, one read and one answer', async () => {
    const variables = { keys: ['financial-conditions', 'fed-cuts-ahead'], asOfs: ['2024-09-25', '2024-09-18', '2024-09-01', '2024-09-18'] };
    const { result, statements } = await ask(database().db, PANEL, variables);
    expect(result.data).toEqual({
      panel: [
        { key: 'financial-conditions', dates: variables.asOfs, values: [0.3, -0.2, null, -0.2], scores: [-0.6, 0.4, null, 0.4], states: ['AGAINST', 'FOR', 'INSUFFICIENT_DATA', 'FOR'], knownOnBases: ['VINTAGE', 'VINTAGE', null, 'VINTAGE'] },
        { key: 'fed-cuts-ahead', dates: variables.asOfs, values: [-133, -173, null, -173], scores: [1, 1, null, 1], states: ['FOR', 'FOR', 'INSUFFICIENT_DATA', 'FOR'], knownOnBases: ['LAG_ASSUMED', 'LAG_ASSUMED', null, 'LAG_ASSUMED'] },
      ],
    });
    expect(statements).toHaveLength(3);
  });

  it('says of each signal and day what the signal by itself says', async () => {
    const keys = [...signals.keys()];
    const asOfs = ['2024-09-20', '2024-09-25', '2024-09-26'];
    const { panel } = await dataOf<{ panel: readonly Readonly<Record<'values' | 'scores' | 'states', readonly unknown[]>>[] }>(database().db, PANEL, { keys, asOfs });
    const byDay = await Promise.all(asOfs.map((asOf) => dataOf<{ signals: readonly object[] }>(database().db, 'query ($asOf: Date!) { signals(asOf: $asOf) { value score state } }', { asOf })));
    byDay.forEach(({ signals: all }, day) => expect(panel.map(({ values, scores, states }) => ({ value: values[day], score: scores[day], state: states[day] }))).toEqual(all));
  });

  it('goes by what is proven, where asked', async () => {
    const { panel } = await dataOf(database().db, PANEL, { keys: ['fed-cuts-ahead'], asOfs: ['2024-09-25', '2024-10-01'], knowledge: 'PROVEN' });
    expect(panel).toMatchObject([{ values: [null, -133] }]);
  });

  it('is settled when all of its days are over, and not when one is today', async () => {
    const settled = async (asOfs: readonly string[]) => (await ask(database().db, PANEL, { keys: ['fed-easing'], asOfs })).result.extensions?.data;
    expect(await settled(['2024-09-25', '2024-09-18'])).toMatchObject({ isSettled: true });
    expect(await settled(['2024-09-25', '2026-11-20', '2024-09-18'])).toMatchObject({ isSettled: false });
  });

  it.each([
    [['astrology'], ['2024-09-25'], /^There is no signal 'astrology'/],
    [['fed-easing'], Array.from({ length: 1_001 }, () => '2024-09-25'), /^'asOfs' holds 1001 days: expected at most 1000\.$/],
    [['fed-easing'], ['2024-09-25', '2026-11-21'], /^asOf 2026-11-21 lies in the future/],
    [Array.from({ length: signals.size + 1 }, () => 'fed-easing'), ['2024-09-25'], /^'keys' holds \d+ keys: expected at most \d+, each once\.$/],
  ])('of signals that there are not, of too many days or signals, and of a day to come is refused before any SQL', async (keys, asOfs, message) => {
    const { result, statements } = await ask(database().db, PANEL, { keys, asOfs });
    expect({ statements, errors: result.errors }).toMatchObject({ statements: [], errors: [{ message: expect.stringMatching(message) as string }] });
  });
});
