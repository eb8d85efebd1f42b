import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../graph/context';

/**
 * Lets caches between here and the client hold the answer to a GET of a document that is named by its hash: one about past days for a
 * while, any other only to ask again whether it still holds. Each has an ETag, so that asking again costs no body where nothing changed.
 * An answer with errors is never held.
 */
export const httpCaching = (maxAgeSeconds: number): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, metrics, response: { http, body } }) {
        if (request.http?.method !== 'GET' || !metrics.persistedQueryHit || body.kind !== 'single') return Promise.resolve();
        const { errors, extensions } = body.singleResult;
        http.headers.set('vary', 'accept');
        if (errors !== undefined) {
          http.headers.set('cache-control', 'no-store');
          return Promise.resolve();
        }
        const isSettled = (extensions as { readonly data?: { readonly isSettled: boolean } } | undefined)?.data?.isSettled === true;
        http.headers.set('cache-control', isSettled ? `public, max-age=${maxAgeSeconds}` : 'public, no-cache');
        const digest = createHash('sha256').update(JSON.stringify(body.singleResult)).digest('base64url');
        http.headers.set('etag', `W/"${digest}"`);
        return Promise.resolve();
      },
    }),
});
