import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { EtfFields } from './fields/EtfFields';
import { HoldingFields } from './fields/HoldingFields';
import { QueryFields } from './fields/QueryFields';
import { SecurityFields } from './fields/SecurityFields';
import { SnapshotFields } from './fields/SnapshotFields';
import { SourceStatusFields } from './fields/SourceStatus';
import { EtfTotals, HoldingTotals } from './fields/totals';

/** The schema, from the classes alone: no I/O, so that tests and the command line can print it. */
export const createSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [EtfFields, EtfTotals, HoldingFields, HoldingTotals, QueryFields, SecurityFields, SnapshotFields, SourceStatusFields],
    validate: false,
  });
