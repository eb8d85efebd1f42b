import DataLoader from 'dataloader';
import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { type Bench, type Track, tracks } from '../evaluation/tracks';
import { type Roles, rolesText } from '../signals/Roles';
import { signalByKey } from '../signals/signals';
import type { Read } from '../store/Reader';

/** Whose track is asked for, and where its reader stands. */
interface AskedTrack extends Bench {
  readonly key: string;
  readonly roles: Roles;
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
}

const groupOf = ({ roles, from, small, large, withHindsight, asOf, knowledge }: AskedTrack): string => [rolesText(roles), from, small, large, withHindsight, asOf, knowledge].join('/');

/** Tracks of signals: those over the same days and closes are evaluated together. */
export const trackLoader = (read: Read) =>
  new DataLoader<AskedTrack, Track, string>(
    async (asked) => {
      const byGroup = new Map<string, ReturnType<typeof tracks>>();
      for (const one of asked) {
        const keys = new Set(asked.filter((other) => groupOf(other) === groupOf(one)).map(({ key }) => key));
        byGroup.set(groupOf(one), byGroup.get(groupOf(one)) ?? tracks(read, [...keys].map((key) => signalByKey(key).of(one.roles)), one, one.asOf, one.knowledge));
      }
      return Promise.all(asked.map(async (one) => (await byGroup.get(groupOf(one)))?.get(one.key) ?? new Error('It was not evaluated.')));
    },
    { cacheKeyFn: (one) => `${one.key}/${groupOf(one)}` },
  );
