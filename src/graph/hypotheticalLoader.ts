import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { hypotheticals } from '../evaluation/hypotheticals';
import type { Reading } from '../signals/Reading';
import type { Roles } from '../signals/Roles';
import { signalByKey } from '../signals/signals';
import { type Suppositions, changesOf, wordsOf } from '../signals/suppositions';
import type { Read } from '../store/Reader';
import { eachOnce } from './eachOnce';

/** Of which signals it is asked what they would read, where, and under which suppositions. */
interface AskedHypothetical {
  readonly keys: readonly string[];
  readonly roles: Roles;
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
  readonly suppositions: Suppositions;
}

/** What signals would read, as rows of SQL: their columns' names as properties. */
export const hypotheticalLoader = (read: Read) =>
  eachOnce(async ({ keys, roles, asOf, knowledge, suppositions }: AskedHypothetical) => {
    const found = await hypotheticals(read, keys.map((key) => signalByKey(key).of(roles)), asOf, knowledge, [changesOf(suppositions)]);
    return found.flatMap(({ actual, supposed }) => supposed.map((one) => rowOf(one, actual.score, wordsOf(suppositions, signalByKey(one.key)))));
  });

const rowOf = ({ key, asOf, value, score, state, sentence, isPartial, missing, terms, leaves }: Reading, actualScore: number | null, suppositions: readonly string[]) => ({
  ...{ key, as_of: asOf, suppositions, value, score, state, is_partial: isPartial, missing, terms, leaves },
  actual_score: actualScore,
  change: score === null || actualScore === null ? null : score - actualScore,
  sentence: `Hypothetical, ${suppositions.length === 0 ? 'with nothing of it changed' : `if ${suppositions.join(' and ')}`}: ${sentence}`,
});
