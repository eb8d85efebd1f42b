import { isNativeError } from 'node:util/types';
import { CatalystError, DatabaseUnavailable, Timeout } from '../domain/errors';

const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN'];

/** What pg says when a connection was lost, answered nothing, or none could be had; it gives these no code. */
const LOST =
  /^(Connection terminated|Connection ended|Query read timeout|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed))/;

/** Postgres' class 08 (connection), 57P (shutdown, crash) and 53 (out of connections). */
const UNAVAILABLE = /^(08|57P|53)/;

/** statement_timeout, or a cancel. */
const CANCELED = '57014';

/** The same error as this project names it; any that it has no name for comes back as it is. */
export function asDomainError(error: unknown): unknown {
  if (error instanceof CatalystError || !isNativeError(error)) return error;
  if (codeOf(error) === CANCELED) return new Timeout('The database took too long and was stopped. Ask for less.', { cause: error });
  if (isConnectionLost(error)) return new DatabaseUnavailable('The database cannot be reached.', { cause: error });
  return error;
}

/** True if the connection that gave this error cannot be used again. */
export function isConnectionLost(error: Error): boolean {
  const code = codeOf(error);
  return NETWORK.includes(code) || UNAVAILABLE.test(code) || LOST.test(error.message);
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');
