import { State } from './State';
import { shiftedShare } from './statistics/circularShift';
import { mean, median } from './statistics/moments';
import { regression } from './statistics/neweyWest';

/** Sessions in their order, with the state at each one's end and the closes of the two sides, all of one length. */
export interface StudiedSessions {
  readonly states: readonly State[];
  /** Total-return closes; null where there is none. */
  readonly small: readonly (number | null)[];
  readonly large: readonly (number | null)[];
}

/** On which of the sessions somebody looks at the state, by their places, and how far these lie apart: at each where nothing is said. */
export interface Looks {
  readonly places: readonly number[];
  readonly sessionsApart: number;
}

/** How small caps did against large ones after a signal came to speak for them. */
export interface EventStudy {
  /** In sessions. */
  readonly horizon: number;
  /** How often it came to, with a window that has closed. */
  readonly events: number;
  /** Of the relative returns after these events, as fractions; null for fewer than 8. */
  readonly mean: number | null;
  readonly median: number | null;
  /** The share of events after which small caps led. */
  readonly hitRate: number | null;
  /** Over all looks with a window that has closed, whatever the state. */
  readonly unconditionalMean: number | null;
  /** That a mean so far from the unconditional one comes without any tie: by circular shifts of the states. */
  readonly pValue: number | null;
  /** Of the mean less that of all other sessions, by Newey and West over the horizon. */
  readonly standardError: number | null;
}

/** With fewer events nothing is estimated. */
const FEWEST_EVENTS = 8;

/**
 * What came after each entry into FOR, from one look to the next. Who reads a signal at a session's end can trade at the close of the next one: the window begins
 * there. Coming out of INSUFFICIENT_DATA is no entry.
 */
export function eventStudy({ states, small, large }: StudiedSessions, horizon: number, { places, sessionsApart }: Looks = { places: [...states.keys()], sessionsApart: 1 }): EventStudy {
  const windows = places.map((place) => relativeReturn(small, large, place + 1, horizon));
  const seen = places.map((place) => states[place]);
  const closed = windows.flatMap((window, i) => (window === null ? [] : [i]));
  const returns = closed.map((i) => windows[i] ?? NaN);
  const isEntry = closed.map((i) => seen[i] === State.FOR && (seen[i - 1] === State.NEUTRAL || seen[i - 1] === State.AGAINST));
  const found = returns.filter((_, i) => isEntry[i]);
  const unconditionalMean = returns.length === 0 ? null : mean(returns);
  const none = { horizon, events: found.length, mean: null, median: null, hitRate: null, unconditionalMean, pValue: null, standardError: null };
  if (found.length < FEWEST_EVENTS || unconditionalMean === null) return none;

  const looks = Math.ceil(horizon / sessionsApart);
  const entries = isEntry.flatMap((entered, i) => (entered ? [i] : []));
  const meanShifted = (shift: number): number => mean(entries.map((i) => returns[(i + shift) % returns.length] ?? NaN));
  return {
    ...none,
    mean: mean(found),
    median: median(found),
    hitRate: found.filter((one) => one > 0).length / found.length,
    pValue: shiftedShare(returns.length, looks, meanShifted, unconditionalMean),
    standardError: regression(isEntry.map(Number), returns, looks)?.standardError ?? null,
  };
}

/** What small caps returned over large ones from a session's close to that of `horizon` later; null while that is not known. */
export function relativeReturn(small: StudiedSessions['small'], large: StudiedSessions['large'], from: number, horizon: number): number | null {
  const side = (closes: readonly (number | null)[]): number | null => {
    const [before, after] = [closes[from] ?? null, closes[from + horizon] ?? null];
    return before === null || after === null ? null : after / before - 1;
  };
  const [one, other] = [side(small), side(large)];
  return one === null || other === null ? null : one - other;
}
