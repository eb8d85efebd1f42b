import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

/** All of an answer that must be the same in another: values and the order of keys, and the errors in any order. */
export function told({ data, errors = [] }: ExecutionResult): string {
  const all = errors.map((error) => {
    const { message, path, extensions }: GraphQLFormattedError = 'toJSON' in error ? error.toJSON() : error;
    return JSON.stringify({ message, path, code: extensions?.code });
  });
  return [JSON.stringify(data), ...all.sort()].join('\n');
}
