import type { DataSource } from 'typeorm';
import ishares from '../../src/sources/definitions/ishares-holdings';
import { loadFile } from '../../src/store/load/loadFile';
import type { LoadReport } from '../../src/store/load/LoadRequest';
import { DAYS, realIsharesFile, STRIPPED } from '../sources/realIsharesFiles';
import { ask } from '../support/ask';
import { useDatabase } from '../support/database';
import { describeRealFiles } from '../support/realFiles';
import { naturalDigests } from '../store/load/tables';

const LOADED_ON = new Date('2026-11-02T17:00:00Z');

/** One of the issuer's files; the one that has lost its preamble is told what it is about. */
function loadDay(db: DataSource, day: (typeof DAYS)[number]): Promise<LoadReport> {
  const told = day === STRIPPED ? { fund: 'IWM', observedOn: day } : {};
  return loadFile(db, { source: ishares, fileName: `${day}.csv`, bytes: realIsharesFile(day), told, now: LOADED_ON });
}

/** What is null of a fund of which at most holdings are known. */
const missingOf = (isHeld: boolean) =>
  [...(isHeld ? [] : ['snapshot', 'holdings', 'exposure', 'concentration']), 'valuation', 'netAssets', 'marketValue'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' }));

/** Counts and days taken from the files with other tools; that a file counts as known on the next session is our rule. */
describeRealFiles("the issuer's five files of IWM, loaded", () => {
  const database = useDatabase();
  const others = [useDatabase(), useDatabase()];

  async function data(question: string): Promise<Record<string, unknown>> {
    const { data: answer, errors } = (await ask(database().db, question)).result;
    expect(errors).toBeUndefined();
    return answer ?? {};
  }

  beforeAll(async () => {
    const reports: LoadReport[] = [];
    for (const day of DAYS) reports.push(await loadDay(database().db, day));
    expect(reports.map(({ outcome, rowsAdded, refusals }) => [outcome, rowsAdded, refusals])).toEqual([
      ['ADDED', 1987, []],
      ['ADDED', 1944, []],
      ['ADDED', 1967, []],
      ['ADDED', 1957, []],
      ['ADDED', 1941, []],
    ]);
  });

  it('are refused where fund and day are neither in the file nor told', async () => {
    const request = { source: ishares, fileName: 'stripped.csv', bytes: realIsharesFile(STRIPPED), told: {}, now: LOADED_ON };
    expect((await loadFile(database().db, request)).refusals.map(({ reason }) => reason)).toEqual([
      'the file does not say which fund nor which day: tell it, as in --fund IWM --observed-on 2024-09-27',
    ]);
  });

  it('add nothing when they are loaded again', async () => {
    for (const day of DAYS) expect(await loadDay(database().db, day)).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0 });
  });

  it.each([
    ['backwards', 0, [4, 3, 2, 1, 0]],
    ['from the middle', 1, [2, 4, 0, 3, 1]],
  ])('end in the same tables and give the same answers %s', async (_, n, order) => {
    const other = others[n];
    if (other === undefined) throw new RangeError(`There is no ${n}.`);
    for (const day of order.flatMap((i) => DAYS[i] ?? [])) await loadDay(other().db, day);
    const question = `{ ${['2024-10-15', '2025-12-01', '2026-05-01'].map((asOf, i) => `at${i}: etf(symbol: "IWM", asOf: "${asOf}") {
      id snapshot { id knownOn holdings(first: 50) { totalCount totalMarketValue edges { cursor node { id weight security { id name symbol sector } } } } }
    }`).join('\n')} }`;
    expect(await naturalDigests(other().db)).toEqual(await naturalDigests(database().db));
    expect((await ask(other().db, question)).result.data).toEqual(await data(question));
  });

  it.each([
    ['2024-09-27', null],
    ['2024-09-30', '2024-09-27'],
    ['2025-05-13', '2024-09-27'],
    ['2025-11-05', '2025-05-13'],
    ['2025-11-06', '2025-11-05'],
    ['2025-12-01', '2025-11-05'],
    ['2026-04-12', '2026-01-21'],
    ['2026-04-13', '2026-04-10'],
  ])('answer as of %s from %s, by the next session', async (asOf, observedOn) => {
    const { etf } = await data(`{ etf(symbol: "IWM", asOf: "${asOf}") { snapshot { observedOn } missing { field reason } } }`);
    const missing = missingOf(observedOn !== null);
    expect(etf).toEqual({ snapshot: observedOn === null ? null : { observedOn }, missing });
  });

  it.each(['2025-11-05', '2025-12-01', '2026-11-01'])('prove nothing on %s, before they were loaded', async (asOf) => {
    const question = `{ etf(symbol: "IWM", asOf: "${asOf}", knowledge: PROVEN) { snapshot { observedOn } holdings { totalCount } missing { field reason } } }`;
    const missing = missingOf(false);
    expect(await data(question)).toEqual({ etf: { snapshot: null, holdings: null, missing } });
  });

  it.each(['ANY', 'PROVEN'])('answer without a date from the newest, under %s', async (knowledge) => {
    const question = `{ etf(symbol: "IWM", knowledge: ${knowledge}) { snapshot { observedOn knownOn knownOnBasis provenOn sharesOutstanding } } }`;
    const snapshot = { observedOn: '2026-04-10', knownOn: '2026-04-13', knownOnBasis: 'LAG_ASSUMED', provenOn: '2026-11-02', sharesOutstanding: 280200000 };
    expect(await data(question)).toEqual({ etf: { snapshot } });
  });
});
