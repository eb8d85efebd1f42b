import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { EarningsPeriod } from '../../domain/earnings/EarningsState';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Company } from '../../store/entities/Company';
import { ShareSplit } from '../../store/entities/ShareSplit';
import { suspectFacts } from '../../store/reads/companyFacts';
import { earningsOf } from '../../store/reads/earnings';
import { sharesOutstandingAt, splitsOf } from '../../store/reads/shareCounts';
import { type Row, type Sql, raw, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { CompanyFactConnection, EarningsConnection } from './connectionTypes';
import { Fundamental, FundamentalSeries, fundamentalColumns } from './FundamentalSeries';
import { refuseUnordered } from './refuseUnordered';
import { SharesOutstanding } from './SharesOutstanding';

@ArgsType()
class EarningsArguments extends Page {
  @Field(() => EarningsPeriod, {
    defaultValue: EarningsPeriod.QUARTER,
    description: 'Which kind of period. Transitions stand among the quarters, so that none is lacking.',
  })
  readonly period!: EarningsPeriod;

  @Field(() => IsoDateScalar, { nullable: true, description: 'Only periods that end on this day or later.' })
  readonly from?: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'Only periods that end on this day or before.' })
  readonly to?: IsoDate | null;
}

/** What a company's filings say that it earned, and of how many shares. */
@Resolver(() => Company)
export class CompanyEarnings {
  @FieldResolver(() => EarningsConnection, { description: 'Its earnings as known at the knowledge date, the oldest period first: `last: 8` gives the newest eight.' })
  @Paged({ cap: 400 })
  earnings(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning, @Args(() => EarningsArguments) page: EarningsArguments): Connection {
    const { period, from = null, to = null } = page;
    refuseUnordered(from, to, 'a day not before');
    return new Connection(earningsOf(cik, { period, from, to }, at), ['observed_on', 'period'], page, [period, from, to]);
  }

  @FieldResolver(() => FundamentalSeries, { description: 'One figure of each period as lists, as known at the knowledge date.' })
  fundamentals(
    @Root() { cik }: Row<Company>,
    @Ctx() { at }: Planning,
    @Arg('concept', () => Fundamental, { description: 'Which figure.' }) concept: Fundamental,
    @Arg('period', () => EarningsPeriod, { defaultValue: EarningsPeriod.QUARTER, description: 'Which kind of period; transitions stand among the quarters.' })
    period: EarningsPeriod,
    @Arg('from', () => IsoDateScalar, { nullable: true, description: 'Only periods that end on this day or later.' }) from?: IsoDate | null,
    @Arg('to', () => IsoDateScalar, { nullable: true, description: 'Only periods that end on this day or before.' }) to?: IsoDate | null,
  ): Sql {
    refuseUnordered(from, to, 'a day not before');
    const column = raw(fundamentalColumns[concept]);
    return sql`
      SELECT ${concept}::text AS concept, coalesce(array_agg(observed_on ORDER BY observed_on), '{}') AS dates,
        coalesce(array_agg(${column} ORDER BY observed_on), '{}') AS values, coalesce(array_agg(known_on ORDER BY observed_on), '{}') AS known_on
      FROM (${earningsOf(cik, { period, from: from ?? null, to: to ?? null }, at)}) e WHERE ${column} IS NOT NULL`;
  }

  @FieldResolver(() => SharesOutstanding, { nullable: true, description: 'How many of its shares there are, as known at the knowledge date; null where no filing says.' })
  sharesOutstanding(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning): Sql {
    return sharesOutstandingAt(cik, at);
  }

  @FieldResolver(() => [ShareSplit], { description: 'The splits of its shares that its filings had shown by the knowledge date, the first one first.' })
  @Sized({ size: 4 })
  splits(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning): Sql {
    return splitsOf(cik, at);
  }

  @FieldResolver(() => CompanyFactConnection, {
    description:
      'Figures that one filing gave otherwise than the filings before it, and a later one gave as before again, all known at the knowledge date: errors of the filer, as far as the filings alone show them.',
  })
  @Paged({ cap: 100 })
  suspectFacts(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning, @Args(() => Page) page: Page): Connection {
    return new Connection(suspectFacts(cik, at), ['known_on', 'concept', 'observed_on', 'start_on', 'accession', 'value'], page, []);
  }
}
