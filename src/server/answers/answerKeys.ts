import { createHash } from 'node:crypto';
import { print } from 'graphql';
import type { Execution } from '../../graph/planner/execute';

/**
 * Under what an answer is kept: the question, word for word, and the day on which it was asked, or none where the answer is the same on
 * every later day.
 *
 * @param salt What else decides the answer: the schema and the program.
 */
export function answerKey({ document, operationName, variableValues, contextValue }: Execution, day: string | null, salt: string): string {
  const asked = [salt, contextValue.maxCost, document.loc?.source.body ?? print(document), operationName ?? null, ordered(variableValues ?? {}), day];
  return `catalyst:${createHash('sha256').update(JSON.stringify(asked)).digest('base64url')}`;
}

/** The same whatever order the keys of objects came in. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
};
