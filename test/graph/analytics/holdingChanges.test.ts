import fc from 'fast-check';
import { useDatabase } from '../../support/database';
import { allInPages, answerOf, answersOfTwenty, failuresOf, near, REFUSED } from './asking';
import { type Change, changesByRule } from './changesRule';
import { type Told, aNewFund, groupsOf, hold, someLines, sumOf, told } from './invented';

const database = useDatabase();

const CHANGE = 'kind linesBefore linesAfter sharesBefore sharesAfter weightBefore weightAfter drift traded suspectedSplit security { key }';
const SUMMARY = 'summary { kind securities linesBefore linesAfter weightBefore weightAfter drift traded }';
const ALL = `{ from { positions } to { positions } turnover coverage ${SUMMARY} missing { field reason }
  changes(first: 100) { totalCount nodes { ${CHANGE} } } }`;
const changes = (selection = ALL, args = 'from: "2025-03-03", to: "2025-06-02"'): string => `holdingChanges(${args}) ${selection}`;

interface Answer {
  readonly from: { readonly positions: number };
  readonly to: { readonly positions: number };
  readonly turnover: number;
  readonly coverage: number;
  readonly summary: readonly (Change & { readonly securities: number })[];
  readonly changes: { readonly totalCount: number; readonly nodes: readonly (Change & { readonly security: { readonly key: string } })[] };
}

async function between(before: readonly Told[], after: readonly Told[]): Promise<Answer> {
  const { db } = database();
  const fund = await aNewFund(db);
  await hold(db, fund, '2025-03-03', before);
  await hold(db, fund, '2025-06-02', after);
  return answerOf<Answer>(db, fund, changes());
}

const byKey = async (before: readonly Told[], after: readonly Told[]) =>
  new Map((await between(before, after)).changes.nodes.map(({ security, ...change }) => [security.key, change]));

const sums = (all: readonly Change[], of: (change: Change) => number | null): unknown => {
  const given = all.flatMap((change) => of(change) ?? []);
  return given.length === 0 ? null : near(sumOf(given, (number) => number));
};

/** A change as the restated rule gives it, to be met but for the last digits. */
const nearly = (change: Change): unknown =>
  Object.fromEntries(Object.entries(change).map(([name, value]: [string, unknown]) => [name, typeof value === 'number' ? near(value) : value]));

const KINDS = ['ADDED', 'REMOVED', 'BOUGHT', 'SOLD', 'DRIFTED', 'HELD'];

describe('changes of holdings', () => {
  it('tell what was bought beyond the growth of the fund from what went with it', async () => {
    const before = ['A', 'B', 'C', 'D', 'E'].map((ticker) => told(`EQUITY:${ticker}`, 0.2, 100, 10));
    const units = { A: 121, B: 110, C: 110, D: 111.1, E: 108.8 };
    const found = await byKey(before, Object.entries(units).map(([ticker, shares]) => told(`EQUITY:${ticker}`, 0.2, shares, 10)));
    expect([...found].map(([key, { kind }]) => [key, kind]).sort()).toEqual([
      ['EQUITY:A', 'BOUGHT'], ['EQUITY:B', 'DRIFTED'], ['EQUITY:C', 'DRIFTED'], ['EQUITY:D', 'DRIFTED'], ['EQUITY:E', 'SOLD'],
    ]);
  });

  it('part the change of a weight into drift and trade', async () => {
    const before = [told('EQUITY:A', 0.5, 100, 10), told('EQUITY:B', 0.3, 60, 10), told('EQUITY:C', 0.2, 40, 10)];
    const after = [told('EQUITY:A', 0.6, 100, 20), told('EQUITY:B', 0.3, 100, 10), told('EQUITY:D', 0.1, 10, 1)];
    const found = await byKey(before, after);
    expect(found.get('EQUITY:A')).toMatchObject({ drift: near(0.8 * (1 / 1.3) - 0.5), traded: near(0.6 - 0.8 / 1.3) });
    expect(found.get('EQUITY:B')).toMatchObject({ drift: near(0.8 * (0.3 / 1.3) - 0.3), traded: near(0.3 - 0.24 / 1.3) });
    expect(found.get('EQUITY:C')).toMatchObject({ kind: 'REMOVED', weightAfter: null, drift: null, traded: -0.2, linesAfter: 0 });
    expect(found.get('EQUITY:D')).toMatchObject({ kind: 'ADDED', weightBefore: null, drift: null, traded: 0.1, linesBefore: 0 });
  });

  it('suspect a split where units and price jumped against each other, and no other way', async () => {
    const steady = ['X', 'Y', 'Z'].map((ticker) => told(`EQUITY:${ticker}`, 0.1, 100, 10));
    const before = [...steady, ...['TEN', 'REVERSE', 'BOUGHT', 'FELL', 'NEAR'].map((ticker) => told(`EQUITY:${ticker}`, 0.14, 100, 50))];
    const after = [
      ...steady,
      ...[told('EQUITY:TEN', 0.14, 1000, 5.5), told('EQUITY:REVERSE', 0.14, 25, 190), told('EQUITY:BOUGHT', 0.14, 200, 50)],
      ...[told('EQUITY:FELL', 0.14, 100, 25), told('EQUITY:NEAR', 0.14, 212, 25)],
    ];
    const found = await byKey(before, after);
    const splits = [...found].flatMap(([key, { suspectedSplit, drift }]) => (suspectedSplit === null ? [] : [[key, suspectedSplit, drift]]));
    expect(splits.sort()).toEqual([['EQUITY:REVERSE', 0.25, null], ['EQUITY:TEN', 10, null]]);
  });

  it('take lines of one security for one position', async () => {
    const lines = [told('EQUITY:A', 0.4, 40, 10, 400), told('EQUITY:A', 0.1, 10, 10, 100), told('EQUITY:B', 0.5, 50, 10, 500)];
    const found = await byKey(lines, [told('EQUITY:A', 0.5, 50, 10, 500), told('EQUITY:B', 0.5, 50, 10, 500)]);
    expect(found.get('EQUITY:A')).toEqual({
      ...{ kind: 'DRIFTED', linesBefore: 2, linesAfter: 1, sharesBefore: 50, sharesAfter: 50, weightBefore: 0.5, weightAfter: 0.5 },
      ...{ drift: 0, traded: 0, suspectedSplit: null },
    });
  });

  it('do not take the value of two lines over the units of one for a price', async () => {
    const before = [told('EQUITY:A', 0.5, 50, 10, 500), told('EQUITY:B', 0.5, 50, 10, 500)];
    const after = [told('EQUITY:A', 0.25, 25, 10, 250), told('EQUITY:A', 0.25, null, 10, 250), told('EQUITY:B', 0.5, 50, 10, 500)];
    const { drift } = (await byKey(before, after)).get('EQUITY:A') ?? {};
    expect([0, null]).toContain(drift);
  });

  it('use the price that a document gives beside a value without units', async () => {
    const lines = [told('EQUITY:A', 0.5, null, 10, 500), told('EQUITY:B', 0.5, 50, 10, 500)];
    expect((await byKey(lines, lines)).get('EQUITY:A')).toMatchObject({ drift: 0, traded: 0 });
  });

  it('go by the rule for any two snapshots, and account for every line of both', async () => {
    await fc.assert(
      fc.asyncProperty(someLines, someLines, async (before, after) => {
        const answer = await between(before, after);
        const expected = changesByRule(before, after);
        const found = answer.changes.nodes.map(({ security, ...change }) => ({ ...change, key: security.key }));
        const inOrder = (all: readonly Change[]) => [...all].sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(inOrder(found)).toEqual(inOrder(expected).map(nearly));
        const magnitudes = found.map(({ traded, weightAfter, weightBefore }) => Math.abs(traded ?? (weightAfter ?? 0) - (weightBefore ?? 0)));
        expect(magnitudes.every((magnitude, i) => i === 0 || magnitude <= (magnitudes[i - 1] ?? 0) + 1e-9)).toBe(true);

        const groups = groupsOf(expected, ({ kind }) => kind);
        expect(answer.summary).toEqual(KINDS.filter((kind) => groups.has(kind)).map((kind) => {
          const all = groups.get(kind) ?? [];
          return {
            ...{ kind, securities: all.length, linesBefore: sumOf(all, (c) => c.linesBefore), linesAfter: sumOf(all, (c) => c.linesAfter) },
            ...{ weightBefore: near(sumOf(all, (c) => c.weightBefore ?? 0)), weightAfter: near(sumOf(all, (c) => c.weightAfter ?? 0)) },
            ...{ drift: sums(all, (c) => c.drift), traded: sums(all, (c) => c.traded) },
          };
        }));
        expect([answer.from.positions, answer.to.positions]).toEqual([before.length, after.length]);
        expect([sumOf(answer.summary, (c) => c.linesBefore), sumOf(answer.summary, (c) => c.linesAfter)]).toEqual([before.length, after.length]);

        expect(sumOf(found, ({ drift }) => drift ?? 0)).toBeCloseTo(0, 9);
        if (found.every(({ traded }) => traded !== null)) expect(sumOf(found, ({ traded }) => traded ?? 0)).toBeCloseTo(0, 9);
        expect(answer.coverage).toBeCloseTo(sumOf(expected.filter(({ drift }) => drift !== null), ({ weightBefore }) => weightBefore ?? 0), 9);
        const traded = expected.flatMap((change) => change.traded ?? []);
        expect(answer.turnover).toEqual(traded.length === 0 ? null : near(sumOf(traded, Math.abs) / 2));
      }),
      { numRuns: 60 },
    );
  });

  it('page through each change once, and give it again by its id', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    const lines = (price: number) => Array.from({ length: 10 }, (_, i) => told(`EQUITY:P${i}`, 0.1, i < 5 ? 100 : 100 + i * price, 10));
    await hold(db, fund, '2025-03-03', lines(1));
    await hold(db, fund, '2025-06-02', lines(2));
    const ask = async (args: string, selected: string) =>
      (await answerOf<{ changes: unknown }>(db, fund, changes(`{ changes(${args}) { ${selected} } }`))).changes;
    expect(await allInPages(db, 'HoldingChange', CHANGE, ask)).toHaveLength(10);
    const ofKinds = async (args: string, selected: string) =>
      (await answerOf<{ changes: unknown }>(db, fund, changes(`{ changes(kinds: [BOUGHT, SOLD], ${args}) { ${selected} } }`))).changes;
    const traded = await allInPages<Change & { id: string }>(db, 'HoldingChange', CHANGE, ofKinds, 2);
    expect(new Set(traded.map(({ kind }) => kind))).toEqual(new Set(['BOUGHT', 'SOLD']));
  });

  it('use what was known on the date, and a corrected snapshot from the day it was known', async () => {
    const { db } = database();
    const fund = await aNewFund(db);
    const held = (weight: number) => [told('EQUITY:A', weight, 100 * weight, 10), told('EQUITY:B', 1 - weight, 100, 10)];
    await hold(db, fund, '2025-03-03', held(0.5), { knownOn: '2025-03-04' });
    await hold(db, fund, '2025-06-02', held(0.6), { knownOn: '2025-06-03' });
    await hold(db, fund, '2025-06-02', held(0.8), { knownOn: '2025-06-20', provenOn: '2025-07-01' });
    const at = async (asOf: string, knowledge: string) => {
      const field = 'holdingChanges(from: "2025-03-03") { to { knownOn } changes { nodes { weightAfter security { key } } } missing { field } }';
      const { to, changes: found, missing } = await answerOf<{
        to: { knownOn: string } | null; changes: Answer['changes'] | null; missing: readonly { field: string }[];
      }>(db, fund, field, `asOf: "${asOf}", knowledge: ${knowledge}`);
      return [to?.knownOn, found?.nodes.find(({ security }) => security.key === 'EQUITY:A')?.weightAfter, missing.map(({ field: name }) => name)];
    };
    const none = [undefined, undefined, ['to', 'changes', 'coverage', 'turnover']];
    expect(await at('2025-06-02', 'ANY')).toEqual(none);
    expect(await at('2025-06-03', 'ANY')).toEqual(['2025-06-03', 0.6, []]);
    expect(await at('2025-06-20', 'ANY')).toEqual(['2025-06-20', 0.8, []]);
    expect(await at('2025-06-30', 'PROVEN')).toEqual(['2025-06-03', 0.6, []]);
    expect(await at('2025-07-01', 'PROVEN')).toEqual(['2025-06-20', 0.8, []]);
  });

  it('are null beside `missing` where a snapshot is not known', async () => {
    const fields = ['from', 'to', 'changes', 'coverage', 'turnover'];
    const nothing = { ...Object.fromEntries(fields.map((field) => [field, null])), summary: [] };
    const missing = fields.map((field) => ({ field, reason: 'NOT_KNOWN_YET' }));
    expect(await answerOf(database().db, 'IWD', changes())).toEqual({ ...nothing, missing });
  });

  it.each(['2025-03-03', '2025-03-02'])('are refused from 2025-03-03 to %s, before any statement', async (to) => {
    expect(await failuresOf(database().db, 'IWM', changes('{ coverage }', `from: "2025-03-03", to: "${to}"`))).toEqual(REFUSED);
  });

  it('of twenty funds are one statement, and those of each the same as alone', async () => {
    const { db } = database();
    for (const [i, fund] of ['IWM', 'IVV'].entries()) {
      await hold(db, fund, '2025-03-03', [told('EQUITY:A', 0.5, 100, 10), told('EQUITY:B', 0.5, 100, 10)]);
      await hold(db, fund, '2025-06-02', [told('EQUITY:A', 0.6, 150, 10 + i), told('EQUITY:C', 0.4, 100, 10)]);
    }
    expect((await answersOfTwenty(db, changes())).get('IVV')).toMatchObject({ changes: { totalCount: 3 } });
  });
});
