import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../graph/context';

/** What a client accepts that reads GraphQL's errors from the body alone, whatever the status. */
const PLAIN_JSON = /^\s*application\/json\s*(;\s*charset=utf-?8\s*)?$/i;

/**
 * Answers a request that was refused with 200 where the client accepts nothing but `application/json`: under that type the status tells of
 * HTTP, and a proxy may take the body of a 400 for its own.
 * @source https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export const legacyStatus: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response }) {
        const accepted = request.http?.headers.get('accept') ?? '';
        if (response.http.status === 400 && PLAIN_JSON.test(accepted)) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};
