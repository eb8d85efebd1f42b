import { isoDate } from '../../src/domain/isoDate';
import { RotationPhase, phaseOf, phaseSentence } from '../../src/signals/rotationPhase';
import { stateOf } from '../../src/signals/State';

const told = (score: number | null) => ({ score, state: stateOf(score) });
const leadOf = (lead: number | null) => ({ small: 'IWM', large: 'SPY', sessions: 63, lead });

describe('the phase of a rotation', () => {
  it.each<readonly [number | null, number | null, number | null, RotationPhase | null, string]>([
    [-0.5, 0.1, 5, RotationPhase.DORMANT, 'is dormant: neither catalyst speaks for it (the unwinding of the Magnificent 7 -0.50, a soft landing +0.10, what confirms it +0.20); IWM returned +5.0 pp against SPY over 63 trading days.'],
    [-0.5, 0.3, 5, RotationPhase.BUILDING, 'is building: one catalyst speaks for it (the unwinding of the Magnificent 7 -0.50, a soft landing +0.30, what confirms it +0.20); IWM returned +5.0 pp against SPY over 63 trading days.'],
    [0.25, 0.2, 0, RotationPhase.BUILDING, 'is building: one catalyst speaks for it (the unwinding of the Magnificent 7 +0.25, a soft landing +0.20, what confirms it +0.20); IWM returned 0.0 pp against SPY over 63 trading days.'],
    [0.25, 0.3, -2.25, RotationPhase.TRIGGERED, 'is triggered: both catalysts speak for it (the unwinding of the Magnificent 7 +0.25, a soft landing +0.30, what confirms it +0.20); IWM returned -2.3 pp against SPY over 63 trading days.'],
    [0.25, 0.3, 0, RotationPhase.TRIGGERED, 'is triggered: both catalysts speak for it (the unwinding of the Magnificent 7 +0.25, a soft landing +0.30, what confirms it +0.20); IWM returned 0.0 pp against SPY over 63 trading days.'],
    [0.25, 0.3, null, RotationPhase.TRIGGERED, 'is triggered: both catalysts speak for it (the unwinding of the Magnificent 7 +0.25, a soft landing +0.30, what confirms it +0.20); what IWM returned against SPY over 63 trading days is not known.'],
    [0.25, 0.3, 0.1, RotationPhase.UNDERWAY, 'is under way: both catalysts speak for it, and small caps lead (the unwinding of the Magnificent 7 +0.25, a soft landing +0.30, what confirms it +0.20); IWM returned +0.1 pp against SPY over 63 trading days.'],
    [null, 0.9, 1, null, 'cannot be told, for want of a catalyst (the unwinding of the Magnificent 7 unknown, a soft landing +0.90, what confirms it +0.20); IWM returned +1.0 pp against SPY over 63 trading days.'],
    [0.9, null, 1, null, 'cannot be told, for want of a catalyst (the unwinding of the Magnificent 7 +0.90, a soft landing unknown, what confirms it +0.20); IWM returned +1.0 pp against SPY over 63 trading days.'],
  ])('of an unwinding of %d, a landing of %d and a lead of %d is %s', (unwind, landing, lead, phase, sentence) => {
    const found = phaseOf(told(unwind), told(landing), leadOf(lead));
    expect(found).toBe(phase);
    expect(phaseSentence(isoDate('2024-09-10'), found, { unwind: told(unwind), landing: told(landing), confirmation: told(0.2) }, leadOf(lead), { name: 'Magnificent 7' })).toBe(`As of 2024-09-10 a rotation into small caps ${sentence}`);
  });
});
