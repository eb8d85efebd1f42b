import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { previousSession } from '../domain/nyseCalendar';
import type { Definition } from '../signals/defineSignal';
import { isTold, type State, statesOf } from '../signals/State';
import type { Read } from '../store/Reader';
import { type Brief, briefsOnDays } from './briefsOnDays';
import { FIRST_SESSION } from './sessionsOn';

/** What a signal read on one of the days of a history. */
export interface Point {
  readonly reading: Brief;
  /** With the borders of a history: it hangs on the sessions before. Null for what is not scored. */
  readonly state: State | null;
}

/** How many sessions at a time one goes back for the state that a score leaves open. */
const STEP = 21;

/**
 * What signals read on sessions, with the states of a history. A score between the borders leaves its state open, and it hangs on the session
 * before: one goes back from it as far as it takes, and no further.
 */
export async function histories(read: Read, definitions: readonly Definition[], sessions: readonly IsoDate[], knowledge: Knowledge): Promise<ReadonlyMap<string, readonly Point[]>> {
  const known = new Map(definitions.map(({ key }) => [key, new Map<IsoDate, Brief>()]));
  const days = new Set<IsoDate>();
  const look = async (more: readonly IsoDate[]): Promise<void> => {
    more.forEach((day) => days.add(day));
    for (const [key, briefs] of await briefsOnDays(read, definitions, more, knowledge)) briefs.forEach((brief, day) => known.get(key)?.set(day, brief));
  };
  const readingOn = (day: IsoDate, key: string): Brief | undefined => known.get(key)?.get(day);

  await look(sessions);
  for (let lacking = openEnds(sessions, definitions, readingOn); lacking.size > 0; lacking = openEnds(sessions, definitions, readingOn)) {
    const more = new Set([...lacking].flatMap((day) => sessionsBack(day, STEP)).filter((day) => !days.has(day)));
    await look([...more].sort());
  }

  return new Map(
    definitions.map(({ key }) => [
      key,
      sessions.flatMap((day): readonly Point[] => {
        const reading = readingOn(day, key);
        if (reading === undefined) return [];
        const state = statesOf(chainTo(day, key, readingOn).map(({ score }) => score)).at(-1) ?? null;
        return [{ reading, state: reading.state === null ? null : state }];
      }),
    ]),
  );
}

type ReadingOn = (day: IsoDate, key: string) => Brief | undefined;

/** The sessions before which a state is still open. */
function openEnds(sessions: readonly IsoDate[], definitions: readonly Definition[], readingOn: ReadingOn): ReadonlySet<IsoDate> {
  const ends = definitions.flatMap(({ key }) =>
    sessions.flatMap((day) => {
      const [first] = chainTo(day, key, readingOn);
      return first === undefined || isTold(first.score) || first.asOf <= FIRST_SESSION ? [] : [previousSession(first.asOf)];
    }),
  );
  return new Set(ends);
}

/** The readings up to a session, back to the first one whose state hangs on none before it, or to the last one that is known. */
function chainTo(day: IsoDate, key: string, readingOn: ReadingOn): readonly Brief[] {
  const chain: Brief[] = [];
  for (let at: IsoDate | null = day; at !== null; at = at <= FIRST_SESSION ? null : previousSession(at)) {
    const reading = readingOn(at, key);
    if (reading === undefined) break;
    chain.push(reading);
    if (isTold(reading.score)) break;
  }
  return chain.reverse();
}

function sessionsBack(day: IsoDate, count: number): readonly IsoDate[] {
  const found = [day];
  for (let at = day; found.length < count && at > FIRST_SESSION; found.push(at)) at = previousSession(at);
  return found;
}
