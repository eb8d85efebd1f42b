import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { basket } from '../../../src/evaluation/books/basket';
import { membersOf } from '../../../src/store/reads/baskets';
import { Reader } from '../../../src/store/Reader';
import { useDatabase } from '../../support/database';
import { loadBaskets } from '../../store/load/basketFile';
import { rowsOf } from '../../store/reads/asking';

const database = useDatabase();

const DAYS = ['2001-03-01', '2019-12-31', '2020-01-01', '2020-06-30', '2020-07-01', '2021-03-31', '2021-04-01', '2023-04-10', '2023-04-11', '2026-12-01'].map(isoDate);

beforeAll(async () => {
  await loadBaskets(database().db, ['mine,AAA,2019-01-01,,2020-01-01,,Mine', 'mine,AAA.B,2019-01-01,,2020-01-01,AAA,Mine'], { on: '2020-01-02' });
  await loadBaskets(database().db, ['mine,BBB,2020-07-01,,2020-07-01,,Mine'], { on: '2020-07-01' });
  await loadBaskets(database().db, ['mine,AAA,2019-01-01,2021-03-31,2021-02-01,,Mine'], { on: '2021-02-01' });
});

async function opened(knowledge: Knowledge) {
  const reader = new Reader(database().db);
  const keys = ['mag7', 'mine', 'none'];
  return basket.open((statement) => reader.read(statement), keys.map((key) => ({ kind: 'basket' as const, key })), DAYS, knowledge);
}

const symbols = (members: readonly { readonly symbol: string }[] | undefined): readonly string[] | undefined => members?.map(({ symbol }) => symbol);

describe('a basket that signals see', () => {
  it.each(Object.values(Knowledge))('has under %s from the day on that it is known the members that the graph tells', async (knowledge) => {
    const on = await opened(knowledge);
    let told = 0;
    for (const asOf of DAYS) {
      for (const key of ['mag7', 'mine']) {
        const seen = on(asOf).basket(key);
        if (seen === null || seen.isHindsight) continue;
        const rows = await rowsOf<{ symbol: string; listing: string; listings: string[]; cik: string | null; known_on: string }>(database().db, membersOf({ key, largest: null }, asOf, { asOf, knowledge }));
        const expected = [...rows].sort((a, b) => (a.symbol < b.symbol ? -1 : 1)).map(({ symbol, listing, listings, cik, known_on: knownOn }) => ({ symbol, listing, listings, cik, knownOn }));
        expect(seen.members.map(({ symbol, listing, listings, cik, knownOn }) => ({ symbol, listing, listings, cik, knownOn }))).toEqual(expected);
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(3);
  });

  it('has before that day those of it, as hindsight', async () => {
    const on = await opened(Knowledge.ANY);
    const seven = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'];
    const before = on(isoDate('2023-04-10')).basket('mag7');
    expect({ isHindsight: before?.isHindsight, members: symbols(before?.members) }).toEqual({ isHindsight: true, members: seven });
    expect(before?.members[2]?.listings).toEqual(['GOOGL', 'GOOG']);
    const since = on(isoDate('2023-04-11')).basket('mag7');
    expect({ isHindsight: since?.isHindsight, members: symbols(since?.members) }).toEqual({ isHindsight: false, members: seven });
  });

  it('has those that were in it on the day: who came later or has left is not among them', async () => {
    const on = await opened(Knowledge.ANY);
    const told = DAYS.map((day) => [day, symbols(on(day).basket('mine')?.members), on(day).basket('mine')?.isHindsight]);
    expect(told).toEqual([
      ['2001-03-01', [], true],
      ['2019-12-31', ['AAA'], true],
      ['2020-01-01', ['AAA'], false],
      ['2020-06-30', ['AAA'], false],
      ['2020-07-01', ['AAA', 'BBB'], false],
      ['2021-03-31', ['AAA', 'BBB'], false],
      ['2021-04-01', ['BBB'], false],
      ['2023-04-10', ['BBB'], false],
      ['2023-04-11', ['BBB'], false],
      ['2026-12-01', ['BBB'], false],
    ]);
    expect(on(isoDate('2026-12-01')).basket('none')).toBeNull();
  });
});
