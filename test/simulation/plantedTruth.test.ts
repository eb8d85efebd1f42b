import { MarketPath } from '../../src/simulation/MarketPath';
import { firstDayOf, lastDayOf } from '../../src/domain/months';
import { defaultSimulation } from '../../src/simulation/options';
import { type DatedPhase, Regime } from '../../src/simulation/regimes';
import { simulatedFiles } from '../../src/simulation/simulatedFiles';
import type { SimulatedFile } from '../../src/simulation/SimulatedFile';
import { loadSimulation } from '../../src/store/load/loadSimulation';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';

/** Long enough for every phase of the cycle. */
const options = { ...defaultSimulation, companies: 40, years: 11 };

const database = useDatabase();

/** Macro series come first. */
function* macroFiles(): Generator<SimulatedFile> {
  for (const file of simulatedFiles(options)) {
    if (file.source !== 'fred-api') return;
    yield file;
  }
}

interface History {
  readonly signal: { readonly history: { readonly dates: readonly string[]; readonly scores: readonly (number | null)[]; readonly states: readonly string[] } };
}

describe('the signal soft-landing, in a simulated economy', () => {
  let history: History['signal']['history'];
  const { phases } = new MarketPath(options);

  beforeAll(async () => {
    await loadSimulation(database().db, options, macroFiles());
    const query = '{ signal(key: "soft-landing") { history(from: "2015-01-01") { dates scores states } } }';
    ({ signal: { history } } = await dataOf<History>(database().db, query));
  }, 120_000);

  /** What was read in the phases of a regime, from their third month on. */
  const inRegime = (regime: Regime) => phases.filter((phase) => phase.regime === regime).map(reads);
  const reads = ({ from, to }: DatedPhase) =>
    history.dates.flatMap((date, i) => (date >= firstDayOf(from + 2) && date <= lastDayOf(to) ? [{ date, score: history.scores[i] ?? null, state: history.states[i] }] : []));

  it('is FOR in every landing', () => {
    const landings = inRegime(Regime.SOFT_LANDING);
    expect(landings.map(({ length }) => length >= 6)).toEqual([true, true, true]);
    for (const landing of landings) expect(landing.filter(({ state }) => state !== 'FOR')).toEqual([]);
  });

  it('is never FOR while rates are raised against inflation', () => {
    const phasesOfIt = inRegime(Regime.TIGHTENING);
    expect(phasesOfIt.length).toBe(3);
    expect(phasesOfIt.flat().filter(({ state }) => state === 'FOR')).toEqual([]);
  });

  it('is AGAINST in most of a recession, and at no time above 0', () => {
    const [recession = []] = inRegime(Regime.RECESSION);
    expect(recession.filter(({ score }) => score === null || score > 0)).toEqual([]);
    expect(recession.filter(({ state }) => state === 'AGAINST').length).toBeGreaterThan(recession.length / 2);
  });
});
