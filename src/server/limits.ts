import { GraphQLError, Kind, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';

/** Most of each in one document. What a request costs in data is bounded by its cost, before any SQL. */
const MOST = { aliases: 30, directives: 5, rootFields: 20 } as const;

/**
 * Tokens in one document. On Node's own stack of 984 KiB the parser overflows at 1,950 nested lists of one token each;
 * half of that leaves room for its callers. The standard introspection query has 184.
 */
export const MAX_TOKENS = 1_000;

/** Selections of one operation with its fragments written out, so that fragments of fragments cannot multiply. */
export const MAX_SELECTIONS = 1_000;

/** Errors of one kind that are told of one request, before a last one that says there are more. */
export const MAX_ERRORS = 5;

/** Bytes of one request, unzipped. */
export const MAX_BODY = '100kb';

const tooMany = (context: ValidationContext, what: string, most: number): void =>
  context.reportError(new GraphQLError(`The document has more than ${most} ${what}.`, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));

/** Reports once, when one more than so many were seen. */
function atMost(context: ValidationContext, what: string, most: number): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count === most + 1) tooMany(context, what, most);
  };
}

const aliases: ValidationRule = (context) => {
  const seen = atMost(context, 'aliases', MOST.aliases);
  return {
    Field({ alias }) {
      if (alias !== undefined) seen();
    },
  };
};

const directives: ValidationRule = (context) => {
  const seen = atMost(context, 'directives', MOST.directives);
  return {
    Directive() {
      seen();
    },
  };
};

const rootFields: ValidationRule = (context) => ({
  OperationDefinition({ selectionSet }) {
    if (rootKeys(context, selectionSet).size > MOST.rootFields) tooMany(context, 'root fields in one operation', MOST.rootFields);
  },
});

/** What an operation asks of the root, through fragments; what is selected twice under one key is asked once. */
function rootKeys(context: ValidationContext, { selections }: SelectionSetNode): ReadonlySet<string> {
  const keys = selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : context.getFragment(selection.name.value);
    return fragment ? [...rootKeys(context, fragment.selectionSet)] : [];
  });
  return new Set(keys);
}

/**
 * Bounds on a document that its cost does not speak of. Apollo checks them after GraphQL's own rules and MAX_SELECTIONS,
 * so fragments neither spread themselves nor multiply here.
 */
export const limits: readonly ValidationRule[] = [aliases, directives, rootFields];
