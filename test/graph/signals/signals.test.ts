import { addDays, isoDate } from '../../../src/domain/isoDate';
import { signals } from '../../../src/signals/signals';
import { ask, dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aSnapshot } from '../../support/rows';
import { loadActions, loadCloses } from '../../store/load/priceFile';
import { type Says, aVintage, loadSeries } from '../../store/load/inventedSeries';

const database = useDatabase();

const days = (from: string, count: number, value: (day: string) => number): Says =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => addDays(isoDate(from), i)).map((day) => [day, String(value(day))]));

/** A cut of 50 bp on 2024-09-19, a two-year yield, conditions that ease and are then revised. */
beforeAll(async () => {
  const { db } = database();
  const known = '2024-10-01';
  await loadSeries(db, [aVintage('DFEDTARU', known, days('2024-01-01', 274, (day) => (day >= '2024-09-19' ? 5 : 5.5)))]);
  await loadSeries(db, [aVintage('DFF', known, days('2024-01-01', 274, (day) => (day >= '2024-09-19' ? 4.83 : 5.33)))]);
  await loadSeries(db, [aVintage('DGS2', known, days('2024-01-01', 274, () => 3.6))]);
  await loadSeries(db, [aVintage('NFCI', '2024-09-18', { '2024-09-06': '-0.1', '2024-09-13': '-0.2' })]);
  await loadSeries(db, [aVintage('NFCI', '2024-09-25', { '2024-09-06': '-0.15', '2024-09-13': '-0.4', '2024-09-20': '0.3' })]);
});

interface Signal {
  readonly key: string;
  readonly value: number | null;
  readonly score: number | null;
  readonly state: string | null;
}

describe('signal', () => {
  it('tells what a signal read at the knowledge date, why, and since when that was known', async () => {
    const asked = `{ signal(key: "fed-easing", asOf: "2024-09-19") {
      key asOf version value score state sentence isPartial knownOnBasis
      missing { input reason text }
      contributions { kind key weight value score contribution }
      leaves { signal term weight score contribution }
      evidence { label value unit observedOn knownOn knownOnBasis signal term weight contribution }
    } }`;
    const { result, statements } = await ask(database().db, asked);
    expect(result).toMatchObject({
      data: {
        signal: {
          ...{ key: 'fed-easing', asOf: '2024-09-19', version: 1, value: -50, score: 1, state: 'FOR', isPartial: false, knownOnBasis: 'LAG_ASSUMED', missing: [] },
          sentence: "The upper bound of the Fed's target range stood at 5.00 % on 2024-09-19, 50 bp below 2024-03-20, after 1 move (-50 bp on 2024-09-19), which speaks for a rotation into small caps.",
          contributions: [{ kind: 'INPUT', key: 'change', weight: 1, value: -50, score: 1, contribution: 1 }],
          leaves: [{ signal: 'fed-easing', term: 'change', weight: 1, score: 1, contribution: 1 }],
          evidence: [
            { label: 'upper bound on 2024-03-20', value: 5.5, unit: '%', observedOn: '2024-03-20', knownOn: '2024-03-20', knownOnBasis: 'LAG_ASSUMED', signal: 'fed-easing', term: 'change', weight: 1, contribution: 1 },
            { label: '-50 bp on 2024-09-19', value: 5, observedOn: '2024-09-19' },
          ],
        },
      },
    });
    expect(statements).toHaveLength(2);
  });

  it('that there is not is null and NOT_FOUND', async () => {
    const { result } = await ask(database().db, '{ signal(key: "astrology") { key } }');
    expect(result).toMatchObject({ data: { signal: null }, errors: [{ path: ['signal'], extensions: { code: 'NOT_FOUND' } }] });
  });

  it('is told again as it was, once more is known', async () => {
    const { first, revised, proven } = await dataOf<Record<string, Signal>>(
      database().db,
      `{ first: signal(key: "financial-conditions", asOf: "2024-09-24") { value }
         revised: signal(key: "financial-conditions", asOf: "2024-09-25") { value }
         proven: signal(key: "financial-conditions", asOf: "2024-09-17", knowledge: PROVEN) { value state } }`,
    );
    expect([first, revised, proven]).toEqual([{ value: -0.2 }, { value: 0.3 }, { value: null, state: 'INSUFFICIENT_DATA' }]);
  });

  it('has the evidence that speaks most against it', async () => {
    const { signal } = await dataOf<{ signal: { score: number; evidence: readonly { label: string }[]; all: readonly unknown[] } }>(
      database().db,
      '{ signal(key: "financial-conditions", asOf: "2024-09-25") { score all: evidence { label } evidence(against: true) { label } } }',
    );
    expect(signal).toEqual({ score: -0.6, all: [{ label: 'NFCI of 2024-09-20' }], evidence: [] });
  });

  it('leads from its evidence to the fact in the graph, as known then', async () => {
    const asked = '{ signal(key: "financial-conditions", asOf: "2024-09-24") { evidence { value observedOn node { id ... on Observation { observedOn value knownOn source { publisher } } } } } }';
    const { signal } = await dataOf<{ signal: { evidence: readonly { node: { id: string } }[] } }>(database().db, asked);
    expect(signal.evidence).toMatchObject([{ value: -0.2, observedOn: '2024-09-13', node: { observedOn: '2024-09-13', value: -0.2, knownOn: '2024-09-18', source: { publisher: 'An invented publisher' } } }]);
    const { node } = await dataOf(database().db, 'query ($id: ID!) { node(id: $id) { ... on Observation { value } } }', { id: signal.evidence[0]?.node.id });
    expect(node).toEqual({ value: -0.2 });
    const assumed = await dataOf(database().db, '{ signal(key: "fed-easing", asOf: "2024-09-19") { evidence { node { ... on Observation { value knownOnBasis } } } } }');
    expect(assumed).toEqual({ signal: { evidence: [{ node: { value: 5.5, knownOnBasis: 'LAG_ASSUMED' } }, { node: { value: 5, knownOnBasis: 'LAG_ASSUMED' } }] } });
  });

  it('leads from its evidence to closes and holdings in the graph, as they were known then', async () => {
    const { db } = database();
    const seven = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'];
    for (const symbol of [...seven, 'IWM']) await loadCloses(db, symbol, symbol === 'TSLA' ? 'TOTAL_RETURN' : 'RAW', { '2024-06-20': 1000, '2024-06-21': 1010, '2024-09-19': symbol === 'IWM' ? 1100 : 105 });
    await loadActions(db, seven.flatMap((symbol) => [`${symbol},SPLIT,2024-07-10,10,,`, `${symbol},DIVIDEND,2024-09-19,,2.1,`]));
    await aSnapshot(db, { fund: 'SPY', observedOn: '2024-06-20', lines: seven.map((symbol) => ({ security: `EQUITY:${symbol}`, symbol, weight: '0.05' })) });
    const asked = `query ($day: Date!) { signal(key: "mag7-relative-strength", asOf: $day) { value isHindsight knowableFrom evidence { label value observedOn node { id
      ... on ClosingPrice { listing observedOn adjust closes value knownOn knownOnBasis provenOn source { fileName } } ... on Holding { weight } } } } }`;
    interface Evidence { readonly label: string; readonly value: number; readonly node: { readonly id: string; readonly value?: number; readonly weight?: number } }
    const { signal } = await dataOf<{ signal: Signal & { evidence: readonly Evidence[] } }>(db, asked, { day: '2024-09-19' });
    expect(signal).toMatchObject({ value: expect.closeTo(100 * ((105 * 10 * 1.02 * 6 + 105) / 7 / 1000 - 1100 / 1000), 9) as number, isHindsight: false, knowableFrom: '2023-04-11' });
    expect(signal.evidence).toHaveLength(23);
    signal.evidence.forEach(({ value, node }) => expect(node.value ?? node.weight).toBe(value));
    expect(signal.evidence[0]).toMatchObject({ label: 'AAPL at the close of 2024-06-20', value: 1000 / 10.2, node: { listing: 'AAPL', adjust: 'TOTAL_RETURN', closes: 'RAW', knownOn: '2024-06-20', knownOnBasis: 'MARKET_CLOSE', source: { fileName: 'own.csv' } } });
    const { node } = await dataOf(db, 'query ($id: ID!) { node(id: $id) { ... on ClosingPrice { observedOn value } } }', { id: signal.evidence[0]?.node.id });
    expect(node).toEqual({ observedOn: '2024-06-20', value: 1000 / 10.2 });
  });

  it('lacking data is told with what is missing', async () => {
    const { signal } = await dataOf(
      database().db,
      '{ signal(key: "soft-landing", asOf: "2024-09-24") { value score state sentence missing { input reason } evidence { label } contributions { key weight contribution } } }',
    );
    expect(signal).toMatchObject({
      ...{ value: null, score: null, state: 'INSUFFICIENT_DATA', evidence: [] },
      missing: [{ input: 'GDPC1', reason: 'NOT_KNOWN_YET' }, { input: 'CPILFESL' }, { input: 'UNRATE' }, { input: 'PAYEMS' }, { input: 'ICSA' }],
      sentence: expect.stringMatching(/^A soft landing cannot be told as of 2024-09-24: no value of GDPC1 about the 730 days before was known; /) as string,
    });
  });
});

describe('signals', () => {
  it('are all there are by key, or those asked for, in one evaluation', async () => {
    const { data, statements } = await ask(database().db, '{ signals(asOf: "2024-09-24") { key definition { key title unit } } }').then(({ result, statements: all }) => ({ data: result.data as { signals: Signal[] }, statements: all }));
    expect(data.signals).toEqual([...signals.values()].map(({ key, title, unit }) => ({ key, definition: { key, title, unit } })));
    expect(new Set(statements).size).toBe(statements.length);
    const some = await dataOf(database().db, '{ signals(keys: ["fed-easing", "fed-cuts-ahead"], asOf: "2024-09-18") { key value } }');
    expect(some).toEqual({ signals: [{ key: 'fed-easing', value: 0 }, { key: 'fed-cuts-ahead', value: -173 }] });
  });

  it('that there are not are refused before any SQL', async () => {
    const { result, statements } = await ask(database().db, '{ signals(keys: ["fed-easing", "astrology"]) { key } }');
    expect(result.errors).toMatchObject([{ message: expect.stringContaining("There is no signal 'astrology'. Known: ") as string, extensions: { code: 'NOT_FOUND' } }]);
    expect({ data: result.data, statements }).toEqual({ data: undefined, statements: [] });
  });

  it('are defined by text, formula, and anchors each with a reason', async () => {
    const { signal } = await dataOf(database().db, '{ signal(key: "labor-resilience") { definition { role formula references anchors { term value score reason } weights { part weight } inputs { name maxAge } } } }');
    expect(signal).toMatchObject({
      definition: {
        role: 'CONFIRMATION',
        references: ['Sahm (2019), "Direct Stimulus Payments to Individuals", The Hamilton Project'],
        weights: [{ part: 'sahm', weight: 2 }, { part: 'payrolls', weight: 1 }, { part: 'claims', weight: 1 }],
        inputs: [{ name: 'UNRATE', maxAge: 125 }, { name: 'PAYEMS', maxAge: 125 }, { name: 'ICSA', maxAge: 25 }],
      },
    });
    expect(signal).toHaveProperty('definition.anchors.2', { term: 'sahm', value: 0.5, score: -1, reason: "Sahm's threshold: reached early in every recession since 1970." });
  });
});

describe('the history of a signal', () => {
  it('tells each session as it was at its own end, as lists', async () => {
    const { signal } = await dataOf(
      database().db,
      '{ signal(key: "financial-conditions", asOf: "2024-09-30") { history(from: "2024-09-17", to: "2024-09-26", every: DAY) { dates values scores states knownOnBases } } }',
    );
    expect(signal).toEqual({
      history: {
        dates: ['2024-09-17', '2024-09-18', '2024-09-19', '2024-09-20', '2024-09-23', '2024-09-24', '2024-09-25', '2024-09-26'],
        values: [-0.1, -0.2, -0.2, -0.2, -0.2, -0.2, 0.3, 0.3],
        scores: [expect.closeTo(0.2, 12), 0.4, 0.4, 0.4, 0.4, 0.4, -0.6, -0.6],
        states: ['NEUTRAL', 'FOR', 'FOR', 'FOR', 'FOR', 'FOR', 'AGAINST', 'AGAINST'],
        knownOnBases: ['LAG_ASSUMED', 'VINTAGE', 'VINTAGE', 'VINTAGE', 'VINTAGE', 'VINTAGE', 'VINTAGE', 'VINTAGE'],
      },
    });
  });

  it('ends with the knowledge date, and is of each signal asked for', async () => {
    const { data, statements } = await ask(database().db, '{ signals(keys: ["fed-easing", "fed-cuts-ahead"], asOf: "2024-09-19") { key history(from: "2024-08-01", to: "2025-01-01") { dates scores } } }').then(({ result, statements: all }) => ({ data: result.data, statements: all }));
    expect(data).toEqual({
      signals: [
        { key: 'fed-easing', history: { dates: ['2024-08-30', '2024-09-19'], scores: [0, 1] } },
        { key: 'fed-cuts-ahead', history: { dates: ['2024-08-30', '2024-09-19'], scores: [1, 1] } },
      ],
    });
    expect(statements.length).toBeLessThanOrEqual(4);
  });

  it('that begins after it ends is refused', async () => {
    const { result } = await ask(database().db, '{ signal(key: "fed-easing") { history(from: "2024-09-30", to: "2024-09-01") { dates } } }');
    expect(result).toMatchObject({ errors: [{ path: ['signal', 'history'], extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});
