import 'reflect-metadata';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { type PubSub, buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { loadModules } from '../domain/definitions';

type ResolverClass = new () => object;

/** Every resolver that a file in `fields/` exports, by itself or in a list: a type's fields are added by adding their file. */
const resolvers: readonly ResolverClass[] = loadModules(join(__dirname, 'fields')).flatMap(({ exports }) =>
  Object.values(exports)
    .flat()
    .filter((exported): exported is ResolverClass => getMetadataStorage().resolverClasses.some(({ target }) => target === exported)),
);

/** No class stands for the roots, so that they are described here. */
const QUERY = 'What can be asked. Every field takes the knowledge date that all below it inherits, but those that are asked by ids, which carry it.';
const SUBSCRIPTION = 'What one can be told of when it happens, over WebSocket or as a stream of events. What is told is as of that moment.';

/** The schema, from the classes alone: no I/O, so that tests and the command line can print it. That it is a valid one is tested, and not asked again by each server that starts. */
export const createSchema = (): GraphQLSchema => {
  const [first, ...others] = resolvers;
  if (first === undefined) throw new TypeError('There is no resolver in fields/.');
  const schema = buildSchemaSync({ resolvers: [first, ...others], validate: false, pubSub: noTopics, skipCheck: true });
  const [query, subscription] = [schema.getQueryType(), schema.getSubscriptionType()];
  if (query != null) query.description = QUERY;
  if (subscription != null) subscription.description = SUBSCRIPTION;
  return schema;
};

/** Every subscription names what it is told of by itself; type-graphql asks for topics all the same. */
const noTopics: PubSub = {
  publish: () => neverCalled(),
  subscribe: () => neverCalled(),
};

function neverCalled(): never {
  throw new TypeError('No subscription here has a topic.');
}
