import { CLOSE_STANDS } from '../../domain/closes';
import type { IsoDate } from '../../domain/isoDate';
import type { MarketValue, Quarter, Report } from '../Facts';
import type { MissingReason } from '../../domain/MissingReason';
import { FRESH } from '../measures/quarters';
import type { Companies, CompaniesInReach, Input, NeedOf } from './Input';

const nameOf = ({ of }: { readonly of: Companies }): string => ('basket' in of ? of.basket : 'fund' in of ? of.fund : of.ciks.join());

/** A company's quarters by its number, in the order of their ends. */
export type QuartersOf = (cik: string) => readonly Quarter[];

/** What companies earned in their quarters. That of one company may be lacking: who asks sees that none is there. */
export const quarters = (seen: CompaniesInReach): Input<QuartersOf> => ({
  need: { kind: 'quarters', ...seen },
  name: `earnings of ${nameOf(seen)}`,
  maxAge: FRESH,
  read: ({ facts }) => ({ value: (cik) => facts.quarters(cik, seen.days) }),
});

/** What was expected and reported of a company's quarters by its number, in the order of their months. */
export type ReportsOf = (cik: string) => readonly Report[];

/** What analysts expected of companies' quarters, and what they reported. */
export const reports = (seen: CompaniesInReach): Input<ReportsOf> => ({
  need: { kind: 'reports', ...seen },
  name: `estimates of ${nameOf(seen)}`,
  maxAge: FRESH,
  read: ({ facts }) => ({ value: (cik) => facts.reports(cik, seen.days) }),
});

/** What a company was worth on a day, or why that cannot be told. */
export type WorthOn = (cik: string, on: IsoDate) => MarketValue | MissingReason;

/** What companies are worth at the market, on the sessions that are named. */
export const marketValues = (seen: Omit<NeedOf<'marketValue'>, 'kind'>): Input<WorthOn> => ({
  need: { kind: 'marketValue', ...seen },
  name: `market values of ${nameOf(seen)}`,
  maxAge: CLOSE_STANDS,
  read: ({ facts }) => ({ value: (cik, on) => facts.marketValue(cik, on) }),
});
