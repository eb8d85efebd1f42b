import { type DocumentNode, type ExecutionResult, parse, validate } from 'graphql';
import type { DataSource } from 'typeorm';
import { isoDate } from '../../src/domain/isoDate';
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

/** Asks the real schema over the real database, as a transport does: validated, then executed. */
export async function ask(
  db: DataSource,
  source: string | DocumentNode,
  variableValues: Record<string, unknown> = {},
  { maxCost = 1_000_000, today = TODAY } = {},
): Promise<Asked> {
  const document = typeof source === 'string' ? parse(source) : source;
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(errors.map(String).join('\n'));
  const statements: string[] = [];
  const reader = new Reader(db, (text) => statements.push(text));
  const contextValue = { reader, today, maxCost, publish: <E>(error: E): E => error };
  const result = await execute({ schema, document, variableValues, contextValue });
  return { result: JSON.parse(JSON.stringify(result)) as ExecutionResult, statements };
}
