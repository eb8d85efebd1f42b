import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';
import type { Facts } from '../../signals/Facts';
import type { FactKind, NeedOf } from '../../signals/inputs/Input';
import type { FactsAbout } from '../../store/load/FactsAbout';
import type { Read } from '../../store/Reader';

/** A kind of fact that signals can see. */
export interface Book<Kind extends FactKind> {
  /**
   * Reads what the needs take on all of the days at once, and never day by day.
   * @param days In ascending order.
   * @returns What `Facts` tells of this kind, as known at the end of one of these days.
   */
  open(read: Read, needs: readonly NeedOf<Kind>[], days: readonly IsoDate[], knowledge: Knowledge): Promise<(asOf: IsoDate) => Pick<Facts, Kind>>;

  /**
   * What a load may bring that changes what is told for a need: stored histories of signals are told anew from the first day on which any of it counts as known. Too much costs
   * time, and one forgotten leaves a history as it was.
   */
  touchedBy(need: NeedOf<Kind>): readonly FactsAbout[];
}
