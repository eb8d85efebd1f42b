import type { Month } from '../domain/months';

/** What the economy is in. */
export enum Regime {
  EXPANSION = 'EXPANSION',
  OVERHEATING = 'OVERHEATING',
  TIGHTENING = 'TIGHTENING',
  SOFT_LANDING = 'SOFT_LANDING',
  RECESSION = 'RECESSION',
  RECOVERY = 'RECOVERY',
}

/** How the seven largest companies are held. */
export enum MegaCaps {
  CALM = 'CALM',
  EXUBERANCE = 'EXUBERANCE',
  UNWIND = 'UNWIND',
}

/** A stretch of months in which both stay as they are. */
interface Phase {
  readonly regime: Regime;
  readonly megaCaps: MegaCaps;
  readonly months: number;
}

/** A phase with its first and last month. */
export interface DatedPhase extends Phase {
  readonly from: Month;
  readonly to: Month;
}

const phase = (regime: Regime, megaCaps: MegaCaps, months: number): Phase => ({ regime, megaCaps, months });

/** A landing with both catalysts, a recession, and a landing in which the mega-caps stay aloft: 130 months that repeat. */
const CYCLE: readonly Phase[] = [
  phase(Regime.EXPANSION, MegaCaps.CALM, 12),
  phase(Regime.OVERHEATING, MegaCaps.EXUBERANCE, 8),
  phase(Regime.TIGHTENING, MegaCaps.UNWIND, 10),
  phase(Regime.RECESSION, MegaCaps.CALM, 9),
  phase(Regime.RECOVERY, MegaCaps.CALM, 9),
  phase(Regime.EXPANSION, MegaCaps.CALM, 12),
  phase(Regime.OVERHEATING, MegaCaps.CALM, 8),
  phase(Regime.TIGHTENING, MegaCaps.EXUBERANCE, 10),
  phase(Regime.SOFT_LANDING, MegaCaps.EXUBERANCE, 12),
  phase(Regime.EXPANSION, MegaCaps.CALM, 12),
  phase(Regime.OVERHEATING, MegaCaps.EXUBERANCE, 8),
  phase(Regime.TIGHTENING, MegaCaps.EXUBERANCE, 8),
  phase(Regime.SOFT_LANDING, MegaCaps.UNWIND, 12),
];

/** How many months of the cycle's last phase are over on the last day: both catalysts are in the middle of their course. */
const MONTHS_INTO_LAST_PHASE = 8;

/** The phases that reach from `first` to `last`, the oldest first: told backwards from the last month, so that `years` moves none. */
export function phasesThrough(first: Month, last: Month): readonly DatedPhase[] {
  const phases: DatedPhase[] = [];
  let to = last;
  for (let n = 0; to >= first; n += 1) {
    const place = CYCLE.length - 1 - (n % CYCLE.length);
    const one = CYCLE[place] as Phase;
    const months = n === 0 ? MONTHS_INTO_LAST_PHASE : one.months;
    phases.unshift({ ...one, months, from: to - months + 1, to });
    to -= months;
  }
  return phases;
}
