import { type GraphQLError, parse } from 'graphql';
import { InvalidInput } from '../domain/errors';
import { dayInNewYork } from '../domain/isoDate';
import { execute } from '../graph/planner/execute';
import { createSchema } from '../graph/schema';
import type { Database } from '../server/openDatabase';
import { Reader } from '../store/Reader';
import type { Terminal } from './defineCommand';

/** An answer without errors: there is no other here. */
export interface Answer<Data> {
  readonly data: Data;
  /** The data version that it was read from. */
  readonly version: string;
}

/**
 * Asks the graph in this process, just as a client asks the server; what is not said of `asOf` means today.
 *
 * @throws {CatalystError} the first error of the answer, in the graph's words; what was not foreseen as it was thrown.
 */
export async function askGraph<Data>(
  { config, now }: Pick<Terminal, 'config' | 'now'>,
  { db }: Pick<Database, 'db'>,
  question: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Data>> {
  const contextValue = { reader: new Reader(db), today: dayInNewYork(now), maxCost: config.MAX_COST, publish: raise };
  const answer = await execute({ schema: createSchema(), document: parse(question), variableValues, contextValue });
  const { version } = (answer.extensions?.data ?? {}) as { readonly version: string };
  return { data: answer.data as Data, version };
}

/** graphql-js wraps what was thrown, and has nothing to wrap where it is itself that refuses a variable. */
function raise({ originalError, message }: GraphQLError): never {
  throw originalError ?? new InvalidInput(message);
}
