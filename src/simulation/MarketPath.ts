import { nextSession } from '../domain/nyseCalendar';
import { addDays, type IsoDate } from '../domain/isoDate';
import { EXUBERANCE_COST, NULL_VOLATILITY, ROTATION_LAG, ROTATION_STRENGTH, TREND, climates, megaClimates } from './climate';
import { type Month, firstDayOf, monthOf } from '../domain/months';
import { type SimulationOptions, SimulationMode } from './options';
import { Random } from './Random';
import { type DatedPhase, MegaCaps, Regime, phasesThrough } from './regimes';

/** What all prices of one session have in common: fractions of the day before. */
export interface SessionReturns {
  readonly market: number;
  /** Of small companies over large ones. */
  readonly size: number;
  /** Of the seven largest over the others. */
  readonly mega: number;
}

const SESSIONS_A_YEAR = 252;
/** 1 / √252, by which a year's volatility is a day's. */
const ROOT = 0.06299407883487121;

const SIZE_VOLATILITY = 0.09;
const MEGA_VOLATILITY = 0.05;

/** By how much of what prices stand above their trend they come back to it in a year; those of the seven by little, so that no calm looks like an unwinding. */
const PULL = 0.5;
const MEGA_PULL = 0.1;

/**
 * What the whole market goes through, session by session, from the first to the last: held whole, since all companies follow it.
 * In a market in which nothing predicts anything every return is drawn alone, about the same mean.
 */
export class MarketPath {
  readonly sessions: readonly IsoDate[];
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly phases: readonly DatedPhase[];
  private readonly byMonth: readonly DatedPhase[];
  private readonly returns: readonly SessionReturns[];

  constructor(readonly options: SimulationOptions) {
    this.lastMonth = monthOf(options.lastOn);
    this.firstMonth = this.lastMonth - options.years * 12 + 1;
    this.sessions = sessionsFrom(firstDayOf(this.firstMonth), options.lastOn);
    this.phases = phasesThrough(this.firstMonth, this.lastMonth);
    this.byMonth = this.phases.flatMap((phase) => Array.from({ length: phase.months }, () => phase));
    this.returns = this.drawn();
  }

  /** The phase of a month; of one before the first, the first. */
  phaseIn(month: Month): DatedPhase {
    const from = this.phases[0]?.from ?? month;
    return this.byMonth[Math.max(0, Math.min(month - from, this.byMonth.length - 1))] as DatedPhase;
  }

  at(session: number): SessionReturns {
    return this.returns[session] as SessionReturns;
  }

  dayAt(session: number): IsoDate {
    return this.sessions[session] as IsoDate;
  }

  /** True while small companies are driven up: both catalysts stood so many sessions before. */
  isRotating(session: number): boolean {
    if (this.options.mode === SimulationMode.NULL || session < ROTATION_LAG) return false;
    const { regime, megaCaps } = this.phaseIn(monthOf(this.dayAt(session - ROTATION_LAG)));
    return regime === Regime.SOFT_LANDING && megaCaps === MegaCaps.UNWIND;
  }

  private drawn(): readonly SessionReturns[] {
    const random = new Random(this.options.seed, 'market');
    const levels = { market: 1, size: 1, mega: 1 };
    let trend = 1;
    return this.sessions.map((_, session) => {
      const shocks = { market: random.shock() * ROOT, size: random.shock() * ROOT, mega: random.shock() * ROOT };
      const means = this.meansAt(session, levels, trend);
      const one = {
        market: means.market / SESSIONS_A_YEAR + this.volatilityAt(session) * shocks.market,
        size: means.size / SESSIONS_A_YEAR + SIZE_VOLATILITY * shocks.size,
        mega: means.mega / SESSIONS_A_YEAR + MEGA_VOLATILITY * shocks.mega,
      };
      trend *= 1 + TREND / SESSIONS_A_YEAR;
      levels.market *= 1 + one.market;
      levels.size *= 1 + one.size;
      levels.mega *= 1 + one.mega;
      return one;
    });
  }

  /** What each is expected to return a year. The market comes back to its trend, and the others to it while nothing is planted. */
  private meansAt(session: number, levels: SessionReturns, trend: number): SessionReturns {
    if (this.options.mode === SimulationMode.NULL) return { market: TREND, size: 0, mega: 0 };
    const { regime, megaCaps } = this.phaseIn(monthOf(this.dayAt(session)));
    const isRotating = this.isRotating(session);
    const planted = isRotating ? ROTATION_STRENGTH : megaCaps === MegaCaps.EXUBERANCE ? EXUBERANCE_COST : 0;
    return {
      market: climates[regime].marketDrift - PULL * (levels.market / trend - 1),
      size: planted === 0 ? -PULL * (levels.size - 1) : planted,
      mega: megaCaps === MegaCaps.CALM ? -MEGA_PULL * (levels.mega - 1) : megaClimates[megaCaps].drift,
    };
  }

  private volatilityAt(session: number): number {
    if (this.options.mode === SimulationMode.NULL) return NULL_VOLATILITY;
    return climates[this.phaseIn(monthOf(this.dayAt(session))).regime].marketVolatility;
  }
}

function sessionsFrom(first: IsoDate, last: IsoDate): readonly IsoDate[] {
  const sessions: IsoDate[] = [];
  for (let day = nextSession(addDays(first, -1)); day <= last; day = nextSession(day)) sessions.push(day);
  return sessions;
}
