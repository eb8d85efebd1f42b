import type { IsoDate } from '../domain/isoDate';
import { Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import { Evaluation } from '../signals/Evaluation';
import { type HistoryWriter, type StoredReading, placeOf } from '../store/history/HistoryWriter';
import type { Read } from '../store/Reader';
import { type DueHistories, type DueHistory, type Upkeep, dueHistories } from './dueHistories';
import { factsOnDays } from './factsOnDays';
import { Every, sessionsEvery } from './sessionsOn';

/** What became of a signal's history under one kind of knowledge. */
export interface BroughtUpToDate {
  readonly key: string;
  readonly knowledge: Knowledge;
  /** How many sessions were looked at. */
  readonly sessions: number;
  /** On how many of them it read from other inputs, or by another version, than was stored: so many rows were added. */
  readonly added: number;
}

/**
 * Stores what signals read on every session until today, as known at its end. What is stored already is looked at from the first day on which a load brought something that bears
 * on it, and a row is added only where the inputs are others than before. Killed and called again it ends in the same state.
 *
 * @returns What was looked at; nothing of what was up to date.
 * @throws {DatabaseUnavailable} if the connection is lost; what was stored until then stays.
 */
export async function bringUpToDate(writer: HistoryWriter, definitions: readonly Definition[], upkeep: Upkeep, onStretch: OnStretch = () => undefined): Promise<readonly BroughtUpToDate[]> {
  const done: BroughtUpToDate[] = [];
  for (const knowledge of Object.values(Knowledge)) {
    const { due, opened } = await writer.inOneSnapshot(async (read) => {
      const found = await dueHistories(read, definitions, knowledge, upkeep);
      const stretches: Opened[] = [];
      for (const histories of together(found)) stretches.push(await open(read, histories, found.lastOn, knowledge));
      return { due: found, opened: stretches };
    });
    for (const one of opened) done.push(...(await store(writer, one, due, knowledge, onStretch)));
  }
  return done;
}

/** Told of each stretch of sessions once it is stored. */
export type OnStretch = (knowledge: Knowledge, lastOn: IsoDate) => unknown;

/** Histories that are looked at together, and what they are told from. */
interface Opened {
  readonly histories: readonly DueHistory[];
  readonly sessions: readonly IsoDate[];
  readonly factsOn: Awaited<ReturnType<typeof factsOnDays>>;
}

/** Those that lack a few sessions at the end apart from those that lack more, so that nothing is read for years because of a day. */
function together({ histories, lastOn }: DueHistories): readonly (readonly DueHistory[])[] {
  const aYearBefore = `${Number(lastOn.slice(0, 4)) - 1}${lastOn.slice(4)}`;
  const [recent, long] = [histories.filter(({ from }) => from > aYearBefore), histories.filter(({ from }) => from <= aYearBefore)];
  return [recent, long].filter(({ length }) => length > 0);
}

async function open(read: Read, histories: readonly DueHistory[], lastOn: IsoDate, knowledge: Knowledge): Promise<Opened> {
  const from = histories.map((one) => one.from).reduce((first, day) => (day < first ? day : first));
  const sessions = sessionsEvery(Every.DAY, from, lastOn);
  return { histories, sessions, factsOn: await factsOnDays(read, histories.map(({ definition }) => definition), sessions, knowledge) };
}

/** Sessions that are stored at once: a killed run loses no more. */
const AT_ONCE = 125;

async function store(writer: HistoryWriter, { histories, sessions, factsOn }: Opened, { lastOn, version, computedAt }: DueHistories, knowledge: Knowledge, onStretch: OnStretch): Promise<readonly BroughtUpToDate[]> {
  const counts = new Map(histories.map(({ definition: { key } }) => [key, { sessions: 0, added: 0 }]));
  for (let start = 0; start < sessions.length; start += AT_ONCE) {
    const stretch = sessions.slice(start, start + AT_ONCE);
    const due = histories.filter(({ from }) => from <= (stretch.at(-1) ?? from));
    const stored = await writer.newest(due.map(({ definition: { key } }) => key), stretch, knowledge);
    const added: StoredReading[] = [];
    for (const day of stretch) {
      const evaluation = new Evaluation(factsOn(day), {}, true);
      for (const { definition, from } of due) {
        const count = counts.get(definition.key);
        if (day < from || count === undefined) continue;
        const inputsHash = evaluation.inputsHash(definition);
        const before = stored.get(placeOf(definition.key, day));
        const isSame = before?.inputsHash === inputsHash && before.version === definition.version;
        count.sessions += 1;
        if (isSame) continue;
        count.added += 1;
        const { key, value, score, state, knownOnBasis, isHindsight } = evaluation.reading(definition);
        added.push({ key, asOf: day, version: definition.version, value, score, state, knownOnBasis, isHindsight, inputsHash });
      }
    }
    await writer.append(added, { knowledge, loadId: version, computedAt });
    await onStretch(knowledge, stretch.at(-1) ?? lastOn);
  }
  await writer.cover(histories.map(({ definition: { key }, versions, needs, firstOn }) => ({ key, versions, needs, firstOn, lastOn })), knowledge, version);
  return [...counts].map(([key, count]) => ({ key, knowledge, ...count }));
}
