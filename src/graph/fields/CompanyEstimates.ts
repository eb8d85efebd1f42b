import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Company } from '../../store/entities/Company';
import { EarningsEstimate } from '../../store/entities/EarningsEstimate';
import { estimatesOf, nextReportOf } from '../../store/reads/estimates';
import { isWithin } from '../../store/reads/isWithin';
import { type Row, type Sql, raw, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged } from '../planner/declare';
import { Page } from '../planner/Page';
import { EarningsEstimateConnection } from './connectionTypes';
import { refuseUnordered } from './refuseUnordered';

@ArgsType()
class EstimateArguments extends Page {
  @Field(() => IsoDateScalar, { nullable: true, description: 'Only periods that end on this day or later, by the end of the nearest month.' })
  readonly from?: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'Only periods that end on this day or before, by the end of the nearest month.' })
  readonly to?: IsoDate | null;
}

/** What is expected of a company, and when it is to report. */
@Resolver(() => Company)
export class CompanyEstimates {
  @FieldResolver(() => EarningsEstimateConnection, {
    description: 'What was expected of its quarters and what was reported, as known at the knowledge date, the oldest period first: `last: 4` gives the newest four.',
  })
  @Paged({ cap: 400 })
  estimates(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning, @Args(() => EstimateArguments) page: EstimateArguments): Connection {
    const { from = null, to = null } = page;
    refuseUnordered(from, to, 'a day not before');
    const rows = sql`
      SELECT * FROM (${estimatesOf(cik, at)}) e
      WHERE ${isWithin(raw('e.period_month'), from, to)}`;
    return new Connection(rows, ['period_month'], page, [from, to]);
  }

  @FieldResolver(() => EarningsEstimate, {
    nullable: true,
    description: 'Its next report: the first that was expected on the knowledge date or later and was not out by then; null where none is known of.',
  })
  nextReport(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning): Sql {
    return nextReportOf(cik, at);
  }
}
