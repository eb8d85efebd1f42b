import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CatalystError, DatabaseUnavailable, NotFound, Timeout } from '../domain/errors';
import { ColumnHasNoValue } from '../store/sql';
import { errorCodes } from './errorCodes';

/** What Apollo says of a hash that is not its document's, or of another version of the protocol: no fault of ours, though it gives it no code. */
const WRONG_HASH = /^(provided sha does not match query|Unsupported persisted query version)$/;

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
    const suggestions = cause instanceof NotFound && cause.suggestions.length > 0 ? { suggestions: cause.suggestions } : {};
    return published(error, error.message, { code: cause.code, ...suggestions });
  }
  const code = error.extensions.code ?? (cause === undefined ? 'BAD_USER_INPUT' : undefined);
  if (isOfTheRequest(code)) return published(error, error.message, { code });

  const errorId = randomUUID();
  log.error({ err: cause ?? error, errorId, isFaultOfAField: cause instanceof ColumnHasNoValue }, 'an error that was not foreseen');
  return published(error, `Something went wrong here. Tell us the errorId ${errorId}.`, { code: 'INTERNAL', errorId });
}

/** True if the fault is ours. */
export const isInternal = ({ extensions }: GraphQLError): boolean => extensions.code === 'INTERNAL';

/** The same for errors of Apollo's own: parsing, validation, the shape of the request. */
export function publishFormatted(formatted: GraphQLFormattedError, thrown: unknown, log: Logger): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (isOfTheRequest(code)) {
    return { ...formatted, message: shown(formatted.message), extensions: { code } };
  }
  if (thrown instanceof GraphQLError && WRONG_HASH.test(thrown.message)) return { message: thrown.message, extensions: { code: 'BAD_REQUEST' } };
  const error = thrown instanceof GraphQLError ? thrown : new GraphQLError('Internal', { originalError: thrown as Error });
  return publishError(error, log).toJSON();
}

function published({ nodes, path }: GraphQLError, message: string, extensions: { readonly code: string; readonly errorId?: string; readonly suggestions?: readonly string[] }): GraphQLError {
  return new GraphQLError(shown(message), { nodes: nodes ?? null, path: path ?? null, extensions });
}

/** A message without graphql-js' guesses at what was meant, and no longer than anyone reads. */
function shown(message: string): string {
  const text = message.replace(/ ?Did you mean [^?]*\?/g, '');
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
}

/** The codes that GraphQL's own checks give, which speak of the request alone and may be shown. */
const isOfTheRequest = (code: unknown): code is string => typeof code === 'string' && errorCodes[code]?.isOfTheRequest === true;
