import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { DataSource } from 'typeorm';
import { CatalystError } from '../../src/domain/errors';
import { type IsoDate, isoDate } from '../../src/domain/isoDate';
import { createSchema } from '../../src/graph/schema';
import { execute } from '../../src/graph/planner/execute';
import { Reader } from '../../src/store/Reader';

export const schema = createSchema();

/** The day on which the tests' readers stand when they do not say. */
export const TODAY = isoDate('2026-11-20');

export interface Asked {
  readonly result: ExecutionResult;
  /** Every statement that it cost, in order. */
  readonly statements: readonly string[];
}

export interface Asking {
  readonly maxCost?: number;
  readonly today?: IsoDate;
  /** A test's own schema in place of the project's. */
  readonly over?: GraphQLSchema;
}

/** Asks the real schema over the real database, as a transport does: validated, then executed. Errors are not masked. */
export async function ask(
  db: DataSource,
  source: string | DocumentNode,
  variableValues: Readonly<Record<string, unknown>> = {},
  { maxCost = 1_000_000, today = TODAY, over = schema }: Asking = {},
): Promise<Asked> {
  const document = typeof source === 'string' ? parse(source) : source;
  const errors = validate(over, document);
  if (errors.length > 0) throw new Error(errors.map(String).join('\n'));
  const statements: string[] = [];
  const reader = new Reader(db, (text) => statements.push(text));
  const contextValue = { reader, today, maxCost, publish: withCode };
  const result = await execute({ schema: over, document, variableValues, contextValue });
  return { result: JSON.parse(JSON.stringify(result)) as ExecutionResult, statements };
}

/** The data of an answer that must have no errors. */
export async function dataOf<Data = Record<string, unknown>>(...asked: Parameters<typeof ask>): Promise<Data> {
  const { result } = await ask(...asked);
  expect(result.errors).toBeUndefined();
  return result.data as Data;
}

/** The error itself with its code where callers see it. */
export function withCode(error: GraphQLError): GraphQLError {
  const { message, nodes, path, originalError } = error;
  if (!(originalError instanceof CatalystError)) return error;
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, originalError, extensions: { code: originalError.code } });
}
