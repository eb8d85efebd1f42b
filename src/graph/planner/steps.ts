import type { GraphQLError } from 'graphql';
import type { Loaders } from '../context';
import type { At } from '../../store/at';
import type { Statement } from '../../store/Reader';

/** What is left to do at a place of the answer after the statement has run. */
export type Step =
  /** Go on below this key: into an object, or into each item of a list. */
  | { readonly kind: 'below'; readonly key: string; readonly steps: readonly Step[] }
  /** Null here is a lookup that found nothing. */
  | { readonly kind: 'lookup'; readonly key: string; readonly names: Statement; notFound(path: Path, names: readonly string[]): GraphQLError }
  /** A list of `{ type, node }`, which become the nodes; the one node itself where `single`. */
  | { readonly kind: 'nodes'; readonly key: string; readonly single: boolean; readonly stepsByType: ReadonlyMap<string, readonly Step[]> }
  /** A placeholder `{ parent, at }`, which becomes what the field computes from it. */
  | { readonly kind: 'computed'; readonly key: string; compute(placeholder: Placeholder, loaders: Loaders): Promise<unknown>; failed(error: unknown, path: Path): GraphQLError };

/** What a computed field is computed from. */
interface Placeholder {
  readonly parent: Readonly<Record<string, unknown>>;
  readonly at: At;
}

export type Path = readonly (string | number)[];

type Json = Record<string, unknown>;

/**
 * Does what is left to do in an answer, in place, all computed fields at once so that their loads
 * come in batches.
 *
 * @returns The errors, in no particular order; where one stands the answer holds null.
 */
export async function finish(answer: Json, steps: readonly Step[], loaders: Loaders): Promise<readonly GraphQLError[]> {
  const errors: GraphQLError[] = [];
  const pending: Promise<unknown>[] = [];
  walk(answer, steps, [], { errors, pending, loaders });
  await Promise.all(pending);
  return errors;
}

interface Work {
  readonly errors: GraphQLError[];
  readonly pending: Promise<unknown>[];
  readonly loaders: Loaders;
}

function walk(object: Json, steps: readonly Step[], path: Path, work: Work): void {
  const { errors, pending, loaders } = work;
  for (const step of steps) {
    const here = [...path, step.key];
    const value = object[step.key];
    switch (step.kind) {
      case 'below':
        for (const [child, at] of objectsIn(value, here)) walk(child, step.steps, at, work);
        break;
      case 'lookup':
        if (value === null) pending.push(loaders.names.load(step.names).then((names) => errors.push(step.notFound(here, names))));
        break;
      case 'nodes': {
        const nodes = (value as readonly ({ type: string; node: Json } | null)[]).map((found, i) => {
          if (found !== null) {
            walk(found.node, step.stepsByType.get(found.type) ?? [], step.single ? here : [...here, i], work);
          }
          return found?.node ?? null;
        });
        object[step.key] = step.single ? (nodes[0] ?? null) : nodes;
        break;
      }
      case 'computed':
        pending.push(
          step.compute(value as Placeholder, loaders).then(
            (computed) => (object[step.key] = computed),
            (error: unknown) => {
              object[step.key] = null;
              errors.push(step.failed(error, here));
            },
          ),
        );
        break;
    }
  }
}

/** The object itself, each object of a list, or none for null; each with its path. */
function objectsIn(value: unknown, path: Path): readonly (readonly [Json, Path])[] {
  if (value === null) return [];
  if (!Array.isArray(value)) return [[value as Json, path]];
  return value.flatMap((item: Json | null, i) => (item === null ? [] : [[item, [...path, i]] as const]));
}
