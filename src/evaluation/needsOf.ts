import type { Definition } from '../signals/defineSignal';
import type { FactNeed } from '../signals/inputs/Input';

/** What must be read for signals, and for those that they are made of; each once. */
export function needsOf(definitions: readonly Definition[]): readonly FactNeed[] {
  const needs = new Map<string, FactNeed>();
  const seen = new Set<string>();
  const visit = ({ key, inputs }: Definition): void => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const { need } of Object.values(inputs)) {
      if (need.kind === 'signal') visit(need.definition);
      else needs.set(JSON.stringify(need), need);
    }
  };
  definitions.forEach(visit);
  return [...needs.values()];
}
