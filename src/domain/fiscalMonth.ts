import { type IsoDate, addDays } from './isoDate';

/**
 * The end of a month that lies nearest to the end of a fiscal period: fiscal quarters of 13 weeks end some days before or after
 * it, and vendors date them by it. So two documents that date one period otherwise are found to mean the same.
 */
export function fiscalMonth(periodEnd: IsoDate): IsoDate {
  const within = addDays(periodEnd, -15);
  const firstOfNext = addDays(`${within.slice(0, 7)}-01` as IsoDate, 31).slice(0, 7);
  return addDays(`${firstOfNext}-01` as IsoDate, -1);
}
