import {
  type ExecutionArgs,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import { buildExecutionContext } from 'graphql/execution/execute';

/** Fields by response key; several nodes where selections of one field merge. */
export type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/** A validated operation with its variables coerced, its fragments merged, and what @skip leaves out gone. */
export interface Operation {
  readonly schema: GraphQLSchema;
  /** The type of its root fields. */
  readonly root: GraphQLObjectType;
  readonly variableValues: Record<string, unknown>;
  /** The root's fields. */
  readonly fields: Fields;
  subfields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Fields;
}

/** What is said of an operation of another kind than can be asked where it was. */
const ELSEWHERE: Readonly<Record<OperationTypeNode, string>> = {
  query: 'Only queries can be asked here; a subscription is over WebSocket or as a stream of events.',
  mutation: 'Nothing can be changed here.',
  subscription: 'Only a subscription can be asked here.',
};

/**
 * @param kind Of which kind it has to be.
 * @returns The operation, or the errors for which it cannot be run: wrong variables, no such operation.
 */
export function readOperation(args: ExecutionArgs, kind = OperationTypeNode.QUERY): Operation | readonly GraphQLError[] {
  const context = buildExecutionContext(args);
  if (!('schema' in context)) return context.map(asInputError);
  const { schema, fragments, variableValues, operation } = context;
  const root = schema.getRootType(kind);
  if (root == null || operation.operation !== kind) {
    return [new GraphQLError(ELSEWHERE[kind], { nodes: operation, extensions: { code: 'BAD_USER_INPUT' } })];
  }
  try {
    return {
      schema,
      root,
      variableValues,
      fields: collectFields(schema, fragments, variableValues, root, operation.selectionSet),
      subfields: (type, nodes) => collectSubfields(schema, fragments, variableValues, type, nodes),
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [asInputError(error)];
    throw error;
  }
}

/** What graphql-js finds wrong with variables and the choice of an operation is the request's fault, whatever it was thrown for. */
const asInputError = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });
