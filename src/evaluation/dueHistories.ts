import { addDays, dayInNewYork, type IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { isSession, previousSession } from '../domain/nyseCalendar';
import type { Definition } from '../signals/defineSignal';
import type { FactsAbout } from '../store/load/FactsAbout';
import { type FirstKnown, firstKnown } from '../store/reads/firstKnown';
import { signalCoverages } from '../store/reads/signalReadings';
import type { Answered, Read } from '../store/Reader';
import { touching } from './factsOnDays';
import { readJson } from './readJson';
import { versionsOf } from './versionsOf';

/** A history of which sessions are to be looked at, from one on. */
export interface DueHistory {
  readonly definition: Definition;
  readonly versions: string;
  readonly needs: readonly FactsAbout[];
  /** The first day that will be stored. */
  readonly firstOn: IsoDate;
  /** The first day to be looked at. */
  readonly from: IsoDate;
}

export interface DueHistories {
  readonly histories: readonly DueHistory[];
  /** The newest session. */
  readonly lastOn: IsoDate;
  /** The data version that this was told of. */
  readonly version: string;
  readonly computedAt: Date;
}

export interface Upkeep {
  /** When it is computed, which is said of every row; its day in New York is the last one. In a simulated market the evening of its last day stands for it. */
  readonly now: Date;
  /** True to pass over histories that no load has touched, also where sessions have gone by since, and those that nobody has begun. */
  readonly onlyStale?: boolean;
}

interface Stored {
  readonly key: string;
  readonly knowledge: Knowledge;
  readonly versions: string;
  readonly firstOn: IsoDate;
  readonly lastOn: IsoDate;
  readonly staleFrom: IsoDate | null;
}

/** Which histories are not up to date, and since when: all of a signal that is not stored in the versions at hand, else from where a load touched it, or from where it ends. */
export async function dueHistories(read: Read, definitions: readonly Definition[], knowledge: Knowledge, { now, onlyStale = false }: Upkeep): Promise<DueHistories> {
  let answered: Answered | undefined;
  const watched: Read = async (statement) => (answered = await read(statement));
  const coverages = await readJson<readonly Stored[]>(watched, signalCoverages());
  const storedOf = ({ key }: Definition): Stored | undefined => coverages.find((one) => one.key === key && one.knowledge === knowledge);
  const asked = onlyStale ? definitions.filter((definition) => (storedOf(definition)?.staleFrom ?? null) !== null) : definitions;
  const isWhole = (definition: Definition): boolean => storedOf(definition)?.versions !== versionsOf(definition);
  const known = asked.some(isWhole) ? await readJson<readonly FirstKnown[]>(read, firstKnown()) : [];
  const simulatedUntil = answered?.simulatedUntil ?? null;
  const today = simulatedUntil ?? dayInNewYork(now);
  const computedAt = simulatedUntil === null ? now : new Date(`${simulatedUntil}T22:00:00Z`);
  const lastOn = isSession(today) ? today : previousSession(today);

  const sinceOf = (needs: readonly FactsAbout[]): IsoDate => {
    const kinds = new Set(needs.map(({ kind }) => kind));
    const days = known.flatMap((one) => (kinds.has(one.kind) ? (one[knowledge] ?? []) : []));
    return earlier([...days].sort()[0] as IsoDate | undefined, lastOn);
  };
  const histories = asked.flatMap((definition): readonly DueHistory[] => {
    const [versions, needs, stored] = [versionsOf(definition), touching(definition), storedOf(definition)];
    if (stored === undefined || isWhole(definition)) {
      const from = sinceOf(needs);
      return [{ definition, versions, needs, firstOn: from, from }];
    }
    const from = earlier(stored.staleFrom ?? undefined, addDays(stored.lastOn, 1));
    return from > lastOn && stored.staleFrom === null ? [] : [{ definition, versions, needs, firstOn: earlier(from, stored.firstOn), from }];
  });
  return { histories: answered?.version === '0' ? [] : histories, lastOn, version: answered?.version ?? '0', computedAt };
}

const earlier = (one: IsoDate | undefined, other: IsoDate): IsoDate => (one !== undefined && one < other ? one : other);
