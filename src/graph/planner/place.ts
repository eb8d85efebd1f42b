import type { FieldNode } from 'graphql';
import type { Fields } from './operation';
import type { Path, Step } from './steps';

/** Where in the answer a selected field stands, and the list that what is left to do there is added to. */
export interface Place {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly path: Path;
  readonly steps: Step[];
}

/** The places of the fields selected at `path`. */
export const placesOf = (fields: Fields, path: Path, steps: Step[]): readonly Place[] =>
  [...fields].map(([key, nodes]) => ({ key, name: nodes[0]?.name.value ?? key, nodes, path: [...path, key], steps }));

/** Composes what stands below a place; what is left to do there is added to the place's steps. */
export async function below(place: Place, compose: (steps: Step[]) => Promise<string>): Promise<string> {
  const steps: Step[] = [];
  const text = await compose(steps);
  if (steps.length > 0) place.steps.push({ kind: 'below', key: place.key, steps });
  return text;
}
