import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Changes } from '../signals/Changes';
import type { Definition } from '../signals/defineSignal';
import { Evaluation } from '../signals/Evaluation';
import type { Reading } from '../signals/Reading';
import type { Read } from '../store/Reader';
import { factsOnDays } from './factsOnDays';

/** What a signal reads, and what it would read under each of several suppositions, in their order. */
export interface Supposed {
  readonly actual: Reading;
  readonly supposed: readonly Reading[];
}

/** Readings of one day as they are, and as they would be under changes: by signal, in the order asked, from facts that are read once. Nothing of it is kept. */
export async function hypotheticals(read: Read, definitions: readonly Definition[], asOf: IsoDate, knowledge: Knowledge, changes: readonly Changes[]): Promise<readonly Supposed[]> {
  const facts = (await factsOnDays(read, definitions, [asOf], knowledge))(asOf);
  const actual = new Evaluation(facts);
  const evaluations = changes.map((one) => new Evaluation(facts, one));
  return definitions.map((definition) => ({ actual: actual.reading(definition), supposed: evaluations.map((evaluation) => evaluation.reading(definition)) }));
}
