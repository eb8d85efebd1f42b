import DataLoader from 'dataloader';
import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Brief } from '../evaluation/briefsOnDays';
import { type Point, histories } from '../evaluation/histories';
import { type Roles, rolesText } from '../signals/Roles';
import { signalByKey } from '../signals/signals';
import type { Read } from '../store/Reader';

/** Which history is asked for. */
interface AskedHistory {
  readonly key: string;
  readonly roles: Roles;
  readonly sessions: readonly IsoDate[];
  readonly knowledge: Knowledge;
}

const groupOf = ({ roles, sessions, knowledge }: AskedHistory): string => `${sessions.join()}/${rolesText(roles)}/${knowledge}`;

/** Histories of signals: those over the same days, of the same basket and funds, are evaluated together. */
export const historyLoader = (read: Read) =>
  new DataLoader(
    async (asked: readonly AskedHistory[]) => {
      const byGroup = new Map<string, ReturnType<typeof histories>>();
      for (const one of asked) {
        const keys = new Set(asked.filter((other) => groupOf(other) === groupOf(one)).map(({ key }) => key));
        byGroup.set(groupOf(one), byGroup.get(groupOf(one)) ?? histories(read, [...keys].map((key) => signalByKey(key).of(one.roles)), one.sessions, one.knowledge));
      }
      return Promise.all(asked.map(async (one) => rowOf(one.key, (await byGroup.get(groupOf(one)))?.get(one.key) ?? [])));
    },
    { cacheKeyFn: (one) => `${one.key}/${groupOf(one)}` },
  );

/** As a row of SQL, a list a column. */
const rowOf = (key: string, points: readonly Point[]) => ({
  key,
  ...publishedColumns(points.map(({ reading }) => reading)),
  dates: points.map(({ reading }) => reading.asOf),
  values: points.map(({ reading }) => reading.value),
  scores: points.map(({ reading }) => reading.score),
  states: points.map(({ state }) => state),
  bases: points.map(({ reading }) => reading.knownOnBasis),
});

/** What was stored first of each day, and how far what is told now lies from it. */
function publishedColumns(readings: readonly Brief[]) {
  const gap = (now: number | null, before: number | null | undefined): number | null => (now === null || before == null ? null : now - before);
  return {
    published_values: readings.map(({ published }) => published?.value ?? null),
    published_scores: readings.map(({ published }) => published?.score ?? null),
    published_versions: readings.map(({ published }) => published?.version ?? null),
    published_times: readings.map(({ published }) => published?.computedAt ?? null),
    value_gaps: readings.map(({ value, published }) => gap(value, published?.value)),
    score_gaps: readings.map(({ score, published }) => gap(score, published?.score)),
  };
}
