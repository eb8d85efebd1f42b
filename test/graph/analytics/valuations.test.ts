import fc from 'fast-check';
import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aValuation } from '../../support/rows';
import { allInPages, answerOf, answersOfTwenty, near } from './asking';
import { aNewFund } from './invented';

const database = useDatabase();

const DAY = 'observedOn knownOn nav sharesOutstanding netAssets';

interface Version {
  readonly observedOn: string;
  readonly knownOn: string;
  readonly provenOn: string;
  readonly precedence: number;
  readonly nav: number | null;
  readonly shares: number | null;
}

const text = (number: number | null): string | null => (number === null ? null : String(number));

async function aHistory(versions: readonly Version[], fund?: string): Promise<string> {
  const { db } = database();
  const symbol = fund ?? (await aNewFund(db));
  for (const { nav, shares, ...days } of versions) await aValuation(db, { fund: symbol, ...days, nav: text(nav), sharesOutstanding: text(shares) });
  return symbol;
}

const plain = (observedOn: string, nav: number | null, shares: number | null, knownOn = observedOn): Version => ({
  ...{ observedOn, knownOn, provenOn: knownOn, precedence: 10, nav, shares },
});

/** Of each day, of what was known: the preferred source, of its versions the one known last; of those, the later load. */
function servedByRule(versions: readonly Version[], asOf: string, knowledge: string): readonly Version[] {
  const day = (version: Version) => (knowledge === 'PROVEN' ? version.provenOn : version.knownOn);
  const known = versions.filter((version) => day(version) <= asOf);
  const best = new Map<string, Version>();
  for (const version of known) {
    const other = best.get(version.observedOn);
    const isCorrection = version.precedence === other?.precedence && day(version) >= day(other);
    if (other === undefined || version.precedence < other.precedence || isCorrection) best.set(version.observedOn, version);
  }
  return [...best.values()].sort((a, b) => (a.observedOn < b.observedOn ? 1 : -1));
}

const shown = ({ observedOn, knownOn, nav, shares }: Version) => ({
  ...{ observedOn, knownOn, nav, sharesOutstanding: shares, netAssets: nav === null || shares === null ? null : near(nav * shares) },
});

describe('what a fund was worth', () => {
  it('is told of the newest day known, of a day asked for, and of each day, the newest first', async () => {
    const fund = await aHistory([plain('2025-03-03', 10, 100), plain('2025-03-04', 11, 120), plain('2025-03-05', 12, null)]);
    const field = `valuation { ${DAY} }`;
    const { db } = database();
    expect(await answerOf(db, fund, field)).toEqual({ observedOn: '2025-03-05', knownOn: '2025-03-05', nav: 12, sharesOutstanding: null, netAssets: null });
    expect(await answerOf(db, fund, 'netAssets')).toBe(1320);
    expect(await answerOf(db, fund, 'valuation(on: "2025-03-03") { netAssets }')).toEqual({ netAssets: 1000 });
    expect(await answerOf(db, fund, 'valuation(on: "2025-03-02") { netAssets }')).toBeNull();
    const days = async (args: string) =>
      (await answerOf<{ nodes: readonly { observedOn: string }[] }>(db, fund, `valuations${args} { nodes { observedOn } }`)).nodes.map(({ observedOn }) => observedOn);
    expect(await days('')).toEqual(['2025-03-05', '2025-03-04', '2025-03-03']);
    expect(await days('(from: "2025-03-04")')).toEqual(['2025-03-05', '2025-03-04']);
    expect(await days('(to: "2025-03-04")')).toEqual(['2025-03-04', '2025-03-03']);
    expect(await days('(from: "2025-03-04", to: "2025-03-04")')).toEqual(['2025-03-04']);
  });

  it('goes by the rule for any versions, dates and kinds of knowledge', async () => {
    const days = ['2025-03-03', '2025-03-04', '2025-03-05', '2025-03-06', '2025-03-07'];
    const day = fc.constantFrom(...days);
    const value = fc.option(fc.integer({ min: 1, max: 99 }), { freq: 4, nil: null });
    const version = fc
      .record({ days: fc.tuple(day, day, day), precedence: fc.constantFrom(10, 20), nav: value, shares: value })
      .filter(({ nav, shares }) => nav !== null || shares !== null)
      .map(({ days: three, ...rest }): Version => {
        const [observedOn = '', knownOn = '', provenOn = ''] = [...three].sort();
        return { observedOn, knownOn, provenOn, ...rest };
      });
    await fc.assert(
      fc.asyncProperty(fc.array(version, { minLength: 1, maxLength: 6 }), day, fc.constantFrom('ANY', 'PROVEN'), async (versions, asOf, knowledge) => {
        const fund = await aHistory(versions);
        const stand = `asOf: "${asOf}", knowledge: ${knowledge}`;
        const served = servedByRule(versions, asOf, knowledge);
        expect(await answerOf(database().db, fund, `valuations { totalCount nodes { ${DAY} } }`, stand)).toEqual({ totalCount: served.length, nodes: served.map(shown) });
        expect(await answerOf(database().db, fund, `valuation { ${DAY} }`, stand)).toEqual(served[0] === undefined ? null : shown(served[0]));
        const whole = servedByRule(versions.filter(({ nav, shares }) => nav !== null && shares !== null), asOf, knowledge)[0];
        expect(await answerOf(database().db, fund, 'netAssets', stand)).toEqual(whole === undefined ? null : near((whole.nav ?? 0) * (whole.shares ?? 0)));
      }),
      { numRuns: 40 },
    );
  });

  it('is corrected from the day the correction was known', async () => {
    const fund = await aHistory([plain('2025-03-03', 10, 100, '2025-03-04'), { ...plain('2025-03-03', 11, 100, '2025-03-10'), provenOn: '2025-04-01' }]);
    const at = (asOf: string, knowledge = 'ANY') => answerOf(database().db, fund, 'netAssets', `asOf: "${asOf}", knowledge: ${knowledge}`);
    expect([await at('2025-03-03'), await at('2025-03-04'), await at('2025-03-09'), await at('2025-03-10')]).toEqual([null, 1000, 1000, 1100]);
    expect([await at('2025-03-31', 'PROVEN'), await at('2025-04-01', 'PROVEN')]).toEqual([1000, 1100]);
  });

  it('comes each day once page by page, and again by its id', async () => {
    const fund = await aHistory(['03', '04', '05', '06', '07', '10', '11', '12'].map((day, i) => plain(`2025-03-${day}`, i % 3 === 0 ? null : 10 + i, 100)));
    await aHistory([plain('2025-03-05', 10.5, 100, '2025-03-20')], fund);
    const page = (args: string, selected: string) => answerOf(database().db, fund, `valuations(${args}) { ${selected} }`);
    expect(await allInPages(database().db, 'Valuation', `${DAY} etf { symbol } source { publisher }`, page)).toHaveLength(8);
  });

  it('is null beside `missing` where nothing is known', async () => {
    const { result } = await ask(database().db, '{ etf(symbol: "IWD") { netAssets valuation { nav } valuations { totalCount } missing { field reason } } }');
    const { missing, ...values } = (result.data as { etf: { missing: readonly unknown[] } }).etf;
    expect(values).toEqual({ netAssets: null, valuation: null, valuations: { totalCount: 0 } });
    for (const field of ['valuation', 'netAssets']) expect(missing).toContainEqual({ field, reason: 'NOT_KNOWN_YET' });
  });

  it('of twenty funds is one statement, and that of each the same as alone', async () => {
    for (const [i, fund] of ['IWM', 'IVV'].entries()) await aHistory([plain('2025-03-03', 10, 100 + i), plain('2025-03-04', 11, 120)], fund);
    for (const field of ['netAssets', `valuation { ${DAY} }`, `valuations(first: 5) { totalCount nodes { ${DAY} } }`]) {
      expect((await answersOfTwenty(database().db, field)).get('IWM')).not.toBeNull();
    }
  });
});
