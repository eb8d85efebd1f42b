import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';
import type { At } from '../../store/at';
import { Column } from '../../store/sql';

/** Where a reader stands by values, for what is evaluated in TypeScript: below root fields, not below `nodes` of mixed dates. */
export function standsOn({ asOf, knowledge }: At): { readonly asOf: IsoDate; readonly knowledge: Knowledge } {
  if (asOf instanceof Column || knowledge instanceof Column) throw new TypeError('A signal is evaluated at one knowledge date.');
  return { asOf, knowledge };
}
