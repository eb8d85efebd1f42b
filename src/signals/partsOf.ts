import type { Definition } from './defineSignal';

/** A signal and those that it is made of, down to the last; each once. */
export function partsOf(definitions: readonly Definition[]): ReadonlySet<Definition> {
  const parts = new Set<Definition>();
  const visit = (definition: Definition): void => {
    if (parts.has(definition)) return;
    parts.add(definition);
    for (const { need } of Object.values(definition.inputs)) if (need.kind === 'signal') visit(need.definition);
  };
  definitions.forEach(visit);
  return parts;
}
