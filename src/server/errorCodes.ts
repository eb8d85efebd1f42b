/** A value of `extensions.code`: what it means, and what a client can do about it. */
interface ErrorCode {
  readonly meaning: string;
  /** True if it speaks of the request alone, so that its message may be shown as GraphQL's own checks word it. */
  readonly isOfTheRequest: boolean;
}

const ofTheRequest = (meaning: string): ErrorCode => ({ meaning, isOfTheRequest: true });
const ours = (meaning: string): ErrorCode => ({ meaning, isOfTheRequest: false });

/** Every `extensions.code` that a client can get; another one is a breaking change, and so is one less. */
export const errorCodes: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: ofTheRequest('The HTTP request is no GraphQL request that is answered here: its method, type, body, size or hash is wrong. Send it otherwise.'),
  GRAPHQL_PARSE_FAILED: ofTheRequest('The document is not GraphQL. Correct it.'),
  GRAPHQL_VALIDATION_FAILED: ofTheRequest('The document asks for what the schema does not have, or has too many aliases, directives, root fields or tokens. Correct it.'),
  OPERATION_RESOLUTION_FAILURE: ofTheRequest('The document has several operations and none was named, or not this one. Name one.'),
  PERSISTED_QUERY_NOT_FOUND: ofTheRequest('No document of that hash is here. Send it once in full beside its hash.'),
  DOCUMENT_NOT_TRUSTED: ofTheRequest('This server answers only documents of its list.'),
  BAD_USER_INPUT: ofTheRequest('A variable or argument is none that can be asked; the message says what was expected. Nothing was read.'),
  QUERY_TOO_COMPLEX: ours('The operation may return more values than one may. Ask for fewer items or fields.'),
  NOT_FOUND: ours('What was named is not here; `extensions.suggestions` has up to three names that are close to it, as far as they were known on the day. It stands beside a null; the rest of the answer is whole. From a path that is none, there is nothing at it.'),
  TIMEOUT: ours('Postgres took longer than a statement may. Ask for less, or later again.'),
  DATABASE_UNAVAILABLE: ours('Postgres cannot be reached. Ask again later.'),
  TOO_MANY_AT_ONCE: ours('As many exports or subscriptions are under way here, or on this connection, as may be at once. Ask again later, or end one.'),
  INTERNAL: ours('A fault of ours. Tell us its `errorId`; the log has the rest under it.'),
};

/** All of them, as a table in Markdown. */
export function errorCodesTable(): string {
  const rows = Object.entries(errorCodes).map(([code, { meaning }]) => `| \`${code}\` | ${meaning} |`);
  return ['| `extensions.code` | what it means |', '|---|---|', ...rows].join('\n');
}
