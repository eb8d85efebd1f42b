import { createHash } from 'node:crypto';
import { print } from 'graphql';
import type { Execution } from '../../graph/planner/execute';

/** Under what an answer is kept: that to a question, word for word, on every later day, or only on the day on which it was asked. */
export interface AnswerKeys {
  readonly always: string;
  readonly today: string;
}

/**
 * @param salt What else decides the answer: the schema and the program.
 */
export function answerKeys({ document, operationName, variableValues, contextValue }: Execution, salt: string): AnswerKeys {
  const asked = [salt, contextValue.maxCost, document.loc?.source.body ?? print(document), operationName ?? null, ordered(variableValues ?? {})];
  const always = `catalyst:${createHash('sha256').update(JSON.stringify(asked)).digest('base64url')}`;
  return { always, today: `${always}:${contextValue.today}` };
}

/** The same whatever order the keys of objects came in. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
};
