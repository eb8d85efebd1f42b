import type { Definition } from '../signals/defineSignal';
import type { FactNeed } from '../signals/inputs/Input';
import { partsOf } from '../signals/partsOf';

/** What must be read for signals, and for those that they are made of; each once. */
export const needsOf = (definitions: readonly Definition[]): readonly FactNeed[] => distinct([...partsOf(definitions)].flatMap((one) => factNeeds(one)));

/** The same without what need not be read before a signal asks for it. */
export const firstNeedsOf = (definitions: readonly Definition[]): readonly FactNeed[] => distinct([...partsOf(definitions)].flatMap((one) => factNeeds(one, false)));

/** Whether there is anything that need not be read before that. */
export const hasSpareNeeds = (definition: Definition): boolean => factNeeds(definition, true).length > 0;

const factNeeds = ({ inputs }: Definition, areSpare?: boolean): readonly FactNeed[] =>
  Object.values(inputs).flatMap(({ need, isSpare = false }) => (need.kind === 'signal' || (areSpare !== undefined && isSpare !== areSpare) ? [] : [need]));

const distinct = (needs: readonly FactNeed[]): readonly FactNeed[] => [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
