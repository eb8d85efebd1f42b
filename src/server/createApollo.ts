import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../graph/context';
import type { Execution } from '../graph/planner/execute';
import type { Answered } from './answers/AnswerCache';
import type { DocumentStore } from './documents/DocumentStore';
import { httpCaching } from './httpCaching';
import { legacyStatus } from './legacyStatus';
import { MAX_ERRORS, MAX_SELECTIONS, MAX_TOKENS, limits } from './limits';
import { isInternal, publishFormatted } from './publishError';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly http: Server;
  readonly log: Logger;
  readonly graceMs: number;
  /** Documents that may be asked by their hash alone. */
  readonly documents: DocumentStore;
  /** What answers operations, and keeps answers where there is room. */
  readonly answer: (asked: Execution) => Promise<Answered>;
  /** How long caches on the way may hold an answer about past days. */
  readonly maxAgeSeconds: number;
}

/**
 * Hands every validated operation to the planner, and says whether its answer was kept. What gives no data was refused: 400, or 500
 * where the fault is ours.
 */
const planned = (answer: ApolloOptions['answer']): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      async responseForOperation({ schema, document, request, contextValue }) {
        const { found, result: answered } = await answer({
          schema,
          document,
          contextValue,
          operationName: request.operationName ?? null,
          variableValues: request.variables ?? {},
          options: { maxCoercionErrors: MAX_ERRORS },
        });
        const { errors, ...result } = answered;
        const status = errors?.some(isInternal) === true ? 500 : 400;
        const http = { headers: new HeaderMap([['x-cache', found]]), ...(result.data === undefined ? { status } : {}) };
        const singleResult = { ...(errors === undefined ? {} : { errors: errors.map((error) => error.toJSON()) }), ...result };
        return { http, body: { kind: 'single' as const, singleResult } };
      },
    }),
});

/** Apollo as the HTTP side of GraphQL: parsing, validation, limits. It reports nothing to anyone. */
export function createApollo({ schema, http, log, graceMs, documents, answer, maxAgeSeconds }: ApolloOptions): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    logger: log,
    nodeEnv: 'production',
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: { cache: documents },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MAX_ERRORS },
    maxRecursiveSelections: MAX_SELECTIONS,
    validationRules: [...limits],
    formatError: (formatted, error) => publishFormatted(formatted, error, log),
    plugins: [
      planned(answer),
      httpCaching(maxAgeSeconds),
      legacyStatus,
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: graceMs }),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
