import DataLoader from 'dataloader';
import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { readingsOnDays } from '../evaluation/readingsOnDays';
import type { Reading } from '../signals/Reading';
import { signalByKey } from '../signals/signals';
import type { Read } from '../store/Reader';

/** Which signal is asked for, and where its reader stands. */
interface AskedReading {
  readonly key: string;
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
}

/** A reading as a row of SQL: its columns' names as properties. */
export type ReadingRow = ReturnType<typeof rowOf>;

/** Readings of signals: those of one kind of knowledge are evaluated together, from facts that are read once for all of their days. */
export const readingLoader = (read: Read) =>
  new DataLoader(
    async (asked: readonly AskedReading[]) => {
      const byKnowledge = new Map<Knowledge, Promise<(one: AskedReading) => ReadingRow>>();
      for (const { knowledge } of asked) {
        byKnowledge.set(knowledge, byKnowledge.get(knowledge) ?? evaluated(read, asked.filter((one) => one.knowledge === knowledge), knowledge));
      }
      return Promise.all(asked.map(async (one) => (await byKnowledge.get(one.knowledge))?.(one) ?? new Error('It was not evaluated.')));
    },
    { cacheKeyFn: ({ key, asOf, knowledge }) => `${key}/${asOf}/${knowledge}` },
  );

async function evaluated(read: Read, asked: readonly AskedReading[], knowledge: Knowledge): Promise<(one: AskedReading) => ReadingRow> {
  const keys = [...new Set(asked.map(({ key }) => key))];
  const days = [...new Set(asked.map(({ asOf }) => asOf))].sort();
  const readings = await readingsOnDays(read, keys.map(signalByKey), days, knowledge);
  return ({ key, asOf }) => {
    const reading = readings.get(asOf)?.[keys.indexOf(key)];
    if (reading === undefined) throw new Error(`${key} was not evaluated for ${asOf}.`);
    return rowOf(reading);
  };
}

const rowOf = ({ key, version, asOf, value, score, state, sentence, isPartial, isHindsight, missing, terms, leaves, evidence, knownOnBasis }: Reading) => ({
  key, version, as_of: asOf, value, score, state, sentence, is_partial: isPartial, is_hindsight: isHindsight, known_on_basis: knownOnBasis, missing, terms, leaves, leaning: leaningOf({ score, leaves }),
  evidence: evidence.map(({ key: nodeKey, observedOn, knownOn, knownOnBasis: basis, ...fact }) => ({
    ...fact, node_key: nodeKey, observed_on: observedOn, known_on: knownOn, known_on_basis: basis,
  })),
});

/** The sign of the score, or, where a cap or veto holds it at 0, of what it would be without: what speaks against that is contrary evidence. */
const leaningOf = ({ score, leaves }: Pick<Reading, 'score' | 'leaves'>): number =>
  Math.sign(score === 0 ? leaves.reduce((sum, { contribution }) => sum + contribution, 0) : (score ?? 0));
