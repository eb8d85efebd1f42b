import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { reportsBetween } from '../../store/reads/estimates';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged } from '../planner/declare';
import { Page } from '../planner/Page';
import { EarningsEstimateConnection } from './connectionTypes';
import { refuseUnordered } from './refuseUnordered';
import { Standing } from './Standing';

@ArgsType()
class CalendarArguments extends Page {
  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day; the knowledge date where left out.' })
  readonly from?: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The last day; the last known where left out.' })
  readonly to?: IsoDate | null;
}

@Resolver()
export class EarningsCalendar {
  @Query(() => EarningsEstimateConnection, {
    nullable: true,
    description:
      'The earnings reports that came or were expected from one day to another, as known at the knowledge date, in the order of days and tickers. A company that has two tickers stands here with each.',
  })
  @Paged({ cap: 1_000 })
  earningsCalendar(@Args(() => CalendarArguments) page: CalendarArguments, @Args(() => Standing) _: Standing, @Ctx() { at }: Planning): Connection {
    const { from = null, to = null } = page;
    refuseUnordered(from, to, 'a day not before');
    return new Connection(reportsBetween(from ?? at.asOf, to, at), [REPORT_ON, LISTING, 'period_month'], page, [from, to]);
  }
}

const REPORT_ON = { name: 'report_on', pgType: 'date', descending: false } as const;
const LISTING = { name: 'listing', pgType: 'text', descending: false } as const;
