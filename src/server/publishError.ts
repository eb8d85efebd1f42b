import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CatalystError, DatabaseUnavailable, Timeout } from '../domain/errors';
import { ColumnHasNoValue } from '../store/sql';

/** The codes that GraphQL's own checks give, which speak of the request alone and may be shown. */
const OF_THE_REQUEST = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

/** Most characters of a message: some repeat what was sent, however long. */
const MOST_TEXT = 400;

/**
 * What an error becomes for the caller: our own errors keep their words and code; anything we did not
 * mean to raise becomes INTERNAL with an `errorId`, and the log has the rest under that id.
 */
export function publishError(error: GraphQLError, log: Logger): GraphQLError {
  const cause = error.originalError;
  if (cause instanceof CatalystError) {
    if (cause instanceof DatabaseUnavailable || cause instanceof Timeout) log.error({ err: cause }, cause.message);
    return published(error, error.message, { code: cause.code });
  }
  const code = error.extensions.code ?? (cause === undefined ? 'BAD_USER_INPUT' : undefined);
  if (typeof code === 'string' && OF_THE_REQUEST.includes(code)) return published(error, error.message, { code });

  const errorId = randomUUID();
  log.error({ err: cause ?? error, errorId, isFaultOfAField: cause instanceof ColumnHasNoValue }, 'an error that was not foreseen');
  return published(error, `Something went wrong here. Tell us the errorId ${errorId}.`, { code: 'INTERNAL', errorId });
}

/** True if the fault is ours. */
export const isInternal = ({ extensions }: GraphQLError): boolean => extensions.code === 'INTERNAL';

/** The same for errors of Apollo's own: parsing, validation, the shape of the request. */
export function publishFormatted(formatted: GraphQLFormattedError, thrown: unknown, log: Logger): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (typeof code === 'string' && OF_THE_REQUEST.includes(code)) {
    return { ...formatted, message: shown(formatted.message), extensions: { code } };
  }
  const error = thrown instanceof GraphQLError ? thrown : new GraphQLError('Internal', { originalError: thrown as Error });
  return publishError(error, log).toJSON();
}

function published({ nodes, path }: GraphQLError, message: string, extensions: { readonly code: string; readonly errorId?: string }): GraphQLError {
  return new GraphQLError(shown(message), { nodes: nodes ?? null, path: path ?? null, extensions });
}

/** A message without graphql-js' guesses at what was meant, and no longer than anyone reads. */
function shown(message: string): string {
  const text = message.replace(/ ?Did you mean [^?]*\?/g, '');
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
}
