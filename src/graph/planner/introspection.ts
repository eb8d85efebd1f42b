import { type DefinitionNode, type ExecutionArgs, Kind, executeSync } from 'graphql';
import type { Operation } from './operation';

/** The root fields that ask about the schema, not the data. */
export const isIntrospection = (name: string): boolean => ['__schema', '__type', '_service'].includes(name);

/** Answers the operation's fields about the schema; graphql-js knows how, and they need no database. */
export function describeSchema(args: ExecutionArgs, { fields, variableValues }: Operation): Readonly<Record<string, unknown>> {
  if (fields.size === 0) return {};
  const selectionSet = { kind: Kind.SELECTION_SET as const, selections: [...fields.values()].flat() };
  const definitions = args.document.definitions.map((definition): DefinitionNode =>
    definition.kind === Kind.OPERATION_DEFINITION ? { ...definition, selectionSet } : definition,
  );
  const document = { kind: Kind.DOCUMENT as const, definitions };
  return executeSync({ ...args, document, variableValues }).data ?? {};
}
