import { KnownOnBasis } from '../../domain/knowledge';

/** The CHECK that every table of facts has on `known_on_basis`. */
export const KNOWN_ON_BASIS = `known_on_basis IN (${Object.values(KnownOnBasis).map((basis) => `'${basis}'`).join(', ')})`;
