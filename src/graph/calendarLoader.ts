import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { catalystCalendar } from '../evaluation/catalystCalendar';
import type { Roles } from '../signals/Roles';
import { signalByKey } from '../signals/signals';
import type { Read } from '../store/Reader';
import { eachOnce } from './eachOnce';

/** For which signal, of whom, it is asked what is to come, and where its reader stands. */
interface AskedCalendar {
  readonly signal: string;
  readonly roles: Roles;
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
}

/** What is to come, as rows of SQL: their columns' names as properties. */
export const calendarLoader = (read: Read) =>
  eachOnce(async ({ signal, roles, ...standing }: AskedCalendar) =>
    (await catalystCalendar(read, signalByKey(signal).of(roles), roles.basket.key, standing)).map(({ dueOn, releaseCode, surprises, ...event }) => ({
      ...{ ...event, due_on: dueOn, release_code: releaseCode },
      surprises: surprises.map(({ observedOn, expected, high, low, ...told }) => ({ ...told, observed_on: observedOn, outcomes: { expected, high, low } })),
    })),
  );
