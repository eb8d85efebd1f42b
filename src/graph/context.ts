import DataLoader from 'dataloader';
import type { GraphQLError } from 'graphql';
import type { IsoDate } from '../domain/isoDate';
import { sessionsBetween } from '../domain/nyseCalendar';
import type { At } from '../store/at';
import type { Read, Reader } from '../store/Reader';
import { historyLoader } from './historyLoader';
import { calendarLoader } from './calendarLoader';
import { hypotheticalLoader } from './hypotheticalLoader';
import { leadLoader } from './leadLoader';
import { panelLoader } from './panelLoader';
import { namesLoader } from './namesLoader';
import { readingLoader } from './readingLoader';
import { rolesLoader } from './rolesLoader';
import { trackLoader } from './trackLoader';

/** What an operation reads through. */
export type Reads = Pick<Reader, 'read' | 'inOneSnapshot' | 'simulatedUntil' | 'lookAgain'>;

/** What a transport hands to `execute`, one per request. */
export interface RequestContext {
  readonly reader: Reads;
  /** New York's calendar day: what a left-out `asOf` means where data are real. Read once per request. */
  readonly today: IsoDate;
  readonly maxCost: number;
  /** What one operation's own errors become for the caller; logs what is not theirs to see. */
  readonly publish: (error: GraphQLError) => GraphQLError;
}

/** All that a field whose answer is SQL may reach: where the reader stands, and the names of the fields that are asked of its answer. No connection, no clock. */
export interface Planning {
  readonly at: At;
  readonly asks: ReadonlySet<string>;
}

/** All that a field computed in TypeScript may reach. */
export interface Computing {
  readonly at: { readonly asOf: IsoDate };
  readonly loaders: Loaders;
}

export type Loaders = ReturnType<typeof createLoaders>;

/** A stretch of days, to count NYSE sessions in. */
export interface Stretch {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * One set per operation: a loader remembers what it loaded, and must not outlive the question.
 * @param read In the operation's own transaction.
 */
export function createLoaders(read: Read) {
  return {
    roles: rolesLoader(read),
    readings: readingLoader(read),
    histories: historyLoader(read),
    panels: panelLoader(read),
    hypotheticals: hypotheticalLoader(read),
    calendars: calendarLoader(read),
    leads: leadLoader(read),
    tracks: trackLoader(read),
    names: namesLoader(read),
    sessionsBetween: new DataLoader((stretches: readonly Stretch[]) => Promise.resolve(stretches.map(countSessions)), {
      cacheKeyFn: ({ from, to }: Stretch) => `${from}/${to}`,
    }),
  };
}

function countSessions({ from, to }: Stretch): number | Error {
  try {
    return sessionsBetween(from, to);
  } catch (error) {
    return error as Error;
  }
}
