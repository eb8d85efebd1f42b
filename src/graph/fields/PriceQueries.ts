import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { InvalidInput } from '../../domain/errors';
import { namedListings } from '../../store/reads/listings';
import { closesOf } from '../../store/reads/prices';
import { Column, type Sql } from '../../store/sql';
import type { Planning } from '../context';
import { PriceArguments } from './PriceArguments';
import { Prices } from './Prices';
import { Standing } from './Standing';

/** Most symbols that `prices` takes. */
const MOST = 100;

@Resolver()
export class PriceQueries {
  @Query(() => [Prices], {
    nullable: true,
    description: 'The closes of what bears each ticker at the knowledge date, in the order asked; without values where none are known. At most 100 symbols.',
  })
  prices(
    @Arg('symbols', () => [String], { description: 'Tickers, upper case; an index has a caret: `^RUT`.' }) symbols: string[],
    @Args(() => PriceArguments) asked: PriceArguments,
    @Args(() => Standing) _: Standing,
    @Ctx() { at }: Planning,
  ): Sql {
    if (symbols.length > MOST) throw new InvalidInput(`'symbols' holds ${symbols.length} tickers: expected at most ${MOST}.`);
    if (at.asOf instanceof Column) throw new TypeError('A root field stands on one day.');
    return closesOf(namedListings(symbols, at.asOf), PriceArguments.window(asked), at);
  }
}
