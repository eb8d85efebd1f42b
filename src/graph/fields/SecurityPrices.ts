import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CorporateAction } from '../../store/entities/CorporateAction';
import { Security } from '../../store/entities/Security';
import { actionsInOrder } from '../../store/reads/corporateActions';
import { listingsOfSecurity } from '../../store/reads/listings';
import { pricesOf, totalReturnOf } from '../../store/reads/prices';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { PriceArguments, ReturnArguments, Window } from './PriceArguments';
import { Prices } from './Prices';
import { refuseUnordered } from './refuseUnordered';
import { BuyAndHoldReturn } from './BuyAndHoldReturn';

/** What a security was traded at. */
@Resolver(() => Security)
export class SecurityPrices {
  @FieldResolver(() => Prices, { description: 'Its closes over a window, as known at the knowledge date.' })
  prices(@Root() { serial, symbol }: Row<Security>, @Ctx() { at }: Planning, @Args(() => PriceArguments) asked: PriceArguments): Sql {
    return pricesOf(sql`${symbol}`, listingsOfSecurity(serial), PriceArguments.window(asked), at);
  }

  @FieldResolver(() => BuyAndHoldReturn, { description: 'What came of holding it from the close of one day to that of another.' })
  returns(@Root() { serial, symbol }: Row<Security>, @Ctx() { at }: Planning, @Args(() => ReturnArguments) { from, to }: ReturnArguments): Sql {
    refuseUnordered(from, to, 'a day not before');
    return totalReturnOf(sql`${symbol}`, listingsOfSecurity(serial), from, to ?? at.asOf, at);
  }

  @FieldResolver(() => [CorporateAction], { description: 'Its splits, dividends and delisting after `from` and up to `to`, the newest first.' })
  @Sized({ size: 100 })
  corporateActions(@Root() { serial }: Row<Security>, @Ctx() { at }: Planning, @Args(() => Window) { from = null, to = null }: Window): Sql {
    refuseUnordered(from, to, 'a day not before');
    return actionsInOrder(listingsOfSecurity(serial), from, to, at);
  }
}
