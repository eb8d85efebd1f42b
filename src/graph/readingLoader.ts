import DataLoader from 'dataloader';
import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { type Kept, keptOnDays } from '../evaluation/briefsOnDays';
import { readingsOnDays } from '../evaluation/readingsOnDays';
import type { Reading } from '../signals/Reading';
import { type Roles, rolesText } from '../signals/Roles';
import { signalByKey } from '../signals/signals';
import type { Read } from '../store/Reader';

/** Which signal is asked for, and where its reader stands. */
interface AskedReading extends AskedOf {
  readonly key: string;
  readonly asOf: IsoDate;
  /** Whether no more is asked than is kept of a reading: then it may come from the stored history. */
  readonly isBrief: boolean;
}

interface AskedOf {
  readonly roles: Roles;
  readonly knowledge: Knowledge;
}

/** A reading as a row of SQL: its columns' names as properties. Of one that is asked in brief there may be these columns alone. */
export type ReadingRow = ReturnType<typeof briefRowOf> & Partial<ReturnType<typeof rowOf>>;

/**
 * Readings of signals: those of one kind of knowledge, and of the same basket and funds, are evaluated together, from facts that are read once for all of their days. What is asked
 * in brief is told from the stored history where that is what would be computed now; both give the same to the bit.
 */
export const readingLoader = (read: Read) =>
  new DataLoader(
    async (asked: readonly AskedReading[]) => {
      const byGroup = new Map<string, Promise<(one: AskedReading) => ReadingRow>>();
      for (const one of asked) {
        byGroup.set(groupOf(one), byGroup.get(groupOf(one)) ?? told(read, asked.filter((other) => groupOf(other) === groupOf(one)), one));
      }
      return Promise.all(asked.map(async (one) => (await byGroup.get(groupOf(one)))?.(one) ?? new Error('It was not evaluated.')));
    },
    { cacheKeyFn: (one) => `${one.key}/${one.asOf}/${one.isBrief}/${groupOf(one)}` },
  );

const groupOf = ({ roles, knowledge }: AskedOf): string => `${rolesText(roles)}/${knowledge}`;

async function told(read: Read, asked: readonly AskedReading[], of: AskedOf): Promise<(one: AskedReading) => ReadingRow> {
  const brief = questionOf(asked.filter(({ isBrief }) => isBrief), of);
  const stored = await keptOnDays(read, brief.definitions, brief.days, of.knowledge);
  const keptOf = ({ key, asOf, isBrief }: AskedReading): Kept | undefined => (isBrief ? stored[brief.keys.indexOf(key)]?.get(asOf) : undefined);
  const lacking = questionOf(asked.filter((one) => keptOf(one) === undefined), of);
  const readings = await readingsOnDays(read, lacking.definitions, lacking.days, of.knowledge);
  return (one) => {
    const kept = keptOf(one);
    if (kept !== undefined) return briefRowOf({ ...kept, key: one.key, version: signalByKey(one.key).version });
    const reading = readings.get(one.asOf)?.[lacking.keys.indexOf(one.key)];
    if (reading === undefined) throw new Error(`${one.key} was not evaluated for ${one.asOf}.`);
    return rowOf(reading);
  };
}

/** Each signal and each day once. */
function questionOf(asked: readonly AskedReading[], { roles }: AskedOf) {
  const keys = [...new Set(asked.map(({ key }) => key))];
  return { keys, definitions: keys.map((key) => signalByKey(key).of(roles)), days: [...new Set(asked.map(({ asOf }) => asOf))].sort() };
}

const briefRowOf = ({ key, version, asOf, value, score, state, knownOnBasis, isHindsight }: Kept & Pick<Reading, 'key' | 'version'>) => ({
  ...{ key, version, as_of: asOf, value, score, state, known_on_basis: knownOnBasis, is_hindsight: isHindsight },
});

const rowOf = ({ sentence, isPartial, missing, terms, leaves, evidence, ...brief }: Reading) => ({
  ...briefRowOf(brief),
  ...{ sentence, is_partial: isPartial, missing, terms, leaves, leaning: leaningOf({ score: brief.score, leaves }) },
  evidence: evidence.map(({ key: nodeKey, observedOn, knownOn, knownOnBasis: basis, ...fact }) => ({
    ...fact, node_key: nodeKey, observed_on: observedOn, known_on: knownOn, known_on_basis: basis,
  })),
});

/** The sign of the score, or, where a cap or veto holds it at 0, of what it would be without: what speaks against that is contrary evidence. */
const leaningOf = ({ score, leaves }: Pick<Reading, 'score' | 'leaves'>): number =>
  Math.sign(score === 0 ? leaves.reduce((sum, { contribution }) => sum + contribution, 0) : (score ?? 0));
