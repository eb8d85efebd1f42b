import { GraphQLScalarType } from 'graphql';

/** A moment as a GraphQL scalar. Output only: nothing can be asked by the minute. */
export const InstantScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in UTC to the millisecond: `2024-09-30T21:15:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: String,
});
