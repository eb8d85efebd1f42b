import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ConcentrationFields } from './fields/Concentration';
import { EtfAnalytics } from './fields/EtfAnalytics';
import { EtfFields } from './fields/EtfFields';
import { EtfValuations } from './fields/EtfValuations';
import { ExposureFields } from './fields/Exposure';
import { FlowsFields } from './fields/Flows';
import { HoldingChangeFields } from './fields/HoldingChange';
import { HoldingChangesFields } from './fields/HoldingChanges';
import { HoldingFields } from './fields/HoldingFields';
import { IndexFields } from './fields/IndexFields';
import { IndexMembershipFields } from './fields/IndexMembership';
import { MembershipChangesFields } from './fields/MembershipChanges';
import { OverlapFields } from './fields/Overlap';
import { QueryFields } from './fields/QueryFields';
import { RelativePerformanceFields } from './fields/RelativePerformance';
import { SecurityFields } from './fields/SecurityFields';
import { SharedHoldingFields } from './fields/SharedHolding';
import { SnapshotFields } from './fields/SnapshotFields';
import { SourceStatusFields } from './fields/SourceStatus';
import { totals } from './fields/totals';
import { ValuationFields } from './fields/ValuationFields';

/** The schema, from the classes alone: no I/O, so that tests and the command line can print it. */
export const createSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [
      EtfFields,
      ...[EtfAnalytics, EtfValuations, ExposureFields, ConcentrationFields, FlowsFields, RelativePerformanceFields],
      ...[HoldingChangesFields, HoldingChangeFields, OverlapFields, SharedHoldingFields, HoldingFields, SecurityFields, SnapshotFields],
      ...[IndexFields, IndexMembershipFields, MembershipChangesFields, ValuationFields, QueryFields, SourceStatusFields],
      ...totals,
    ],
    validate: false,
  });
