import fc from 'fast-check';
import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { answerOf, answersOfTwenty, near } from './asking';
import { type Told, aNewFund, classOf, groupsOf, hold, someLines, sumOf, told } from './invented';

const database = useDatabase();

const ALL = '{ dimension coverage snapshot { observedOn knownOn } groups { key weight positions marketValue } }';
const exposure = (by: string, on?: string): string => `exposure(by: ${by}${on === undefined ? '' : `, on: "${on}"`}) ${ALL}`;

const WORDS: Readonly<Record<string, (line: Told) => string | null>> = {
  SECTOR: ({ sector = null }) => sector,
  COUNTRY: ({ country = null }) => country,
  ASSET_CLASS: ({ security }) => classOf(security),
};

interface Group {
  readonly key: string | null;
  readonly weight: number;
  readonly positions: number;
  readonly marketValue: number | null;
}

/** Lines under one word, the heaviest first; a value is known only where each line gives its own. */
function groupsByRule(lines: readonly Told[], wordOf: (line: Told) => string | null): readonly Group[] {
  return [...groupsOf(lines, wordOf)].map(([key, all]) => ({
    ...{ key, weight: sumOf(all, ({ weight }) => weight), positions: all.length },
    marketValue: all.some(({ marketValue }) => marketValue === null) ? null : sumOf(all, ({ marketValue }) => marketValue ?? 0),
  }));
}

const byWord = <Item extends { readonly key: string | null }>(groups: readonly Item[]): readonly Item[] =>
  [...groups].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));

const line = (weight: number, sector: string | null, marketValue: number | null): Told => ({ ...told('EQUITY:A', weight, 1, 1, marketValue), sector });

describe('exposures', () => {
  it('are the weights under each word, with what has none, the heaviest first', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    await hold(db, fund, '2025-03-03', [
      ...[line(0.2, 'Energy', 20), line(0.1, 'Energy', 10), line(0.5, 'Banks', null), line(0.3, 'Banks', 30)],
      ...[line(-0.05, 'Owed', -5), line(-0.05, null, -5)],
    ]);
    expect(await answerOf(db, fund, exposure('SECTOR'))).toEqual({
      ...{ dimension: 'SECTOR', coverage: near(1.05), snapshot: { observedOn: '2025-03-03', knownOn: '2025-03-03' } },
      groups: [
        { key: 'Banks', weight: near(0.8), positions: 2, marketValue: null },
        { key: 'Energy', weight: near(0.3), positions: 2, marketValue: 30 },
        { key: 'Owed', weight: -0.05, positions: 1, marketValue: -5 },
        { key: null, weight: -0.05, positions: 1, marketValue: -5 },
      ],
    });
  });

  it('go by the rule for any lines, and sum to all of them', async () => {
    const { db } = database();
    await fc.assert(
      fc.asyncProperty(someLines, async (lines) => {
        const fund = await aNewFund(db);
        await hold(db, fund, '2025-03-03', lines);
        for (const [by, wordOf] of Object.entries(WORDS)) {
          const { groups, coverage } = await answerOf<{ groups: readonly Group[]; coverage: number }>(db, fund, exposure(by));
          const expected = groupsByRule(lines, wordOf);
          const nearly = expected.map((group) => ({ ...group, weight: near(group.weight), marketValue: near(group.marketValue) }));
          expect(byWord(groups)).toEqual(byWord(nearly));
          expect(groups.map(({ weight }) => weight)).toEqual([...groups].map(({ weight }) => weight).sort((a, b) => b - a));
          expect(coverage).toBeCloseTo(sumOf(expected.filter(({ key }) => key !== null), ({ weight }) => weight), 9);
          expect(sumOf(groups, ({ positions }) => positions)).toBe(lines.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keep the words of their own document, whatever another says later', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    await hold(db, fund, '2025-03-03', [line(1, 'Energy', 1)]);
    await hold(db, fund, '2025-06-02', [line(1, 'Utilities', 1)]);
    const words = async (on?: string) =>
      (await answerOf<{ groups: readonly Group[] }>(db, fund, exposure('SECTOR', on))).groups.map(({ key }) => key);
    expect([await words('2025-03-03'), await words('2025-06-02'), await words()]).toEqual([['Energy'], ['Utilities'], ['Utilities']]);
  });

  it('use what was known on the date, and a corrected snapshot from the day it was known', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    await hold(db, fund, '2025-03-03', [line(1, 'Energy', 1)], { knownOn: '2025-03-04' });
    await hold(db, fund, '2025-03-03', [line(1, 'Banks', 1)], { knownOn: '2025-03-10', provenOn: '2025-04-01' });
    const at = async (asOf: string, knowledge: string) =>
      (await answerOf<{ groups: readonly Group[] } | null>(db, fund, exposure('SECTOR'), `asOf: "${asOf}", knowledge: ${knowledge}`))?.groups[0]?.key;
    expect([await at('2025-03-03', 'ANY'), await at('2025-03-04', 'ANY'), await at('2025-03-10', 'ANY')]).toEqual([undefined, 'Energy', 'Banks']);
    expect([await at('2025-03-10', 'PROVEN'), await at('2025-04-01', 'PROVEN')]).toEqual(['Energy', 'Banks']);
  });

  it('are null beside `missing` where no holdings are known, and of a day of which none are', async () => {
    const { db } = database();
    expect(await answerOf(db, 'IWD', exposure('COUNTRY'))).toBeNull();
    const { result } = await ask(db, '{ etf(symbol: "IWD") { missing { field reason } } }');
    expect((result.data as { etf: { missing: unknown } }).etf.missing).toContainEqual({ field: 'exposure', reason: 'NOT_KNOWN_YET' });
    const fund = await aNewFund(db);
    await hold(db, fund, '2025-03-03', [line(1, 'Energy', 1)]);
    expect(await answerOf(db, fund, exposure('SECTOR', '2025-03-04'))).toBeNull();
  });

  it('of twenty funds are one statement, and those of each the same as alone', async () => {
    const { db } = database();
    for (const fund of ['IWM', 'IVV']) await hold(db, fund, '2025-03-03', [line(0.5, 'Energy', 1), line(0.5, fund, 1)]);
    expect((await answersOfTwenty(db, exposure('SECTOR'))).get('IVV')).toMatchObject({ groups: [{ key: 'Energy' }, { key: 'IVV' }] });
  });
});
