import fc from 'fast-check';
import { useDatabase } from '../../support/database';
import { allInPages, answerOf, answersOfTwenty, failuresOf, near } from './asking';
import { type Told, aNewFund, groupsOf, hold, someLines, sumOf, told } from './invented';

const database = useDatabase();

const SHARED = 'weight otherWeight commonWeight security { key }';
const ALL = `{ other { symbol } weight coverage otherCoverage snapshot { observedOn } otherSnapshot { observedOn }
  shared(first: 100) { totalCount nodes { ${SHARED} } } missing { field reason } }`;
const overlap = (other: string, selection = ALL): string => `overlap(with: "${other}") ${selection}`;

interface Shared {
  readonly weight: number;
  readonly otherWeight: number;
  readonly commonWeight: number;
  readonly security: { readonly key: string };
}

interface Answer {
  readonly weight: number | null;
  readonly coverage: number | null;
  readonly otherCoverage: number | null;
  readonly shared: { readonly totalCount: number; readonly nodes: readonly Shared[] };
}

const weights = (lines: readonly Told[]): ReadonlyMap<string, number> =>
  new Map([...groupsOf(lines, ({ security }) => security)].flatMap(([key, all]) => {
    const weight = sumOf(all, (line) => line.weight);
    return weight > 1e-9 ? [[key, weight]] : [];
  }));

/** Securities that both hold with positive weight, the smaller of both weights in common. */
function sharedByRule(here: readonly Told[], there: readonly Told[]): readonly Shared[] {
  const others = weights(there);
  return [...weights(here)].flatMap(([key, weight]) => {
    const otherWeight = others.get(key);
    return otherWeight === undefined ? [] : [{ weight, otherWeight, commonWeight: Math.min(weight, otherWeight), security: { key } }];
  });
}

async function twoFunds(here: readonly Told[], there: readonly Told[]): Promise<readonly [string, string]> {
  const { db } = database();
  const [one, other] = [await aNewFund(db), await aNewFund(db)];
  if (here.length > 0) await hold(db, one, '2025-03-03', here);
  if (there.length > 0) await hold(db, other, '2025-02-28', there);
  return [one, other];
}

const byKey = (all: readonly Shared[]): readonly Shared[] => [...all].sort((a, b) => (a.security.key < b.security.key ? -1 : 1));

describe('the overlap of two funds', () => {
  const here = [told('EQUITY:A', 0.5, 1, 1), told('EQUITY:B', 0.3, 1, 1), told('EQUITY:C', 0.25, 1, 1), told('CASH:USD', -0.05, null, null)];
  const there = [told('EQUITY:A', 0.2, 1, 1), told('EQUITY:A', 0.1, 1, 1), told('EQUITY:C', 0.6, 1, 1), told('CASH:USD', 0.1, null, null)];

  it('is the smaller weight of each security that both hold, summed', async () => {
    const [one, other] = await twoFunds(here, there);
    expect(await answerOf(database().db, one, overlap(other))).toEqual({
      ...{ other: { symbol: other }, weight: near(0.55), coverage: near(1), otherCoverage: near(1) },
      ...{ snapshot: { observedOn: '2025-03-03' }, otherSnapshot: { observedOn: '2025-02-28' }, missing: [] },
      shared: {
        totalCount: 2,
        nodes: [
          { weight: 0.5, otherWeight: near(0.3), commonWeight: near(0.3), security: { key: 'EQUITY:A' } },
          { weight: 0.25, otherWeight: 0.6, commonWeight: 0.25, security: { key: 'EQUITY:C' } },
        ],
      },
    });
  });

  it('goes by the rule for any two snapshots, and is the same from either side', async () => {
    await fc.assert(
      fc.asyncProperty(someLines, someLines, async (some, others) => {
        const [one, other] = await twoFunds(some, others);
        const found = await answerOf<Answer>(database().db, one, overlap(other));
        const expected = sharedByRule(some, others);
        expect(found.weight).toBeCloseTo(sumOf(expected, ({ commonWeight }) => commonWeight), 9);
        expect(byKey(found.shared.nodes)).toEqual(byKey(expected).map(({ security, ...numbers }) => ({
          ...{ security, weight: near(numbers.weight), otherWeight: near(numbers.otherWeight), commonWeight: near(numbers.commonWeight) },
        })));
        const inCommon = found.shared.nodes.map(({ commonWeight }) => commonWeight);
        expect(inCommon).toEqual([...inCommon].sort((a, b) => b - a));
        const back = await answerOf<Answer>(database().db, other, overlap(one));
        expect([back.weight, back.coverage, back.otherCoverage]).toEqual([found.weight, found.otherCoverage, found.coverage]);
      }),
      { numRuns: 40 },
    );
  });

  it('of a fund with itself is all that it holds with positive weight', async () => {
    const [one] = await twoFunds(here, []);
    expect(await answerOf(database().db, one, overlap(one, '{ weight }'))).toEqual({ weight: near(1.05) });
  });

  it.each([0.25, 1])('covers the weight of lines that have a ticker, where %d of it has none', async (nameless) => {
    const without: Told = { ...told('EQUITY:-:NAMELESS', nameless, 1, 1), matched: false };
    const [one, other] = await twoFunds(nameless === 1 ? [without] : [without, told('EQUITY:A', 1 - nameless, 1, 1)], [told('EQUITY:A', 1, 1, 1)]);
    expect(await answerOf(database().db, one, overlap(other, '{ coverage missing { field } }'))).toEqual({ coverage: 1 - nameless, missing: [] });
    expect(await answerOf(database().db, other, overlap(one, '{ otherCoverage }'))).toEqual({ otherCoverage: 1 - nameless });
  });

  it('pages through what is shared once, and gives it again by its id', async () => {
    const lines = (plus: number) => Array.from({ length: 8 }, (_, i) => told(`EQUITY:P${i}`, i < 4 ? 0.1 : 0.1 + i * plus, 1, 1));
    const [one, other] = await twoFunds(lines(0.01), lines(0.02));
    const ask = async (args: string, selected: string) =>
      (await answerOf<{ shared: unknown }>(database().db, one, overlap(other, `{ shared(${args}) { ${selected} } }`))).shared;
    expect(await allInPages(database().db, 'SharedHolding', SHARED, ask)).toHaveLength(8);
  });

  it('uses what was known on the date, and a corrected snapshot from the day it was known', async () => {
    const { db } = database();
    const [one, other] = await twoFunds(here, []);
    await hold(db, other, '2025-03-03', [told('EQUITY:A', 0.4, 1, 1)], { knownOn: '2025-03-04' });
    await hold(db, other, '2025-03-03', [told('EQUITY:A', 0.1, 1, 1)], { knownOn: '2025-03-10', provenOn: '2025-04-01' });
    const at = async (asOf: string, knowledge: string) =>
      (await answerOf<{ weight: number | null }>(db, one, overlap(other, '{ weight }'), `asOf: "${asOf}", knowledge: ${knowledge}`)).weight;
    expect(await at('2025-03-03', 'ANY')).toBeNull();
    expect(await at('2025-03-09', 'ANY')).toBe(0.4);
    expect(await at('2025-03-10', 'ANY')).toBe(0.1);
    expect(await at('2025-03-10', 'PROVEN')).toBe(0.4);
    expect(await at('2025-04-01', 'PROVEN')).toBe(0.1);
  });

  it.each([
    ['this', ['snapshot', 'weight', 'shared', 'coverage']],
    ['the other', ['otherSnapshot', 'weight', 'shared', 'otherCoverage']],
  ])('is null beside `missing` where %s is not known', async (side, fields) => {
    const [known, unknown] = await twoFunds(here, []);
    const [one, other] = side === 'this' ? [unknown, known] : [known, unknown];
    const answer = await answerOf(database().db, one, overlap(other));
    expect(Object.keys(answer).filter((field) => answer[field] === null).sort()).toEqual([...fields].sort());
    expect((answer.missing as readonly { readonly field: string }[]).map(({ field }) => field).sort()).toEqual([...fields].sort());
  });

  it('with a fund that there is not is NOT_FOUND at its path', async () => {
    const { failures } = await failuresOf(database().db, 'IWM', overlap('NOSUCH'));
    expect(failures).toEqual([{ code: 'NOT_FOUND', path: ['etf', 'answer'] }]);
  });

  it('of twenty funds with one is one statement, and that of each the same as alone', async () => {
    const { db } = database();
    await hold(db, 'IWM', '2025-03-03', here);
    await hold(db, 'IVV', '2025-03-03', there);
    const all = await answersOfTwenty(db, overlap('IVV'));
    expect(all.get('IWM')).toMatchObject({ weight: near(0.55) });
  });
});
