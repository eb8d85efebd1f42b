import type { IsoDate } from '../../domain/isoDate';
import { ageOn } from '../ageOn';
import type { Member } from '../Facts';
import type { QuartersOf } from '../inputs/companies';
import { MissingReason } from '../../domain/MissingReason';
import type { Lack } from '../Lack';
import { FRESH } from './quarters';

/** Why a member's market value on a day cannot be told, in words. */
const UNPRICED: Readonly<Partial<Record<MissingReason, (symbol: string, day: IsoDate) => string>>> = {
  ADJUSTED_PRICE_ONLY: (symbol) => `only adjusted closes of ${symbol} were known, and none as it was traded`,
  STALE: (symbol, day) => `no close of ${symbol} of the ten days to ${day} was known`,
  SHARE_CLASSES_DIFFER: (symbol, day) => `closes of the classes of ${symbol} were over a quarter apart by ${day}`,
  NOT_REPORTED: (symbol, day) => `no count of the shares of ${symbol} was known by ${day} that is at most 430 days old`,
};

export const worthLack = ({ symbol }: Member, day: IsoDate, reason: MissingReason): Lack => ({
  input: `market value of ${symbol}`,
  reason,
  text: UNPRICED[reason]?.(symbol, day) ?? `no close of ${symbol} by ${day} was known`,
});

/** Why a figure cannot be told of a member's quarters; `figure` as in `net income of four quarters`. */
export function memberLack({ symbol, cik }: Member, quartersOf: QuartersOf, day: IsoDate, figure: string): Lack {
  const lack = (reason: MissingReason, text: string): Lack => ({ input: `earnings of ${symbol}`, reason, text });
  if (cik === null) return lack(MissingReason.NOT_KNOWN_YET, `no company that reports to the SEC was found for ${symbol}`);
  const newest = quartersOf(cik).at(-1);
  if (newest === undefined) return lack(MissingReason.NOT_KNOWN_YET, `no earnings of ${symbol} were known`);
  const age = ageOn(day, newest.observedOn);
  if (age > FRESH) return lack(MissingReason.STALE, `the newest quarter of ${symbol} is of ${newest.observedOn}, ${age} days before, and may be at most ${FRESH}`);
  return lack(MissingReason.INSUFFICIENT_HISTORY, `${figure} to ${newest.observedOn} was not known of ${symbol}`);
}
