import { isoDate } from '../../src/domain/isoDate';
import { monthOf } from '../../src/domain/months';
import concentration from '../../src/signals/definitions/mag7-concentration';
import relativeStrength from '../../src/signals/definitions/mag7-relative-strength';
import type { Definition } from '../../src/signals/defineSignal';
import { Evaluation } from '../../src/signals/Evaluation';
import { State, statesOf } from '../../src/signals/State';
import { magnificentSeven } from '../../src/simulation/Company';
import { CompanyWalk } from '../../src/simulation/CompanyWalk';
import { fundFiles } from '../../src/simulation/fundFiles';
import { MarketPath } from '../../src/simulation/MarketPath';
import { defaultSimulation } from '../../src/simulation/options';
import { MegaCaps } from '../../src/simulation/regimes';
import { Universe } from '../../src/simulation/Universe';
import { type Market, marketOf } from '../signals/marketOf';

/** Long enough for every phase of the cycle. */
const MARKETS = [1, 2, 3].map((seed) => ({ ...defaultSimulation, years: 11, funds: 2, seed }));
const SEVEN = magnificentSeven.map(({ ticker }) => ticker);

/** Sessions that a change over a quarter takes, and a month to spare. */
const FIRST = 84;

type Days = [day: string, value: number][];

/** What the seven, IWM and SPY traded at, and what SPY held at each month's end, out of the market's files. */
function marketFrom(path: MarketPath): Market {
  const universe = new Universe(path);
  const closes: Record<string, Days> = { IWM: [], SPY: [] };
  const held = new Map<string, Record<string, number>>();
  for (const { name, text } of fundFiles(universe, path)) {
    const rows = text.trim().split('\n').slice(1).map((line) => line.split(','));
    if (name.startsWith('fund-prices')) for (const [symbol = '', day = '', close] of rows) closes[symbol]?.push([day, Number(close)]);
    if (!name.startsWith('holdings')) continue;
    for (const [, day = '', , ticker = '', , assetClass, , , , , , , value] of rows) {
      const weights = held.get(day) ?? {};
      weights[assetClass === 'CASH' ? '-CASH' : ticker] = Number(value);
      held.set(day, weights);
    }
  }
  for (const [place, symbol] of SEVEN.entries()) {
    const [company] = universe.livesAt(place);
    if (company === undefined) throw new RangeError(`There is no ${symbol}.`);
    const walk = new CompanyWalk(company, path);
    closes[symbol] = path.sessions.map((day, session) => {
      if (session > 0) walk.step();
      return [day, walk.value];
    });
  }
  const snapshots = [...held].map(([observedOn, values]) => {
    const sum = Object.values(values).reduce((total, value) => total + value, 0);
    return { fund: 'SPY', observedOn, weights: Object.fromEntries(Object.entries(values).map(([symbol, value]) => [symbol, value / sum])) };
  });
  return { closes, snapshots, members: SEVEN };
}

interface Read {
  readonly megaCaps: MegaCaps;
  /** Of a stretch of one kind, from 1. */
  readonly month: number;
  readonly state: State;
}

/** What a signal read at the month ends of a market, and what was planted then. */
function readsOf<Details>(definition: Definition<Details>, path: MarketPath, market: Market): readonly Read[] {
  const ends = path.sessions.filter((day, i) => i >= FIRST && monthOf(path.sessions[i + 1] ?? isoDate('9999-12-31')) !== monthOf(day));
  const states = statesOf(ends.map((day) => new Evaluation(marketOf(day, recent(market, day))).reading(definition).score));
  let month = 0;
  return ends.map((day, i) => {
    const { megaCaps } = path.phaseIn(monthOf(day));
    month = i > 0 && path.phaseIn(monthOf(ends[i - 1] ?? day)).megaCaps === megaCaps ? month + 1 : 1;
    return { megaCaps, month, state: states[i] ?? State.INSUFFICIENT_DATA };
  });
}

/** The days that a signal may look at, so that not all of them are gone through each time. */
function recent(market: Market, day: string): Market {
  const from = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return { ...market, closes: Object.fromEntries(Object.entries(market.closes ?? {}).map(([symbol, days]) => [symbol, days.filter(([on]) => on >= from && on <= day)])) };
}

describe('the unwinding of the Magnificent 7, as planted', () => {
  const markets = MARKETS.map((options) => new MarketPath(options)).map((path) => ({ path, market: marketFrom(path) }));
  const readsOfAll = <Details>(definition: Definition<Details>): readonly Read[] => markets.flatMap(({ path, market }) => readsOf(definition, path, market));

  it.each([
    { key: relativeStrength.key, reads: () => readsOfAll(relativeStrength), least: { recall: 0.7, precision: 0.4 }, most: { mistaken: 0.12 } },
    { key: concentration.key, reads: () => readsOfAll(concentration), least: { recall: 0.9, precision: 0.4 }, most: { mistaken: 0.06 } },
  ])('is what $key is FOR, and seldom while they are held dear', ({ reads: readAll, least, most }) => {
    const reads = readAll();
    const share = (those: readonly Read[], holds: (read: Read) => boolean): number => those.filter(holds).length / those.length;
    const isFor = ({ state }: Read): boolean => state === State.FOR;
    const recall = share(reads.filter(({ megaCaps, month }) => megaCaps === MegaCaps.UNWIND && month > 2), isFor);
    const precision = share(reads.filter(isFor), ({ megaCaps }) => megaCaps === MegaCaps.UNWIND);
    const mistaken = share(reads.filter(({ megaCaps, month }) => megaCaps === MegaCaps.EXUBERANCE && month > 2), isFor);
    expect(recall).toBeGreaterThan(least.recall);
    expect(precision).toBeGreaterThan(least.precision);
    expect(mistaken).toBeLessThan(most.mistaken);
  });
});
