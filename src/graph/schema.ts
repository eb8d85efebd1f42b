import 'reflect-metadata';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { loadModules } from '../domain/definitions';

type ResolverClass = new () => object;

/** Every resolver that a file in `fields/` exports, by itself or in a list: a type's fields are added by adding their file. */
const resolvers: readonly ResolverClass[] = loadModules(join(__dirname, 'fields')).flatMap(({ exports }) =>
  Object.values(exports)
    .flat()
    .filter((exported): exported is ResolverClass => getMetadataStorage().resolverClasses.some(({ target }) => target === exported)),
);

/** No class stands for the root, so that it is described here. */
const QUERY = 'What can be asked. Every field takes the knowledge date that all below it inherits, but those that are asked by ids, which carry it.';

/** The schema, from the classes alone: no I/O, so that tests and the command line can print it. */
export const createSchema = (): GraphQLSchema => {
  const [first, ...others] = resolvers;
  if (first === undefined) throw new TypeError('There is no resolver in fields/.');
  const schema = buildSchemaSync({ resolvers: [first, ...others], validate: false });
  const query = schema.getQueryType();
  if (query != null) query.description = QUERY;
  return schema;
};
