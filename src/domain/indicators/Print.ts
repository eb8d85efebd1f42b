/** Which version of each period is told. */
export enum Print {
  /** The one that was known first, each period by itself. */
  FIRST = 'FIRST',
  /** Those of the one vintage that answers at the knowledge date. */
  AS_OF = 'AS_OF',
}
