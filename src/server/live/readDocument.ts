import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { z } from 'zod';
import type { DocumentStore } from '../documents/DocumentStore';
import { MAX_ERRORS, MAX_TOKENS, limits } from '../limits';
import { selections } from './selections';

/** What a client asks, by the GraphQL-over-HTTP specification; WebSocket and streams of events have the same. */
const request = z.object({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z
    .object({ persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string() }).optional() })
    .nullish(),
});

export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

export interface DocumentOptions {
  readonly schema: GraphQLSchema;
  readonly documents: DocumentStore;
  /** The documents that may be asked, by their SHA-256; null where any may. */
  readonly onlyTrusted: ReadonlyMap<string, string> | null;
}

const refused = (message: string, code: string): readonly GraphQLError[] => [new GraphQLError(message, { extensions: { code } })];

/** Reads a request and checks its document, by the same rules and with the same codes as over HTTP. @returns The operation, or what is wrong. */
export async function readDocument(asked: unknown, options: DocumentOptions): Promise<AskedOperation | readonly GraphQLError[]> {
  const { schema, documents, onlyTrusted } = options;
  const read = request.safeParse(asked);
  if (!read.success) return refused('This is not the JSON of a GraphQL request.', 'BAD_REQUEST');
  const { query, operationName, variables, extensions } = read.data;
  const hash = extensions?.persistedQuery?.sha256Hash;
  // Over WebSocket there has to be a text, if an empty one.
  const own = query == null || query === '' ? undefined : query;
  const text = own ?? (hash === undefined ? undefined : await documents.get(`apq:${hash}`));
  if (text === undefined) return hash === undefined ? refused('The request has no document.', 'BAD_REQUEST') : refused('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND');
  const digest = createHash('sha256').update(text).digest('hex');
  if (hash !== undefined && hash !== digest) return refused('provided sha does not match query', 'BAD_REQUEST');
  if (onlyTrusted?.has(digest) === false) return refused('This server answers only documents of its list, and this is none of them.', 'DOCUMENT_NOT_TRUSTED');

  const document = parsed(text);
  if (document instanceof GraphQLError) return refused(document.message, 'GRAPHQL_PARSE_FAILED');
  // The limits count on fragments that do not spread themselves.
  for (const rules of [specifiedRules, [selections], limits]) {
    const errors = validate(schema, document, rules, { maxErrors: MAX_ERRORS });
    if (errors.length > 0) return errors.map(({ message, nodes }) => new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
  }
  if (hash !== undefined) await documents.set(`apq:${hash}`, text);
  return { document, operationName: operationName ?? null, variableValues: variables ?? {} };
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
