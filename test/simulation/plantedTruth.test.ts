import { isoDate } from '../../src/domain/isoDate';
import { monthOf } from '../../src/domain/months';
import { Knowledge } from '../../src/domain/knowledge';
import { panel } from '../../src/evaluation/panel';
import { Every, sessionsEvery } from '../../src/evaluation/sessionsOn';
import { signalByKey } from '../../src/signals/signals';
import { State, statesOf } from '../../src/signals/State';
import { MarketPath } from '../../src/simulation/MarketPath';
import { defaultSimulation } from '../../src/simulation/options';
import { type DatedPhase, MegaCaps, Regime } from '../../src/simulation/regimes';
import { loadSimulation } from '../../src/store/load/loadSimulation';
import { Reader } from '../../src/store/Reader';
import { useDatabase } from '../support/database';
import { leanMarket } from './leanMarket';

/** Long enough for every phase of the cycle, once companies have reported for so long that the signals of their earnings are told. */
const options = { ...defaultSimulation, companies: 40, years: 15, funds: 2 };
const path = new MarketPath(options);
const database = useDatabase();

interface Read {
  readonly phase: DatedPhase;
  /** Of the phase, from 1. */
  readonly month: number;
  readonly score: number;
  readonly state: State;
}

const CATALYSTS = ['soft-landing', 'mag7-unwind'];

describe('a signal in a simulated market', () => {
  /** By signal, what was read at the month ends of which it is told; `both` is FOR where both catalysts are. */
  const reads = new Map<string, readonly Read[]>();

  beforeAll(async () => {
    await loadSimulation(database().db, options, leanMarket(options));
    const ends = sessionsEvery(Every.MONTH, isoDate('2011-01-01'), options.lastOn);
    const columns = await panel((statement) => new Reader(database().db).read(statement), [...CATALYSTS, 'rotation'].map(signalByKey), ends, Knowledge.ANY);
    for (const { key, scores } of columns) {
      const states = statesOf(scores);
      reads.set(key, ends.flatMap((day, i): readonly Read[] => {
        const [phase, score] = [path.phaseIn(monthOf(day)), scores[i] ?? null];
        return score === null ? [] : [{ phase, month: monthOf(day) - phase.from + 1, score, state: states[i] ?? State.INSUFFICIENT_DATA }];
      }));
    }
    const [landing = [], unwind = []] = CATALYSTS.map((key) => reads.get(key));
    const late = landing.slice(-unwind.length);
    reads.set('both', unwind.map((read, i) => ({ ...read, state: isFor(read) && late[i]?.state === State.FOR ? State.FOR : State.NEUTRAL })));
  }, 180_000);

  const isFor = ({ state }: Read): boolean => state === State.FOR;
  const inRegime = (key: string, regime: Regime): readonly Read[] => (reads.get(key) ?? []).filter(({ phase, month }) => phase.regime === regime && month > 2);

  it('of soft landings is FOR from the third month of each on, and never while rates are raised against inflation', () => {
    expect(inRegime('soft-landing', Regime.SOFT_LANDING).length).toBeGreaterThan(30);
    expect(inRegime('soft-landing', Regime.SOFT_LANDING).filter((read) => !isFor(read))).toEqual([]);
    expect(inRegime('soft-landing', Regime.TIGHTENING).length).toBeGreaterThan(25);
    expect(inRegime('soft-landing', Regime.TIGHTENING).filter(isFor)).toEqual([]);
  });

  it('of soft landings is AGAINST in most of a recession, and at no time above 0', () => {
    const recession = inRegime('soft-landing', Regime.RECESSION);
    expect(recession.filter(({ score }) => score > 0)).toEqual([]);
    expect(recession.filter(({ state }) => state === State.AGAINST).length).toBeGreaterThan(recession.length / 2);
  });

  const isLanding = ({ phase }: Read): boolean => phase.regime === Regime.SOFT_LANDING;
  const isUnwind = ({ phase }: Read): boolean => phase.megaCaps === MegaCaps.UNWIND;
  const isRestrained = ({ phase }: Read): boolean => phase.regime === Regime.TIGHTENING || phase.regime === Regime.RECESSION;
  const isExuberant = ({ phase }: Read): boolean => phase.megaCaps === MegaCaps.EXUBERANCE;

  it.each([
    { key: 'soft-landing', planted: isLanding, contrary: isRestrained, least: { recall: 0.97, precision: 0.3 }, most: { mistaken: 0.02 } },
    { key: 'mag7-unwind', planted: isUnwind, contrary: isExuberant, least: { recall: 0.7, precision: 0.45 }, most: { mistaken: 0.08 } },
    { key: 'both', planted: (read: Read) => isLanding(read) && isUnwind(read), contrary: (read: Read) => isExuberant(read) || isRestrained(read), least: { recall: 0.7, precision: 0.3 }, most: { mistaken: 0.08 } },
    { key: 'rotation', planted: (read: Read) => isLanding(read) && isUnwind(read), contrary: (read: Read) => isExuberant(read) && !isLanding(read), least: { recall: 0.75, precision: 0.2 }, most: { mistaken: 0.12 } },
  ])('finds what is planted: $key', ({ key, planted, contrary, least, most }) => {
    const all = reads.get(key) ?? [];
    const share = (those: readonly Read[], holds: (read: Read) => boolean): number => those.filter(holds).length / those.length;
    const recall = share(all.filter((read) => planted(read) && read.month > 2), isFor);
    const precision = share(all.filter(isFor), planted);
    const mistaken = share(all.filter((read) => contrary(read) && read.month > 2), isFor);
    expect(recall).toBeGreaterThan(least.recall);
    expect(precision).toBeGreaterThan(least.precision);
    expect(mistaken).toBeLessThan(most.mistaken);
  });
});
