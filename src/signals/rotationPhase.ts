import type { IsoDate } from '../domain/isoDate';
import type { Reading } from './Reading';
import type { BasketRole } from './Roles';
import { State } from './State';
import { scoreInWords, signed } from './words';

/** How far a rotation into small caps has come. */
export enum RotationPhase {
  /** Neither catalyst speaks for it. */
  DORMANT = 'DORMANT',
  /** One of them does. */
  BUILDING = 'BUILDING',
  /** Both do. */
  TRIGGERED = 'TRIGGERED',
  /** Both do, and small caps lead. */
  UNDERWAY = 'UNDERWAY',
}

/** How small caps did against large ones: a difference of total returns in percentage points; null where it is not known. */
export interface Lead {
  readonly small: string;
  readonly large: string;
  /** Over so many trading days. */
  readonly sessions: number;
  readonly lead: number | null;
}

type Told = Pick<Reading, 'score' | 'state'>;

/** The phase that the catalysts and what came of them make; null where either catalyst is not told. The lead makes a phase of a score, and is never a part of one. */
export function phaseOf(unwind: Told, landing: Told, { lead }: Lead): RotationPhase | null {
  const catalysts = [unwind, landing];
  if (catalysts.some(({ score }) => score === null)) return null;
  const speaking = catalysts.filter(({ state }) => state === State.FOR).length;
  if (speaking < 2) return speaking === 0 ? RotationPhase.DORMANT : RotationPhase.BUILDING;
  return lead !== null && lead > 0 ? RotationPhase.UNDERWAY : RotationPhase.TRIGGERED;
}

const PHASES: Readonly<Record<RotationPhase, string>> = {
  DORMANT: 'is dormant: neither catalyst speaks for it',
  BUILDING: 'is building: one catalyst speaks for it',
  TRIGGERED: 'is triggered: both catalysts speak for it',
  UNDERWAY: 'is under way: both catalysts speak for it, and small caps lead',
};

/** The phase in one sentence, with what it is told from. */
export function phaseSentence(asOf: IsoDate, phase: RotationPhase | null, { unwind, landing, confirmation }: Readonly<Record<'unwind' | 'landing' | 'confirmation', Told>>, lead: Lead, { name }: Pick<BasketRole, 'name'>): string {
  const scores = `the unwinding of the ${name} ${scoreInWords(unwind.score)}, a soft landing ${scoreInWords(landing.score)}, what confirms it ${scoreInWords(confirmation.score)}`;
  const outcome =
    lead.lead === null
      ? `what ${lead.small} returned against ${lead.large} over ${lead.sessions} trading days is not known`
      : `${lead.small} returned ${signed(lead.lead, 1)} pp against ${lead.large} over ${lead.sessions} trading days`;
  const said = phase === null ? 'cannot be told, for want of a catalyst' : PHASES[phase];
  return `As of ${asOf} a rotation into small caps ${said} (${scores}); ${outcome}.`;
}
