import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { PerformanceMeasure } from '../../domain/closes';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { ExpenseRatio } from '../../store/entities/ExpenseRatio';
import { Fund } from '../../store/entities/Fund';
import { Valuation } from '../../store/entities/Valuation';
import { expenseRatioAt } from '../../store/reads/expenseRatios';
import { flowsOf } from '../../store/reads/flows';
import { etfsNear } from '../../store/reads/near';
import { relativePerformance } from '../../store/reads/relativePerformances';
import { netAssetsAt, valuationAt, valuationsInOrder } from '../../store/reads/valuations';
import type { Row, Sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection, Lookup } from '../planner/answers';
import { Paged } from '../planner/declare';
import { Page } from '../planner/Page';
import { ValuationConnection } from './connectionTypes';
import { Flows } from './Flows';
import { refuseUnordered } from './refuseUnordered';
import { RelativePerformance } from './RelativePerformance';

@ArgsType()
class ValuationArguments extends Page {
  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day; the first known where left out.' })
  readonly from?: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The last day; the last known where left out.' })
  readonly to?: IsoDate | null;
}

/** What a fund is worth and charges. */
@Resolver(() => Fund)
export class EtfValuations {
  @FieldResolver(() => ExpenseRatio, { nullable: true, description: 'What it charges on the knowledge date; null where no source at hand says.' })
  expenseRatio(@Root() { symbol }: Row<Fund>, @Ctx() { at }: Planning): Sql {
    return expenseRatioAt(symbol, at);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "NAV times shares outstanding on the newest day of which both are known at the knowledge date, in the fund's currency; null where there is none.",
  })
  netAssets(@Root() { symbol }: Row<Fund>, @Ctx() { at }: Planning): Sql {
    return netAssetsAt(symbol, at);
  }

  @FieldResolver(() => Valuation, { nullable: true, description: 'What it was worth on the newest day known at the knowledge date, or on the day `on`; null where that is not known.' })
  valuation(
    @Root() { symbol }: Row<Fund>,
    @Ctx() { at }: Planning,
    @Arg('on', () => IsoDateScalar, { nullable: true, description: 'The day that it is about.' }) on?: IsoDate | null,
  ): Sql {
    return valuationAt(symbol, at, on ?? null);
  }

  @FieldResolver(() => ValuationConnection, { description: 'What it was worth on each day known at the knowledge date, the newest first.' })
  @Paged({ cap: 1_000 })
  valuations(@Root() { symbol }: Row<Fund>, @Ctx() { at }: Planning, @Args(() => ValuationArguments) page: ValuationArguments): Connection {
    const { from = null, to = null } = page;
    refuseUnordered(from, to, 'a day not before');
    return new Connection(valuationsInOrder(symbol, at, from, to), ['observed_on desc'], page, [from, to]);
  }

  @FieldResolver(() => Flows, { description: 'Money that went in less what went out after the day `from` up to the day `to`.' })
  flows(
    @Root() { symbol }: Row<Fund>,
    @Ctx() { at }: Planning,
    @Arg('from', () => IsoDateScalar, { description: 'The day after which flows are counted.' }) from: IsoDate,
    @Arg('to', () => IsoDateScalar, { nullable: true, description: 'The day up to which flows are counted; the knowledge date where left out.' })
    to?: IsoDate | null,
  ): Sql {
    refuseUnordered(from, to, 'a day not before');
    return flowsOf(symbol, at, from, to ?? at.asOf);
  }

  @FieldResolver(() => RelativePerformance, {
    nullable: true,
    description: 'How it did against another fund, from the day `from` to the day `to`; null and NOT_FOUND if there is no such fund.',
  })
  relativeTo(
    @Root() { symbol }: Row<Fund>,
    @Ctx() { at }: Planning,
    @Arg('other', () => String, { description: "The other fund's ticker, upper case." }) other: string,
    @Arg('from', () => IsoDateScalar, { description: 'The first day.' }) from: IsoDate,
    @Arg('to', () => IsoDateScalar, { nullable: true, description: 'The last day; the knowledge date where left out.' }) to?: IsoDate | null,
    @Arg('by', () => PerformanceMeasure, { defaultValue: PerformanceMeasure.NAV, description: 'By what the two are held against each other.' })
    by: PerformanceMeasure = PerformanceMeasure.NAV,
  ): Lookup {
    refuseUnordered(from, to, 'a day not before');
    return new Lookup(relativePerformance(symbol, other, by, at, from, to ?? at.asOf), 'ETF', other, etfsNear(other));
  }
}
