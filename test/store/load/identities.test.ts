import { isoDate } from '../../../src/domain/isoDate';
import type { Identifiers } from '../../../src/domain/identifiers';
import type { HoldingLine, HoldingsReport } from '../../../src/sources/HoldingsReport';
import { exposuresFromHoldings } from '../../../src/store/reads/exposures';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aLine, aReport, decimal, load } from './invented';
import { emptied, facts, listOf, loadReports } from './reported';

const database = useDatabase();

beforeEach(() => emptied(database().db));

const [APPLE, APPLE_ISIN, SHELL_ISIN] = ['037833100', 'US0378331005', 'GB00BP6MXD84'];

const identifiers = (given: Partial<Identifiers>): Identifiers => ({ cusip: null, isin: null, lei: null, ...given });

const issued = (ticker: string, name: string, given: Partial<Identifiers> = {}): HoldingLine => aLine({ ticker, name, identifiers: identifiers(given) });

/** A line as in a filing: no ticker, no sector, but numbers that name it. */
const filed = (name: string, given: Partial<Identifiers> = {}): HoldingLine =>
  aLine({ ticker: null, name, sector: null, exchange: null, identifiers: identifiers(given), marketValue: decimal('100') });

const of = (fund: string, observedOn: string, ...lines: readonly HoldingLine[]): HoldingsReport => aReport({ fund, observedOn: isoDate(observedOn), lines });

interface Held {
  readonly matchedBy: string;
  readonly security: { readonly key: string; readonly heldBy: { readonly nodes: readonly { readonly snapshot: { readonly etf: { readonly symbol: string } } }[] } };
}

/** Of each line of a fund: by what it was found, what it is, and who holds that. */
async function heldIn(fund: string): Promise<readonly (readonly [string, string, readonly string[]])[]> {
  const question = `{ etf(symbol: "${fund}") { holdings(orderBy: LINE) { nodes { matchedBy security { key heldBy { nodes { snapshot { etf { symbol } } } } } } } } }`;
  const { etf } = await dataOf<{ etf: { holdings: { nodes: readonly Held[] } } }>(database().db, question);
  return etf.holdings.nodes.map(({ matchedBy, security }) => [matchedBy, security.key, security.heldBy.nodes.map(({ snapshot }) => snapshot.etf.symbol).sort()]);
}

/** Each case: what an issuer's file gives, what a filing gives, and by what the second is found to be the first. */
const cases: readonly (readonly [string, HoldingLine, HoldingLine, string])[] = [
  ['by its CUSIP', issued('AAPL', 'APPLE INC', { cusip: APPLE }), filed('Apple Computer', { cusip: APPLE }), 'CUSIP'],
  ['by the CUSIP in an ISIN', issued('AAPL', 'APPLE INC', { cusip: APPLE }), filed('Apple Computer', { isin: APPLE_ISIN }), 'CUSIP'],
  ['by its ISIN', issued('SHEL', 'SHELL PLC', { isin: SHELL_ISIN }), filed('Royal Dutch', { isin: SHELL_ISIN }), 'ISIN'],
  ['by its name', issued('AAPL', 'APPLE INC'), filed('Apple, Inc.', { cusip: APPLE }), 'NAME'],
];

describe('a line without a ticker', () => {
  it.each(
    cases.flatMap(([ground, one, other, by]) => [[ground, 'after', one, other, by], [ground, 'before', one, other, by]] as const),
  )('is found %s, filed %s the issuer’s file', async (_, when, one, other, by) => {
    const { db } = database();
    const files = [of('IWM', '2025-03-31', one), of('VTWO', '2025-02-28', other)];
    for (const report of when === 'after' ? files : files.reverse()) await load(db, [report]);
    const key = `EQUITY:${one.ticker ?? ''}`;
    expect(await heldIn('VTWO')).toEqual([[by, key, ['IWM', 'VTWO']]]);
    expect(await heldIn('IWM')).toEqual([['TICKER', key, ['IWM', 'VTWO']]]);
  });

  it('that nothing ties to another stands for itself', async () => {
    const { db } = database();
    await load(db, [of('IWM', '2025-03-03', issued('AAPL', 'APPLE INC'))]);
    await load(db, [of('VTWO', '2025-03-03', filed('Another Inc', { cusip: APPLE }), filed('A Warrant'))]);
    expect(await heldIn('VTWO')).toEqual([['NONE', `EQUITY:CUSIP:${APPLE}`, ['VTWO']], ['NAME', 'EQUITY:-:A Warrant', ['VTWO']]]);
  });

  it('is not found by a name that two bear', async () => {
    const { db } = database();
    await load(db, [of('IWM', '2025-03-03', issued('NWS', 'NEWS CORP'), issued('NWSA', 'NEWS CORP'))]);
    await load(db, [of('VTWO', '2025-03-03', filed('News Corp', { cusip: APPLE }))]);
    expect(await heldIn('VTWO')).toEqual([['NONE', `EQUITY:CUSIP:${APPLE}`, ['VTWO']]]);
  });

  it('leaves ticker and sector to the security, though its document is the newer', async () => {
    const { db } = database();
    await load(db, [of('IWM', '2025-03-03', issued('AAPL', 'APPLE INC', { cusip: APPLE }))]);
    await load(db, [of('VTWO', '2025-06-30', filed('Apple Inc', { cusip: APPLE }))]);
    expect(await dataOf(database().db, '{ etf(symbol: "IWM") { holdings { nodes { security { symbol sector } } } } }')).toEqual({
      etf: { holdings: { nodes: [{ security: { symbol: 'AAPL', sector: 'Materials' } }] } },
    });
    const { result } = await ask(db, '{ security(symbol: "AAPL") { key } etf(symbol: "IWM") { holdings(filter: { symbols: ["AAPL"] }) { totalCount } } }');
    expect(result).toMatchObject({ data: { security: { key: 'EQUITY:AAPL' }, etf: { holdings: { totalCount: 1 } } } });
  });
});

describe('a security that two listings turn out to be', () => {
  const files = [
    of('VTWO', '2025-02-28', filed('Apple Computer', { cusip: APPLE, lei: 'HWUPKR0MPOU8FGXBT394' }), filed('Shell', { isin: SHELL_ISIN })),
    of('IWM', '2025-03-31', issued('AAPL', 'APPLE INC'), issued('SHEL', 'SHELL PLC')),
    of('IVV', '2025-03-31', issued('AAPL', 'APPLE INC', { isin: APPLE_ISIN }), issued('SHEL', 'SHELL PLC', { isin: SHELL_ISIN }), issued('QRRY', 'QUARRY')),
    of('IVV', '2025-06-30', issued('AAPL', 'APPLE INC'), filed('SHELL PLC')),
  ];

  it('goes by every id that was given out before', async () => {
    const { db } = database();
    const [first, second, third] = files;
    if (first === undefined || second === undefined || third === undefined) throw new Error('A file is lacking.');
    await load(db, [first]);
    await load(db, [second]);
    const ids = await dataOf<{ etf: { holdings: { nodes: readonly { id: string; security: { id: string; key: string } }[] } } }>(
      db, '{ etf(symbol: "VTWO") { holdings(orderBy: LINE) { nodes { id security { id key } } } } }');
    const [line] = ids.etf.holdings.nodes;
    expect(line?.security.key).toBe(`EQUITY:CUSIP:${APPLE}`);
    await load(db, [third]);
    const nodes = await dataOf(db, `{ security: node(id: "${line?.security.id ?? ''}") { ... on Security { key } }
      line: node(id: "${line?.id ?? ''}") { ... on Holding { matchedBy security { key } } } }`);
    expect(nodes).toEqual({ security: { key: 'EQUITY:AAPL' }, line: { matchedBy: 'CUSIP', security: { key: 'EQUITY:AAPL' } } });
  });

  it('bears the numbers of both', async () => {
    const { db } = database();
    for (const report of files.slice(0, 3)) await load(db, [report]);
    expect(await dataOf(db, '{ security(symbol: "AAPL") { identifiers { scheme value } } }')).toEqual({
      security: { identifiers: [['CUSIP', APPLE], ['ISIN', APPLE_ISIN], ['LEI', 'HWUPKR0MPOU8FGXBT394']].map(([scheme, value]) => ({ scheme, value })) },
    });
  });

  it('makes the overlap and the changes of funds see one position', async () => {
    const { db } = database();
    for (const report of files.slice(0, 3)) await load(db, [report]);
    await load(db, [of('VTWO', '2025-05-30', issued('AAPL', 'APPLE INC'), filed('Shell', { isin: SHELL_ISIN }))]);
    const question = `{ etf(symbol: "VTWO") { overlap(with: "IVV") { weight shared { totalCount } }
      holdingChanges(from: "2025-02-28") { summary { kind securities } } } }`;
    expect(await dataOf(db, question)).toMatchObject({ etf: { overlap: { shared: { totalCount: 2 } }, holdingChanges: { summary: [{ securities: 2 }] } } });
  });

  it.each([
    ['by its CUSIP alone', [filed('Apple Inc', { cusip: APPLE })], [filed('Apple Computer', { cusip: APPLE })]],
    ['by its CUSIP and an ISIN', [filed('Apple Inc', { cusip: APPLE })], [filed('Apple Computer', { isin: APPLE_ISIN })]],
    ['by its name', [filed('Apple Inc', { cusip: APPLE })], [issued('AAPL', 'APPLE INC')]],
    ['by its ticker', [issued('AAPL', 'APPLE')], [issued('AAPL', 'APPLE INC')]],
  ])('%s, is covered by what an overlap says can be found', async (_, one, other) => {
    const { db } = database();
    await load(db, [of('IWM', '2025-03-03', ...one)]);
    await load(db, [of('VTWO', '2025-03-03', ...other)]);
    const question = '{ etf(symbol: "IWM") { overlap(with: "VTWO") { weight coverage otherCoverage } } }';
    expect(await dataOf(db, question)).toEqual({ etf: { overlap: { weight: 1, coverage: 1, otherCoverage: 1 } } });
  });

  it('leaves the same tables in whichever order the files come', async () => {
    const { db } = database();
    const states: unknown[] = [];
    for (const order of [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]]) {
      await emptied(db);
      for (const n of order) {
        const report = files[n];
        if (report !== undefined) await load(db, [report]);
      }
      await loadReports(db, listOf('SPX', '2025-03-03', 'AAPL'));
      states.push(await facts(db));
    }
    for (const state of states) expect(state).toEqual(states[0]);
  });
});

describe('exposures as they are stored', () => {
  const derived = async (): Promise<unknown> =>
    database().db.query('SELECT snapshot_id, dimension, rank, key, weight::text, positions, market_value::text FROM snapshot_exposure ORDER BY 1, 2, 3');
  const computed = async (): Promise<unknown> => {
    const rows = exposuresFromHoldings('SELECT id FROM snapshot');
    return database().db.query(`SELECT snapshot_id, dimension, rank, key, weight::text, positions, market_value::text FROM (${rows}) e ORDER BY 1, 2, 3`);
  };

  it('are those of the holdings, also after a load that makes two listings one security', async () => {
    const { db } = database();
    const before = of('VTWO', '2025-02-28', filed('Apple Computer', { cusip: APPLE }), issued('QRRY', 'QUARRY'), { ...filed('A Warrant'), country: null });
    const owed = aLine({ ticker: 'USD', name: 'CASH', marketValue: decimal('-30'), sector: null });
    await load(db, [before]);
    const first = await derived();
    expect(first).toEqual(await computed());
    expect(first).not.toEqual([]);
    await load(db, [of('IWM', '2025-03-31', issued('AAPL', 'APPLE INC', { cusip: APPLE }), owed, { ...issued('ZZZ', 'ZED'), sector: 'Banks' })]);
    expect(await heldIn('VTWO')).toContainEqual(['CUSIP', 'EQUITY:AAPL', ['IWM', 'VTWO']]);
    expect(await derived()).toEqual(await computed());
    expect(await derived()).toEqual(expect.arrayContaining(first as unknown[]));
  });
});
