import type { IsoDate } from '../../domain/isoDate';
import type { MarketValue } from '../Facts';
import type { LackReason } from '../Lack';
import type { CompaniesInReach, Input } from './Input';

/** What each of some companies was worth at the market on a day of those before, or why that cannot be told. */
export const marketValues = (of: CompaniesInReach['of'], days: number): Input<(cik: string, on: IsoDate) => MarketValue | LackReason> => ({
  need: { kind: 'marketValue', of, days },
  name: `market values of ${'basket' in of ? of.basket : of.fund}`,
  maxAge: null,
  read: ({ facts }) => ({ value: (cik, on) => facts.marketValue(cik, on) }),
});
