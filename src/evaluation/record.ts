import { KnownOnBasis } from '../domain/knowledge';
import { type EventStudy, eventStudy, relativeReturn } from '../signals/eventStudy';
import { type InformationCoefficient, informationCoefficient } from '../signals/informationCoefficient';
import { State } from '../signals/State';
import type { Track } from './tracks';

/** What came after each entry into FOR. */
export const studyAt = (track: Track, horizon: number): EventStudy => eventStudy(track, horizon);

/** Sessions of a month, about. */
const MONTH = 21;

/** How the scores of month ends went with what came after. */
export function coefficientAt({ sessions, scores, small, large }: Track, horizon: number): InformationCoefficient {
  const pairs = sessions.flatMap((day, i) => {
    const [score, next] = [scores[i] ?? null, sessions[i + 1]];
    const after = relativeReturn(small, large, i + 1, horizon);
    return score === null || after === null || next?.slice(0, 7) === day.slice(0, 7) ? [] : [{ score, relativeReturn: after }];
  });
  return informationCoefficient(pairs, horizon, MONTH);
}

/** How often each state was, those that were not left out. */
export function baseRates({ states, knownOnBases }: Track) {
  return Object.values(State).flatMap((state) => {
    const places = states.flatMap((one, i) => (one === state ? [i] : []));
    const lagAssumed = places.filter((i) => knownOnBases[i] === KnownOnBasis.LAG_ASSUMED).length;
    return places.length === 0 ? [] : [{ state, sessions: places.length, share: places.length / states.length, lagAssumed }];
  });
}
