/** What a signal says of a rotation into small caps. */
export enum State {
  AGAINST = 'AGAINST',
  NEUTRAL = 'NEUTRAL',
  FOR = 'FOR',
  INSUFFICIENT_DATA = 'INSUFFICIENT_DATA',
}

/** Where a score alone says AGAINST or FOR. */
const BORDER = 0.25;

/** In a history a state is entered beyond the one and left within the other, so that a score about a border does not flicker. */
const ENTER = 0.3;
const LEAVE = 0.2;

/** The state of a score by itself. */
export function stateOf(score: number | null): State {
  if (score === null) return State.INSUFFICIENT_DATA;
  if (score >= BORDER) return State.FOR;
  return score <= -BORDER ? State.AGAINST : State.NEUTRAL;
}

/** The state of a score after the state of the session before; null before the first score. */
function stateAfter(before: State | null, score: number | null): State {
  if (score === null) return State.INSUFFICIENT_DATA;
  const forBorder = before === State.FOR ? LEAVE : ENTER;
  const againstBorder = before === State.AGAINST ? LEAVE : ENTER;
  if (score >= forBorder) return State.FOR;
  return score <= -againstBorder ? State.AGAINST : State.NEUTRAL;
}

/** Whether a score has the same state in a history whatever came before it. */
export const isTold = (score: number | null): boolean => score === null || Math.abs(score) >= ENTER || Math.abs(score) < LEAVE;

/** The states of scores of successive sessions. */
export function statesOf(scores: readonly (number | null)[]): readonly State[] {
  let before: State | null = null;
  return scores.map((score) => (before = stateAfter(before, score)));
}
