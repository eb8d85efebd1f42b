import { type IsoDate, addDays } from './isoDate';
import { lastDayOf, monthOf } from './months';

/**
 * The end of a month that lies nearest to the end of a fiscal period: fiscal quarters of 13 weeks end some days before or after
 * it, and vendors date them by it. So two documents that date one period otherwise are found to mean the same.
 */
export const fiscalMonth = (periodEnd: IsoDate): IsoDate => lastDayOf(monthOf(addDays(periodEnd, -15)));
