import { Field } from 'type-graphql';
import { Check, Column } from 'typeorm';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import './enumTypes';

/** The CHECK that every table of facts has on `known_on_basis`. */
export const KNOWN_ON_BASIS = `known_on_basis IN (${Object.values(KnownOnBasis).map((basis) => `'${basis}'`).join(', ')})`;

/** The CHECKs on the days of a table of facts: nothing is known before it happens, or proven before it is known. */
export const FactChecks =
  (table: string): ClassDecorator =>
  (entity) => {
    Check(`${table}_known_after_observed`, 'known_on >= observed_on')(entity);
    Check(`${table}_proven_after_known`, 'proven_on >= known_on')(entity);
    Check(`${table}_known_on_basis`, KNOWN_ON_BASIS)(entity);
  };

const both =
  (field: MethodDecorator & PropertyDecorator, column: PropertyDecorator): PropertyDecorator =>
  (entity, property) => {
    field(entity, property);
    column(entity, property);
  };

/** The column `known_on`, and its field. */
export const KnownOnColumn = (description = 'The first day it could be read.'): PropertyDecorator =>
  both(Field(() => IsoDateScalar, { description }), Column({ name: 'known_on', type: 'date' }));

/** The column `known_on_basis`, and its field. */
export const KnownOnBasisColumn = (description = 'On what ground `knownOn` is said.'): PropertyDecorator =>
  both(Field(() => KnownOnBasis, { description }), Column({ name: 'known_on_basis', type: 'text' }));

/** The column `proven_on`, and its field. */
export const ProvenOnColumn = (description = 'The first day for which it can be proven that it was readable.'): PropertyDecorator =>
  both(Field(() => IsoDateScalar, { description }), Column({ name: 'proven_on', type: 'date' }));
