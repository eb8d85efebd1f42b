import { KnownOnBasis } from '../domain/knowledge';
import { type EventStudy, eventStudy, relativeReturn } from '../signals/eventStudy';
import { type InformationCoefficient, informationCoefficient } from '../signals/informationCoefficient';
import { State } from '../signals/State';
import { Every, SESSIONS_APART, placesEvery } from './sessionsOn';
import type { Track } from './tracks';

/** What came after each entry into FOR, from one look to the next: on each session, where nothing else is said. */
export const studyAt = (track: Track, horizon: number, every = Every.DAY): EventStudy => eventStudy(track, horizon, { places: placesEvery(every, track.sessions), sessionsApart: SESSIONS_APART[every] });

/** How scores went with what came after: those of month ends, where nothing else is said. */
export function coefficientAt({ sessions, scores, small, large }: Track, horizon: number, every = Every.MONTH): InformationCoefficient {
  const pairs = placesEvery(every, sessions).flatMap((i) => {
    const [score, after] = [scores[i] ?? null, relativeReturn(small, large, i + 1, horizon)];
    return score === null || after === null ? [] : [{ score, relativeReturn: after }];
  });
  return informationCoefficient(pairs, horizon, SESSIONS_APART[every]);
}

/** How often each state was, those that were not left out. */
export function baseRates({ states, knownOnBases }: Track) {
  return Object.values(State).flatMap((state) => {
    const places = states.flatMap((one, i) => (one === state ? [i] : []));
    const lagAssumed = places.filter((i) => knownOnBases[i] === KnownOnBasis.LAG_ASSUMED).length;
    return places.length === 0 ? [] : [{ state, sessions: places.length, share: places.length / states.length, lagAssumed }];
  });
}
