import { periodOf } from '../periods';
import { Known } from './Known';
import { difference } from './difference';
import { growth } from './growth';
import { mean } from './mean';
import { Transform } from './Transform';
import { NotTold, type Told, type Transformed, type Vintage, notTold, told } from './Told';
import { withGaps } from './withGaps';
import { zScore } from './zScore';

/**
 * What a transform tells of each period of one vintage, the oldest first; what is lacking between two of them is NOT_REPORTED.
 *
 * Everything goes by periods of the calendar, never by the place in the list: the month before November 2025 is October, of which no
 * survey was taken, and not September.
 */
export function transformed(transform: Transform, vintage: Vintage): readonly Transformed[] {
  const known = new Known(vintage);
  const tell = (period: number, value: number): Told => {
    const { quarter, halfYear, year } = known.spans;
    switch (transform) {
      case Transform.LEVEL:
        return told(value);
      case Transform.CHANGE:
        return difference(known, period, value, 1);
      case Transform.YOY:
        return vintage.isRate ? difference(known, period, value, year) : growth(known, period, value, year);
      case Transform.ANNUALIZED_3M:
        return vintage.isRate ? notTold(NotTold.NOT_DEFINED) : growth(known, period, value, quarter);
      case Transform.ANNUALIZED_6M:
        return vintage.isRate ? notTold(NotTold.NOT_DEFINED) : growth(known, period, value, halfYear);
      case Transform.MEAN_3M:
        return mean(known, period, quarter);
      case Transform.ZSCORE:
        return zScore(known, period, value);
    }
  };
  return withGaps(vintage).map(({ observedOn, value }) => {
    const of = value === null ? notTold(NotTold.NOT_REPORTED) : tell(periodOf(observedOn, vintage.frequency), value);
    return { observedOn, ...of };
  });
}
