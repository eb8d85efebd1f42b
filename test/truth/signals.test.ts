import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Closes } from '../../src/domain/closes';
import { Knowledge } from '../../src/domain/knowledge';
import { type IsoDate, isoDate } from '../../src/domain/isoDate';
import { histories } from '../../src/evaluation/histories';
import { readingsOnDays } from '../../src/evaluation/readingsOnDays';
import { Every, sessionsEvery } from '../../src/evaluation/sessionsOn';
import { baseRates, coefficientAt, studyAt } from '../../src/evaluation/record';
import { type Track, tracks } from '../../src/evaluation/tracks';
import type { Reading } from '../../src/signals/Reading';
import { signalByKey } from '../../src/signals/signals';
import { TermKind } from '../../src/signals/Score';
import { State } from '../../src/signals/State';
import { sourceByKey } from '../../src/sources/sources';
import type { Told } from '../../src/sources/tellable';
import { loadFile } from '../../src/store/load/loadFile';
import { Reader } from '../../src/store/Reader';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';
import { expectSection } from '../support/sections';
import { noonOf } from '../store/load/invented';

/** Downloads of 2024-10-08, downloads of unknown days, and vintages of 2026. */
const DOWNLOADED = ['UNRATE', 'PAYEMS', 'ICSA'].map((code) => [`fred/fredgraph/${code}.csv`, { knownOn: isoDate('2024-10-08') }] as const);
const UNDATED = ['fredgraph/DFEDTARU', 'resaved/CPILFESL', 'resaved/DFF', 'resaved/DGS2', 'resaved/GDPC1', 'resaved/NFCI', 'resaved/PCEPILFE'].map((path) => [`fred/${path}.csv`, { series: path.split('/')[1] ?? '' }] as const);
const VINTAGES = {
  UNRATE: ['2026-03-22', '2026-04-03', '2026-05-08', '2026-06-05'],
  PAYEMS: ['2026-03-22', '2026-04-03', '2026-05-08', '2026-06-05'],
  CPILFESL: ['2026-03-22', '2026-04-10', '2026-05-12'],
};
const DATED = Object.entries(VINTAGES).flatMap(([code, days]) => days.map((day) => [`fred/vintages/${code}/${code}.${day}.csv`, {}] as const));

describeRealFiles('signals of the real files', () => {
  const database = useDatabase();
  const read = (statement: Parameters<Reader['read']>[0]) => new Reader(database().db).read(statement);

  const load = async (source: string, path: string, told: Told = {}): Promise<void> => {
    const fileName = path.split('/').at(-1) ?? path;
    const report = await loadFile(database().db, { source: sourceByKey(source), fileName, bytes: realFile(path), told, now: noonOf('2026-11-02') });
    expect(report).toMatchObject({ fileName, outcome: 'ADDED' });
  };

  beforeAll(async () => {
    for (const [path, told] of [...DOWNLOADED, ...UNDATED, ...DATED]) await load('fredgraph', path, told);
    for (const symbol of ['IWM', 'SPY']) await load('close-csv', `prices/close/${symbol}.csv`, { closes: Closes.TOTAL_RETURN, symbol });
    await database().db.query('ANALYZE');
  }, 120_000);

  const on = async (key: string, day: string): Promise<Reading> => (await readingsOnDays(read, [signalByKey(key)], [isoDate(day)], Knowledge.ANY)).get(isoDate(day))?.[0] as Reading;

  it("have Sahm's gap as SAHMREALTIME has it for the newest month known on 2024-10-08", async () => {
    const published = realFile('fred/fredgraph/SAHMREALTIME.csv').toString().trim().split('\n').at(-1)?.split(',');
    expect(published).toEqual(['2024-09-01', '0.5']);
    expect((await on('labor-resilience', '2024-10-08')).value).toBe(0.5);
  });

  it.each([
    ['2026-03-22', 0.27],
    ['2026-04-03', 0.2],
    ['2026-05-08', 0.13],
    ['2026-06-05', 0.1],
  ])("have Sahm's gap without October 2025 in the vintage of %s", async (day, gap) => {
    const { value, missing, evidence } = await on('labor-resilience', day);
    expect({ value, missing: missing.map(({ input }) => input) }).toEqual({ value: gap, missing: ['ICSA'] });
    expect(evidence.map(({ observedOn }) => observedOn)).not.toContain('2025-10-01');
  });

  it('have no gap where the current mean would take October 2025', async () => {
    expect(await on('labor-resilience', '2026-01-15')).toMatchObject({ value: null, state: 'INSUFFICIENT_DATA', missing: [{ input: 'UNRATE' }, { input: 'PAYEMS' }, { input: 'ICSA' }] });
  });

  it('step over October 2025 in core prices, by seven months', async () => {
    expect((await on('inflation-moderation', '2026-05-12')).details).toMatchObject({ halfYearMonths: 7, yearMonths: 12 });
  });

  it('have no easing on 2024-09-18, and 50 bp of it the day after', async () => {
    expect(await on('fed-easing', '2024-09-18')).toMatchObject({ value: 0, score: 0 });
    expect(await on('fed-easing', '2024-09-19')).toMatchObject({ value: -50, score: 1 });
  });

  it("have the soft landing of 2024-09-10 vetoed by Sahm's gap", async () => {
    const { score, state, sentence, terms } = await on('soft-landing', '2024-09-10');
    expect({ score, state }).toEqual({ score: 0, state: 'NEUTRAL' });
    expect(terms.at(-1)).toMatchObject({ kind: TermKind.VETO, key: 'sahm' });
    expect(sentence).toBe(
      "A soft landing scored 0.00: easing +1.00, growth +1.00, inflation +0.63, labor -0.07, financial conditions +0.78; Sahm's gap of 0.57 pp, not below the 0.37 of three months before, keeps it from above 0, which speaks neither for nor against a rotation into small caps.",
    );
  });

  it('have soft landings at or below 0 in 24 of the 28 months of recession since 2001, and the others within two months of the peak', async () => {
    const recession = new Set(realFile('fred/resaved/USREC.csv').toString().split('\n').filter((line) => line.split(',')[1]?.startsWith('1') === true).map((line) => line.slice(0, 7)));
    const ends = sessionsEvery(Every.MONTH, isoDate('2000-07-01'), isoDate('2024-09-30'));
    const points = (await histories(read, [signalByKey('soft-landing')], ends, Knowledge.ANY)).get('soft-landing') ?? [];
    expect(points).toHaveLength(291);
    const scoreOn = (day: string) => points.find(({ reading }) => reading.asOf === day)?.reading.score ?? NaN;
    expect([scoreOn('2019-11-29'), scoreOn('2023-12-29')]).toEqual([expect.closeTo(0.74, 2), expect.closeTo(0.84, 2)]);
    const within = points.filter(({ reading }) => recession.has(reading.asOf.slice(0, 7)));
    expect(within).toHaveLength(28);
    const above = within.filter(({ reading }) => (reading.score ?? 1) > 0).map(({ reading }) => reading.asOf.slice(0, 7) as IsoDate);
    expect(above).toEqual(['2001-04', '2008-01', '2008-02', '2020-03']);
    expect(points.filter(({ state }) => state === State.FOR).length / points.length).toBeCloseTo(2 / 3, 1);
  }, 120_000);

  it("have the record that the README shows", async () => {
    const found = await tracks(read, [signalByKey('soft-landing')], { from: null, small: 'IWM', large: 'SPY', withHindsight: false }, isoDate('2026-08-03'), Knowledge.ANY);
    const track = found.get('soft-landing') as Track;
    const percent = (share: number | null, decimals = 1): string => `${((share ?? NaN) * 100).toFixed(decimals)} %`;
    const rows = [21, 63, 126, 252].map((horizon) => {
      const [ic, study] = [coefficientAt(track, horizon), studyAt(track, horizon)];
      const two = (value: number | null): string => (value ?? NaN).toFixed(2);
      return `| ${horizon} | ${two(ic.coefficient)} (${ic.sample}) | ${(ic.pValue ?? NaN).toFixed(3)} | ${two(ic.firstHalf)} / ${two(ic.secondHalf)} | ${study.events} | ${percent(study.mean)} | ${percent(study.unconditionalMean)} | ${percent(study.hitRate, 0)} | ${(study.pValue ?? NaN).toFixed(3)} |`;
    });
    const rates = baseRates(track).map(({ state, share }) => `${state} ${percent(share, 0)}`).join(', ');
    const header = '| sessions | rank correlation (month ends) | p | halves | entries | mean after | mean of all | led after | p |\n|---|---|---|---|---|---|---|---|---|';
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    expectSection(readme, 'record', [header, ...rows, '', `From ${track.sessions[0]} to ${track.sessions.at(-1)}, of ${track.sessions.length} sessions: ${rates}.`].join('\n'));
  }, 120_000);

  it('tell of 2024-09-10, the day on which the thesis was put, what the README shows of the rotation', async () => {
    for (const symbol of ['AAPL', 'MSFT', 'GOOGL', 'AMZN', 'NVDA', 'META', 'TSLA']) await load('close-csv', `prices/close/${symbol}.csv`, { closes: Closes.TOTAL_RETURN, symbol });
    for (const symbol of ['AAPL', 'MSFT', 'AMZN', 'GOOG', 'NVDA', 'TSLA']) await load('alphavantage-earnings', `earnings/alphavantage/${symbol}.csv`, { symbol });
    for (const cik of ['0000320193', '0001045810', '0001652044']) await load('edgar-company-facts', `edgar/companyfacts/CIK${cik}.json`);
    await load('edgar-tickers', 'edgar/company_tickers_2026-07.json', { knownOn: isoDate('2026-07-01') });
    await load('ssga-holdings', 'holdings/ssga/holdings-daily-us-en-spy_2024-03.xlsx');
    await database().db.query('ANALYZE');
    const signal = '{ sentence state }';
    const asked = `{ rotation(asOf: "2024-09-10") { phase sentence whole ${signal} unwinding ${signal} softLanding ${signal} confirmation ${signal} }
      signals(keys: ["mag7-earnings-surprise", "mag7-relative-strength"], asOf: "2024-09-10") ${signal} }`;
    interface Said {
      readonly sentence: string;
      readonly state: string;
    }
    type Rotation = Omit<Said, 'state'> & { readonly phase: string | null } & Readonly<Record<'whole' | 'unwinding' | 'softLanding' | 'confirmation', Said>>;
    const { rotation, signals } = await dataOf<{ rotation: Rotation; signals: readonly Said[] }>(database().db, asked);
    expect([rotation.phase, rotation.unwinding.state, rotation.whole.state]).toEqual([null, 'INSUFFICIENT_DATA', 'INSUFFICIENT_DATA']);
    const said = [rotation, ...signals, rotation.softLanding, rotation.confirmation].map(({ sentence }) => `> ${sentence}`);
    expectSection(readFileSync(join(__dirname, '../../README.md'), 'utf8'), 'rotation', said.join('\n>\n'));
  }, 300_000);

  it('say what lacks', async () => {
    expect((await on('fed-easing', '2009-03-02')).sentence).toBe("The Fed's easing cannot be told as of 2009-03-02: no value of DFEDTARU about 2008-08-31 or the days before was known.");
    expect(await on('soft-landing', '2009-03-02')).toMatchObject({ isPartial: true, state: 'AGAINST', missing: [{ input: 'DFEDTARU' }] });
    expect(await on('soft-landing', '2026-11-01')).toMatchObject({ state: 'INSUFFICIENT_DATA', score: null });
  });
});
