import { Arg, Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Theme } from '../../domain/indicators/Theme';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Indicator } from '../../store/entities/Indicator';
import { indicatorByCode, indicatorsOn } from '../../store/reads/indicators';
import { indicatorsNear } from '../../store/reads/near';
import { recessionsAt } from '../../store/reads/recessions';
import type { Sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection, Lookup } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { IndicatorConnection } from './connectionTypes';
import { Standing } from './Standing';

@ArgsType()
class IndicatorsArguments extends Page {
  @Field(() => Theme, { nullable: true, description: 'Only what tells of this; all where left out.' })
  readonly theme?: Theme | null;
}

@ObjectType({ simpleResolvers: true, description: "A recession of the United States, as NBER's committee dates it: from the month after the peak to the month of the trough." })
class Recession {
  @Field(() => IsoDateScalar, { description: 'The first day of its first month, the one after the peak.' })
  startedOn!: IsoDate;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day of its last month, that of the trough; null of one that was not known to be over.' })
  endedOn!: IsoDate | null;

  @Field(() => Int, { description: 'How many of its months are known.' })
  months!: number;

  @Field(() => IsoDateScalar, { description: 'The first day on which its first month was known to be one of recession.' })
  knownOn!: IsoDate;
}

@Resolver()
export class IndicatorQueries {
  @Query(() => Indicator, { nullable: true, description: 'The macroeconomic series with a code; null and NOT_FOUND if there is none.' })
  indicator(@Arg('code', () => String, { description: 'Its id at FRED, in any case: `UNRATE`.' }) code: string, @Args(() => Standing) _: Standing): Lookup {
    return new Lookup(indicatorByCode(code.toUpperCase()), 'indicator', code, indicatorsNear(code));
  }

  @Query(() => IndicatorConnection, { nullable: true, description: 'Macroeconomic series, in the order of their codes.' })
  @Paged({ cap: 100 })
  indicators(@Args(() => IndicatorsArguments) page: IndicatorsArguments, @Args(() => Standing) _: Standing): Connection {
    return new Connection(indicatorsOn(page.theme ?? null), ['code'], page, [page.theme]);
  }

  @Query(() => [Recession], { nullable: true, description: 'The recessions known at the knowledge date (`USREC`), the first one first; empty where that series is not loaded.' })
  @Sized({ size: 40 })
  recessions(@Args(() => Standing) _: Standing, @Ctx() { at }: Planning): Sql {
    return recessionsAt(at);
  }
}
