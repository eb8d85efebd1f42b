import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { type IsoDate, parseIsoDate } from './isoDate';

function read(value: unknown): IsoDate {
  const day = typeof value === 'string' ? parseIsoDate(value) : undefined;
  if (day === undefined) {
    throw new GraphQLError(`Expected a day written YYYY-MM-DD, found ${JSON.stringify(value)}.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return day;
}

/** The same day as a GraphQL scalar. Entities need it, so it lives below them. */
export const IsoDateScalar = new GraphQLScalarType<IsoDate, string>({
  name: 'Date',
  description: 'A calendar day, `YYYY-MM-DD`: no time, no zone. What happens on a day happens by its end in New York.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => read(value),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
});
