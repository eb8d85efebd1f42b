// Written by codegen.mjs.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Why a value is null, or a signal has to do without an input. */
export type MissingReason =
  /** All closes that are known are adjusted for later splits or dividends: they serve returns, and are no price of the day. */
  | 'ADJUSTED_PRICE_ONLY'
  /** The knowledge date lies before the thing itself began: there was nothing to know. */
  | 'AS_OF_BEFORE_HISTORY'
  /** It would be measured against next to nothing. */
  | 'ESTIMATE_TOO_SMALL'
  /** It is known of too little of the whole to speak for it. */
  | 'INSUFFICIENT_COVERAGE'
  /** It takes earlier values, of which one is lacking or with which nothing can be told. */
  | 'INSUFFICIENT_HISTORY'
  /** What it takes is known, and it has no meaning for that: growth from zero or less, or of a rate. */
  | 'NOT_DEFINED'
  /** Nothing of the kind was known at the knowledge date, or not of the day asked for, or not what it takes. */
  | 'NOT_KNOWN_YET'
  /** What was filed or published by the knowledge date does not give it, and it does not follow from what was: no survey was taken, or the market was closed. */
  | 'NOT_REPORTED'
  /** Together they lost money: a price over a loss is no multiple. */
  | 'NO_EARNINGS'
  /** Classes of shares are traded at prices over a quarter apart, and how many there are of each is not known. */
  | 'SHARE_CLASSES_DIFFER'
  /** It is so large as a split makes it that only one of two figures was restated for. */
  | 'SPLIT_SUSPECTED'
  /** What was known is about a day too long before the knowledge date. */
  | 'STALE';

export type HeaviestQueryVariables = Exact<{
  symbol: string;
  asOf: string;
  first: number;
}>;


export type HeaviestQuery = { readonly etf: { readonly name: string, readonly snapshot: { readonly observedOn: string, readonly knownOn: string, readonly holdings: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly weight: number, readonly security: { readonly symbol: string | null, readonly name: string } }> } } | null, readonly missing: ReadonlyArray<{ readonly field: string, readonly reason: MissingReason }> } | null };


export const HeaviestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Heaviest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"symbol"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"etf"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"symbol"},"value":{"kind":"Variable","name":{"kind":"Name","value":"symbol"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"snapshot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"observedOn"}},{"kind":"Field","name":{"kind":"Name","value":"knownOn"}},{"kind":"Field","name":{"kind":"Name","value":"holdings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"security"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<HeaviestQuery, HeaviestQueryVariables>;