import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { refuse } from '../refuse';

/** Takes the documents of a list and nothing else, whether they come by their hash or in full: others are not even parsed. */
export function onlyTrusted(trusted: ReadonlyMap<string, string>): RequestHandler {
  return (request, response, next) => {
    const text = textOf(request);
    if (typeof text !== 'string' || trusted.has(createHash('sha256').update(text).digest('hex'))) next();
    else refuse(response, 403, 'DOCUMENT_NOT_TRUSTED', 'This server answers only documents of its list, and this is none of them.');
  };
}

/** The document that a request brings, where Apollo will look for it. */
const textOf = ({ method, query, body }: Request): unknown => (method === 'GET' ? query.query : (body as { readonly query?: unknown } | undefined)?.query);
