import { exportKinds } from '../../../src/exports/exportKinds';
import { useDatabase } from '../../support/database';
import { fillMarket } from '../../support/market';
import { type Value, readBack } from '../../exports/readBack';
import { readByDuckDb } from '../../exports/readByDuckDb';
import { type TestServer, startTestServer } from '../startTestServer';
import { fetchExport } from './fetchExport';

type Row = Readonly<Record<string, Value>>;

/** A question asked as an export and of the graph: the rows, each with the properties that the graph has. */
interface Twice {
  readonly kind: string;
  readonly question: Readonly<Record<string, string>>;
  readonly query: string;
  /** The graph's answer as rows of the export. */
  readonly rowsOf: (data: never) => readonly Row[];
  /** Fewest rows that there must be. */
  readonly least: number;
}

interface Columnar {
  readonly symbol: string;
  readonly closes: string | null;
  readonly knownOnBasis: string | null;
  readonly missing: readonly { readonly reason: string }[];
  readonly series: { readonly dates: readonly string[]; readonly values: readonly number[] };
}
type Nodes<Item> = { readonly nodes: readonly Item[] };
type Known = { readonly knownOn: string; readonly knownOnBasis: string; readonly provenOn: string };
interface Position {
  readonly security: { readonly key: string; readonly symbol: string | null; readonly name: string; readonly assetClass: string; readonly sector: string | null; readonly country: string | null };
  readonly company: { readonly cik: string } | null;
}
interface Snapshot extends Known {
  readonly observedOn: string;
  readonly holdings: Nodes<Row & Position>;
}

const KNOWN = 'knownOn knownOnBasis provenOn';
const day = '2024-10-25';

const pricesAsked = (adjust: string): Twice => ({
  kind: 'prices',
  question: { symbols: 'PX,IWM,^RUT,NOPE,IVV,PXF', from: '2024-03-01', adjust, asOf: '2025-02-01' },
  query: `{ prices(symbols: ["PX", "IWM", "^RUT", "NOPE", "IVV", "PXF"], from: "2024-03-01", adjust: ${adjust}, asOf: "2025-02-01") { symbol closes knownOnBasis missing { reason } series { dates values } } }`,
  rowsOf: ({ prices }: { prices: readonly Columnar[] }) =>
    prices.flatMap<Row>(({ symbol, closes, knownOnBasis, missing, series: { dates, values } }) =>
      dates.length === 0
        ? [{ symbol, observedOn: null, value: null, closes, knownOnBasis, missing: missing[0]?.reason ?? null }]
        : dates.map((observedOn, n) => ({ symbol, observedOn, value: values[n] ?? null, closes, knownOnBasis, missing: null })),
    ),
  least: 15,
});

const observationsAsked = (transform: string, print: string): Twice => ({
  kind: 'observations',
  question: { codes: 'UNRATE,PAYEMS,DGS10', from: '2024-01-01', transform, print, asOf: '2025-06-30' },
  query: `{ ${['UNRATE', 'PAYEMS', 'DGS10']
    .map((code) => `${code}: indicator(code: "${code}", asOf: "2025-06-30") { observations(first: 3000, from: "2024-01-01", transform: ${transform}, print: ${print}) { nodes { observedOn value unit flags ${KNOWN} missing { reason } } } }`)
    .join(' ')} }`,
  rowsOf: (data: Record<string, { observations: Nodes<Row & { flags: readonly string[]; missing: readonly { reason: string }[] }> }>) =>
    Object.entries(data).flatMap(([code, { observations: { nodes } }]) =>
      nodes.map(({ flags, missing, ...rest }) => ({ code, ...(rest as Row), flag: flags[0] ?? null, missing: missing[0]?.reason ?? null })),
    ),
  least: 20,
});

const asked: readonly Twice[] = [
  ...['NONE', 'SPLITS', 'TOTAL_RETURN'].map(pricesAsked),
  observationsAsked('LEVEL', 'AS_OF'),
  observationsAsked('CHANGE', 'FIRST'),
  {
    kind: 'holdings',
    question: { funds: 'IWM,a b,VTWO', asOf: day },
    query: `{ ${['IWM', 'a b', 'VTWO']
      .map((symbol, n) => `f${n}: etf(symbol: "${symbol}", asOf: "${day}") { symbol snapshot { observedOn ${KNOWN} holdings(first: 3000, orderBy: LINE) { nodes {
        line weight publishedWeight shares marketValue notionalValue price currency company { cik } security { key symbol name assetClass sector country } } } } }`)
      .join(' ')} }`,
    rowsOf: (data: Record<string, { symbol: string; snapshot: Snapshot | null }>) =>
      Object.values(data).flatMap(({ symbol: fund, snapshot }) => {
        if (snapshot === null) throw new Error(`${fund} has no snapshot.`);
        const { observedOn, knownOn, knownOnBasis, provenOn, holdings } = snapshot;
        return holdings.nodes.map(({ security: { key: security, ...described }, company, ...position }) => ({
          ...{ fund, observedOn, knownOn, knownOnBasis, provenOn, security, cik: company?.cik ?? null, missing: null },
          ...described,
          ...(position as Row),
        }));
      }),
    least: 5,
  },
  {
    kind: 'earnings',
    question: { symbols: 'FB,B', period: 'QUARTER', asOf: '2026-11-19' },
    query: `{ ${['FB', 'B']
      .map((symbol) => `${symbol}: company(symbol: "${symbol}", asOf: "2026-11-19") { cik earnings(first: 400) { nodes { period periodStart periodEnd fiscalYear fiscalQuarter epsDiluted epsGround epsReported
        netIncome netIncomeGround revenue revenueGround dilutedShares sharesGround form accession ${KNOWN} } } }`)
      .join(' ')} }`,
    rowsOf: (data: Record<string, { cik: string; earnings: Nodes<Row> }>) =>
      Object.entries(data).flatMap<Row>(([company, { cik, earnings: { nodes } }]) =>
        nodes.length === 0 ? [{ company, cik, missing: 'NOT_KNOWN_YET' }] : nodes.map((node) => ({ company, cik, ...node, missing: null })),
      ),
    least: 5,
  },
  {
    kind: 'signals',
    question: { keys: 'fed-easing,soft-landing,labor-resilience', from: '2024-06-03', to: '2024-10-25', every: 'WEEK', asOf: '2025-02-01' },
    query: `{ signals(keys: ["fed-easing", "soft-landing", "labor-resilience"], asOf: "2025-02-01") { key version history(from: "2024-06-03", to: "2024-10-25", every: WEEK) { dates values scores states knownOnBases } } }`,
    rowsOf: ({ signals }: { signals: readonly { key: string; version: number; history: Record<'dates' | 'values' | 'scores' | 'states' | 'knownOnBases', readonly Value[]> }[] }) =>
      (signals[0]?.history.dates ?? []).flatMap((asOf, n) =>
        signals.map(({ key, version, history: { values, scores, states, knownOnBases } }) => ({
          ...{ key, version, asOf, value: values[n] ?? null, score: scores[n] ?? null, state: states[n] ?? null, knownOnBasis: knownOnBases[n] ?? null },
        })),
      ),
    least: 60,
  },
];

describe('an export', () => {
  const database = useDatabase();
  let server: TestServer;

  beforeAll(async () => {
    await fillMarket(database().db);
    server = await startTestServer(database().url);
  });

  it.each(asked)('of $kind, $question, says in each format what the graph says', async ({ kind, question, query, rowsOf, least }) => {
    const { body } = await server.ask(query);
    expect(body.errors).toBeUndefined();
    const columns = exportKinds.get(kind)?.columns ?? {};
    const expected = rowsOf(body.data as never).map((row) => Object.fromEntries(Object.keys(columns).map((name) => [name, row[name] ?? null])));
    expect(expected.length).toBeGreaterThanOrEqual(least);

    const { sha256 } = await fetchExport(server.address, `${kind}.csv?${new URLSearchParams(question).toString()}`);
    for (const [format, read] of Object.entries(readBack)) {
      const { status, bytes, headers, trailers } = await fetchExport(server.address, `${kind}.${format}?${new URLSearchParams(question).toString()}`);
      expect(status === 200 ? status : bytes.toString()).toBe(200);
      const { rows, facts } = await read(bytes, columns);
      expect({ format, rows }).toEqual({ format, rows: expected });
      if (format === 'parquet') expect(await readByDuckDb(bytes)).toEqual(expected);
      expect(trailers).toEqual({ 'x-row-count': String(expected.length), 'x-rows-sha256': sha256 });
      expect(headers).toMatchObject({ 'x-as-of': question.asOf, 'x-knowledge': 'ANY', 'x-is-simulated': 'false', 'x-data-version': body.extensions?.data.version });
      if (format !== 'csv') {
        expect(facts).toEqual({
          ...{ export: kind, question: new URLSearchParams(question).toString(), asOf: question.asOf, knowledge: 'ANY' },
          ...{ version: body.extensions?.data.version, isSimulated: 'false', rows: trailers['x-row-count'], sha256 },
        });
      }
    }
  });

  it('has a test of its agreement for each kind', () => {
    expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set(exportKinds.keys()));
  });
});
