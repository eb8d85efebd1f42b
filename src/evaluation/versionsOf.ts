import type { Definition } from '../signals/defineSignal';

/** The versions of a signal and of all that it is made of, as text: what is stored of it holds while these are the same. */
export const versionsOf = (definition: Definition): string => [...new Set(allIn(definition).map(({ key, version }) => `${key} ${version}`))].sort().join(', ');

const allIn = (definition: Definition): readonly Definition[] => [definition, ...Object.values(definition.inputs).flatMap(({ need }) => (need.kind === 'signal' ? allIn(need.definition) : []))];
