import { addDays, type IsoDate, isoDate } from '../../../src/domain/isoDate';
import { KnownOnBasis } from '../../../src/domain/knowledge';
import type { Quarter } from '../../../src/signals/Facts';

/** Days from a quarter's end to the filing that tells of it. */
const FILED_AFTER = 35;

/** A company's quarters in a row, the first one ending on `from`; each filed 35 days after its end. */
export const quartersFrom = (from: string, figures: readonly Partial<Pick<Quarter, 'eps' | 'netIncome'>>[], cik = '0000000001'): readonly Quarter[] =>
  figures.map((figure, i) => {
    const observedOn = quarterEnd(isoDate(from), i);
    const knownOn = addDays(observedOn, FILED_AFTER);
    return { cik, period: 'QUARTER', observedOn, knownOn, firstKnownOn: knownOn, knownOnBasis: KnownOnBasis.ACCEPTED_BY_SEC, eps: null, netIncome: null, ...figure };
  });

/** The last day of the quarter so many after one that ends with a month. */
function quarterEnd(first: IsoDate, quarters: number): IsoDate {
  const months = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) + quarters * 3;
  return addDays(isoDate(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`), -1);
}
