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
  readonly variableValues: Record<string, unknown>;
  /** The root's fields. */
  readonly fields: Fields;
  subfields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Fields;
}

/** @returns The operation, or the errors for which it cannot be run: wrong variables, no such operation. */
export function readOperation(args: ExecutionArgs): Operation | readonly GraphQLError[] {
  const context = buildExecutionContext(args);
  if (!('schema' in context)) return context.map(asInputError);
  const { schema, fragments, variableValues, operation } = context;
  const query = schema.getQueryType();
  if (query == null || operation.operation !== OperationTypeNode.QUERY) {
    return [new GraphQLError('Only queries can be asked here.', { nodes: operation, extensions: { code: 'BAD_USER_INPUT' } })];
  }
  try {
    return {
      schema,
      variableValues,
      fields: collectFields(schema, fragments, variableValues, query, operation.selectionSet),
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
