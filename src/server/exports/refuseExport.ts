import type { Response } from 'express';
import type { Logger } from 'pino';
import { asGraphqlError } from '../../graph/planner/execute';
import { publishError } from '../publishError';

/** The status of each code that an export can be refused with. */
const STATUS: Readonly<Record<string, number>> = { BAD_USER_INPUT: 400, NOT_FOUND: 404, TIMEOUT: 503, DATABASE_UNAVAILABLE: 503, TOO_MANY_AT_ONCE: 503, INTERNAL: 500 };

const TITLES: Readonly<Record<number, string>> = { 400: 'That cannot be asked', 404: 'There is no such thing', 500: 'Something went wrong here', 503: 'Not now' };

/**
 * Answers with what is wrong, in place of a file.
 * @source https://www.rfc-editor.org/rfc/rfc9457
 */
export function refuseExport(response: Response, error: unknown, log: Logger): void {
  const { message, extensions } = publishError(asGraphqlError(error), log);
  const { code, ...more } = extensions as { readonly code: string; readonly errorId?: string; readonly suggestions?: readonly string[] };
  const status = STATUS[code] ?? 500;
  if (status === 503) response.setHeader('retry-after', '5');
  response.status(status).type('application/problem+json');
  response.send(JSON.stringify({ title: TITLES[status], status, detail: message, code, ...more }));
}
