import type { Definition } from '../signals/defineSignal';
import type { FactNeed } from '../signals/inputs/Input';
import { partsOf } from '../signals/partsOf';

/** What must be read for signals, and for those that they are made of; each once. */
export function needsOf(definitions: readonly Definition[]): readonly FactNeed[] {
  const needs = [...partsOf(definitions)].flatMap(({ inputs }) => Object.values(inputs).flatMap(({ need }) => (need.kind === 'signal' ? [] : [need])));
  return [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
}
