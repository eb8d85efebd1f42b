import { dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aLine, aReport, load } from './invented';
import { emptied, facts, listOf, loadReports, publisher, seen } from './reported';

const database = useDatabase();

beforeEach(() => emptied(database().db));

interface Membership {
  readonly basis: string;
  readonly observedOn: string;
  readonly knownOn: string;
  readonly knownOnBasis: string;
  readonly provenOn: string;
  readonly members: { readonly nodes: readonly { readonly symbol: string }[] };
}

async function membershipAt(asOf: string, knowledge = 'ANY'): Promise<readonly string[] | null> {
  const question = `{ etf(symbol: "SPY", asOf: "${asOf}", knowledge: ${knowledge}) { index { membership {
    basis observedOn knownOn knownOnBasis provenOn members { nodes { symbol } } } } } }`;
  const { etf } = await dataOf<{ etf: { index: { membership: Membership | null } } }>(database().db, question);
  const { membership } = etf.index;
  return membership && [membership.observedOn, membership.knownOn, membership.knownOnBasis, membership.provenOn, ...membership.members.nodes.map(({ symbol }) => symbol)];
}

describe('a list of the members of an index', () => {
  it('is stored whole, and again adds nothing', async () => {
    const { db } = database();
    const list = listOf('SPX', '2025-03-03', 'BBB', 'AAA');
    const report = await loadReports(db, list);
    expect(report).toMatchObject({ outcome: 'ADDED', rowsAdded: 2, rowsUnchanged: 0 });
    expect(report.facts).toEqual([{
      ...{ kind: 'constituents', about: 'SPX', from: '2025-03-03', to: '2025-03-03', rows: 2, rowsAdded: 2 },
      ...{ knownOn: '2025-03-04', knownOnBasis: 'LAG_ASSUMED', provenOn: '2026-11-02' },
    }]);
    const before = await facts(db);
    expect(await loadReports(db, list, { on: '2026-11-05' })).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0, rowsUnchanged: 2 });
    expect(await facts(db)).toEqual(before);
    expect(await membershipAt('2025-03-03')).toBeNull();
    expect(await membershipAt('2025-03-04')).toEqual(['2025-03-03', '2025-03-04', 'LAG_ASSUMED', '2026-11-02', 'AAA', 'BBB']);
    expect(await membershipAt('2025-03-04', 'PROVEN')).toBeNull();
  });

  it('that has changed is a new version known the day it was seen; before, the old one is served', async () => {
    const { db } = database();
    await loadReports(db, listOf('SPX', '2025-03-03', 'AAA'), { source: seen, on: '2025-03-05' });
    await loadReports(db, listOf('SPX', '2025-03-03', 'BBB'), { source: seen, on: '2025-03-10' });
    expect(await membershipAt('2025-03-09')).toEqual(['2025-03-03', '2025-03-05', 'FIRST_SEEN', '2025-03-05', 'AAA']);
    expect(await membershipAt('2025-03-10')).toEqual(['2025-03-03', '2025-03-10', 'FIRST_SEEN', '2025-03-10', 'BBB']);
  });

  it('that is told its day is a VINTAGE of it', async () => {
    await loadReports(database().db, listOf('SPX', '2025-03-03', 'AAA'), { knownOn: '2025-03-07' });
    expect(await membershipAt('2025-03-06')).toBeNull();
    expect(await membershipAt('2025-03-07', 'PROVEN')).toEqual(['2025-03-03', '2025-03-07', 'VINTAGE', '2025-03-07', 'AAA']);
  });

  it('names the securities that funds hold under the same tickers', async () => {
    const { db } = database();
    await load(db, [aReport({ lines: [aLine({ ticker: 'BRK.B', name: 'BERKSHIRE' }), aLine()] })]);
    await loadReports(db, listOf('SPX', '2025-03-03', 'BRK-B', 'QRRY', 'NONE'));
    const question = '{ etf(symbol: "SPY") { index { membership { members { nodes { key heldBy { totalCount } } } } } } }';
    const { etf } = await dataOf<{ etf: { index: { membership: { members: { nodes: readonly unknown[] } } } } }>(db, question);
    expect(etf.index.membership.members.nodes).toEqual([
      { key: 'EQUITY:BRKB', heldBy: { totalCount: 1 } },
      { key: 'EQUITY:NONE', heldBy: { totalCount: 0 } },
      { key: 'EQUITY:QRRY', heldBy: { totalCount: 1 } },
    ]);
  });

  it('gives the number of a company at the SEC as its identifier', async () => {
    const { db } = database();
    const { constituents: [list] } = listOf('SPX', '2025-03-03', 'AAA');
    if (list === undefined) throw new Error('There is no list.');
    await loadReports(db, { constituents: [{ ...list, lines: list.lines.map((line) => ({ ...line, cik: '0000066740' })) }] });
    expect(await dataOf(db, '{ security(symbol: "AAA") { identifiers { scheme value } } }')).toEqual({
      security: { identifiers: [{ scheme: 'CIK', value: '0000066740' }] },
    });
  });

  it('of an index that there is not is refused, and leaves nothing of the file', async () => {
    const { db } = database();
    const before = await facts(db);
    const constituents = [...listOf('SPX', '2025-03-03', 'AAA').constituents, ...listOf('NOSUCH', '2025-03-03', 'AAA').constituents];
    const report = await loadReports(db, { constituents, holdings: [aReport()] });
    expect(report).toMatchObject({ outcome: 'REFUSED', facts: [], refusals: [{ line: null, column: null, reason: "there is no index 'NOSUCH'" }] });
    expect(await facts(db)).toEqual(before);
  });

  it('stands beside one of another source, of which the preferred answers', async () => {
    const { db } = database();
    await loadReports(db, listOf('SPX', '2025-03-03', 'AAA'), { source: { ...publisher, key: 'preferred', precedence: 5 } });
    await loadReports(db, listOf('SPX', '2025-03-03', 'BBB'));
    expect(await membershipAt('2026-11-02')).toContain('AAA');
  });

  it('leaves the same tables whichever of some lists comes first', async () => {
    const { db } = database();
    const lists = [
      [listOf('SPX', '2025-03-03', 'AAA', 'BBB'), {}],
      [listOf('SPX', '2025-03-03', 'AAA', 'CCC'), { knownOn: '2025-03-10' }],
      [listOf('NDX', '2025-03-03', 'BBB'), {}],
      [{ holdings: [aReport({ lines: [aLine({ ticker: 'BBB', name: 'ANOTHER NAME' })] })] }, {}],
    ] as const;
    const states: unknown[] = [];
    for (const order of [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]]) {
      await emptied(db);
      for (const n of order) {
        const [reports, circumstances] = lists[n] ?? lists[0];
        await loadReports(db, reports, circumstances);
      }
      states.push(await facts(db));
    }
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });
});
