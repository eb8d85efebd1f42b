import { encoded } from './oraclePage';

/** The id of a node of which one knows the type, the date and the natural key. */
export const nodeIdOf = (type: string, asOf: string, ...key: readonly string[]): string => encoded([type, asOf, 'ANY', ...key]);
