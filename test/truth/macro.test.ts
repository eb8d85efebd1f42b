import type { DataSource } from 'typeorm';
import fredgraph from '../../src/sources/definitions/fredgraph';
import { isoDate } from '../../src/domain/isoDate';
import { loadFile } from '../../src/store/load/loadFile';
import type { LoadReport } from '../../src/store/load/LoadRequest';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';

const LOADED_ON = new Date('2026-11-02T17:00:00Z');

/** The series whose vintages are in files of their own, with their days. */
const VINTAGES: Readonly<Record<string, readonly string[]>> = {
  PAYEMS: ['2026-03-22', '2026-04-03', '2026-05-08', '2026-06-05'],
  UNRATE: ['2026-03-22', '2026-04-03', '2026-05-08', '2026-06-05'],
  CPIAUCSL: ['2026-03-22', '2026-04-10', '2026-05-12'],
};

/** Those of which there is one file, and the day on which it was downloaded. */
const DOWNLOADS: Readonly<Record<string, string>> = { PAYEMS: '2024-10-08', UNRATE: '2024-10-08', CPIAUCSL: '2024-10-08' };

function load(db: DataSource, path: string, told: { readonly knownOn?: string; readonly series?: string } = {}): Promise<LoadReport> {
  const fileName = path.split('/').at(-1) ?? '';
  const { knownOn, ...others } = told;
  return loadFile(db, { source: fredgraph, fileName, bytes: realFile(path), told: { fileName, ...others, ...(knownOn === undefined ? {} : { knownOn: isoDate(knownOn) }) }, now: LOADED_ON });
}

/** Values that FRED served on these days, taken from the files with other tools. */
describeRealFiles("FRED's files, loaded", () => {
  const database = useDatabase();
  const data = <Data = Record<string, unknown>>(question: string): Promise<Data> => dataOf<Data>(database().db, question);

  beforeAll(async () => {
    const { db } = database();
    const reports: LoadReport[] = [];
    for (const [series, knownOn] of Object.entries(DOWNLOADS)) reports.push(await load(db, `fred/fredgraph/${series}.csv`, { knownOn }));
    for (const [series, days] of Object.entries(VINTAGES)) for (const day of days) reports.push(await load(db, `fred/vintages/${series}/${series}.${day}.csv`));
    for (const series of ['DFEDTARU', 'DFEDTARL']) reports.push(await load(db, `fred/fredgraph/${series}.csv`));
    for (const series of ['USREC', 'GDPC1', 'CPILFESL']) reports.push(await load(db, `fred/resaved/${series}.csv`, { series }));
    expect(new Set(reports.map(({ outcome }) => outcome))).toEqual(new Set(['ADDED']));
  }, 300_000);

  it('say that payrolls of February 2026 were 158,466 thousand, then 158,459, then 158,436, and since when', async () => {
    const value = `observations(from: "2026-02-01", to: "2026-02-01") { nodes { value unit knownOn knownOnBasis source { fileName } } }`;
    const asked = ['2026-04-02', '2026-04-04', '2026-06-30'].map((asOf, n) => `on${n}: indicator(code: "PAYEMS", asOf: "${asOf}") { ${value} }`);
    const answers = await data<Record<string, { observations: { nodes: { value: number; unit: string; knownOn: string }[] } }>>(`{ ${asked.join('\n')} }`);
    expect(Object.values(answers).map(({ observations }) => observations.nodes)).toMatchObject([
      [{ value: 158_466, unit: 'Thousands of Persons', knownOn: '2026-03-22', knownOnBasis: 'VINTAGE', source: { fileName: 'PAYEMS.2026-03-22.csv' } }],
      [{ value: 158_459, knownOn: '2026-04-03' }],
      [{ value: 158_436, knownOn: '2026-05-08' }],
    ]);
    expect(await data(`{ indicator(code: "PAYEMS") { revisions(of: "2026-02-01") { knownOn knownOnBasis value change } } }`)).toEqual({
      indicator: {
        revisions: [
          { knownOn: '2026-03-22', knownOnBasis: 'VINTAGE', value: 158_466, change: null },
          { knownOn: '2026-04-03', knownOnBasis: 'VINTAGE', value: 158_459, change: -7 },
          { knownOn: '2026-05-08', knownOnBasis: 'VINTAGE', value: 158_436, change: -23 },
        ],
      },
    });
  });

  it('say that the target range was 5.50 on 2024-09-18 and 5.00 on the day after', async () => {
    expect(await data(`{ indicator(code: "DFEDTARU", asOf: "2024-09-19") { latest { observedOn value unit } observations(last: 2) { nodes { observedOn value } } } }`)).toEqual({
      indicator: {
        latest: { observedOn: '2024-09-19', value: 5, unit: 'Percent' },
        observations: { nodes: [{ observedOn: '2024-09-18', value: 5.5 }, { observedOn: '2024-09-19', value: 5 }] },
      },
    });
  });

  it('say what payrolls of September 2024 and unemployment of August 2023 were known to be then, and now', async () => {
    const question = `{
      payrolls: indicator(code: "PAYEMS", asOf: "2024-10-08") { observations(from: "2024-09-01", to: "2024-09-01") { nodes { value } } }
      then: indicator(code: "UNRATE", asOf: "2023-10-01") { observations(from: "2023-08-01", to: "2023-08-01") { nodes { value knownOn knownOnBasis } } }
      now: indicator(code: "UNRATE") { observations(from: "2023-08-01", to: "2023-08-01") { nodes { value knownOn } } }
    }`;
    expect(await data(question)).toEqual({
      payrolls: { observations: { nodes: [{ value: 159_105 }] } },
      then: { observations: { nodes: [{ value: 3.8, knownOn: '2023-09-10', knownOnBasis: 'LAG_ASSUMED' }] } },
      now: { observations: { nodes: [{ value: 3.7, knownOn: '2026-03-22' }] } },
    });
  });

  it('tell the change of payrolls from one vintage: 66 thousand a month to October 2024, where two files joined would say -249', async () => {
    const changes = `observations(from: "2024-08-01", to: "2024-10-01", transform: CHANGE) { nodes { value vintage { knownOn } } }`;
    const { indicator } = await data<{ indicator: { observations: { nodes: { value: number; vintage: { knownOn: string } }[] } } }>(`{ indicator(code: "PAYEMS", asOf: "2026-03-31") { ${changes} } }`);
    const { nodes } = indicator.observations;
    expect(nodes.map(({ vintage }) => vintage.knownOn)).toEqual(['2026-03-22', '2026-03-22', '2026-03-22']);
    expect(Math.round(nodes.reduce((sum, { value }) => sum + value, 0) / 3)).toBe(66);
  });

  it('have no October 2025 of unemployment nor of prices, one without a row of it and one without a value, and what is held against it says so', async () => {
    const told = `observations(from: "2025-10-01", to: "2025-11-01", transform: CHANGE) { nodes { observedOn value flags missing { reason } } }`;
    const answer = await data<Record<string, { observations: { nodes: { observedOn: string; value: number | null; flags: string[]; missing: { reason: string }[] }[] } }>>(
      `{ unemployment: indicator(code: "UNRATE", asOf: "2026-06-30") { ${told} } prices: indicator(code: "CPILFESL") { ${told} } }`,
    );
    for (const { observations } of Object.values(answer)) {
      expect(observations.nodes).toMatchObject([
        { observedOn: '2025-10-01', value: null, flags: [], missing: [{ reason: 'NOT_REPORTED' }] },
        { observedOn: '2025-11-01', flags: ['BASE_EARLIER'], missing: [] },
      ]);
    }
    expect(answer.unemployment?.observations.nodes[1]?.value).toBeCloseTo((4.5 - 4.4) / 2, 9);
  });

  it('know the recessions that the NBER has dated, and the last one since it was dated', async () => {
    const question = `{ recessions(asOf: "2020-06-30") { startedOn endedOn } all: recessions { startedOn endedOn months } }`;
    const { recessions, all } = await data<Record<string, { startedOn: string; endedOn: string | null; months?: number }[]>>(question);
    expect(recessions?.at(-1)).toEqual({ startedOn: '2020-03-01', endedOn: null });
    expect(all?.slice(-3)).toEqual([
      { startedOn: '2001-04-01', endedOn: '2001-11-01', months: 8 },
      { startedOn: '2008-01-01', endedOn: '2009-06-01', months: 18 },
      { startedOn: '2020-03-01', endedOn: '2020-04-01', months: 2 },
    ]);
  });

  it('give a node again by its id, also of a month that is lacking', async () => {
    const { indicator } = await data<{ indicator: { observations: { nodes: { id: string; observedOn: string; value: number | null }[] } } }>(
      `{ indicator(code: "UNRATE", asOf: "2026-04-30") { observations(from: "2025-10-01", to: "2026-01-01", transform: YOY) { nodes { id observedOn value } } } }`,
    );
    const asked = indicator.observations.nodes;
    expect(asked).toHaveLength(4);
    expect(await data(`{ nodes(ids: ${JSON.stringify(asked.map(({ id }) => id))}) { id ... on Observation { observedOn value } } }`)).toEqual({ nodes: asked });
  });
});
