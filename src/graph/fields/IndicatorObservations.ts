import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Print } from '../../domain/indicators/Print';
import { Transform } from '../../domain/indicators/transforms/Transform';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Indicator } from '../../store/entities/Indicator';
import { indicatorObservations, latestTold, unitSql } from '../../store/reads/indicatorObservations';
import { revisionsOf } from '../../store/reads/revisions';
import { vintagesOf } from '../../store/reads/vintages';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { ObservationConnection, VintageConnection } from './connectionTypes';
import { Observation } from './Observation';
import { ObservationArguments } from './ObservationArguments';
import { ObservationRevision } from './ObservationRevision';
import { ObservationSeries } from './ObservationSeries';
import { refuseUnordered } from './refuseUnordered';

/** What is known of an indicator's periods. */
@Resolver(() => Indicator)
export class IndicatorObservations {
  @FieldResolver(() => ObservationConnection, {
    description:
      'Its periods as known at the knowledge date, the oldest first: `last: 12` gives the newest twelve. A week, month or quarter of which no survey was taken is there without a value.',
  })
  @Paged({ cap: 3_000 })
  observations(@Root() indicator: Row<Indicator>, @Ctx() { at }: Planning, @Args(() => ObservationArguments) page: ObservationArguments): Connection {
    const { from = null, to = null, transform, print } = page;
    refuseUnordered(from, to, 'a day not before');
    return new Connection(indicatorObservations(indicator, { from, to, transform, print }, at), [OBSERVED_ON], page, [from, to, transform, print]);
  }

  @FieldResolver(() => ObservationSeries, { description: 'The same periods as lists: whole, however many, and several times smaller than `observations`.' })
  series(
    @Root() indicator: Row<Indicator>,
    @Ctx() { at }: Planning,
    @Arg('transform', () => Transform, { defaultValue: Transform.LEVEL, description: 'What to tell of each period.' }) transform: Transform,
    @Arg('print', () => Print, { defaultValue: Print.AS_OF, description: 'Which version of each period.' }) print: Print,
    @Arg('from', () => IsoDateScalar, { nullable: true, description: 'Only periods dated on this day or later.' }) from?: IsoDate | null,
    @Arg('to', () => IsoDateScalar, { nullable: true, description: 'Only periods dated on this day or before.' }) to?: IsoDate | null,
  ): Sql {
    refuseUnordered(from, to, 'a day not before');
    const asked = { from: from ?? null, to: to ?? null, transform, print };
    return sql`
      SELECT ${transform}::text AS transform, ${print}::text AS print, ${unitSql(indicator.unit, transform)} AS unit, coalesce(array_agg(o.observed_on ORDER BY o.observed_on), '{}') AS dates,
        coalesce(array_agg(o.value ORDER BY o.observed_on), '{}') AS values, coalesce(array_agg(o.known_on ORDER BY o.observed_on), '{}') AS known_on
      FROM (${indicatorObservations(indicator, asked, at)}) o`;
  }

  @FieldResolver(() => Observation, { nullable: true, description: 'The newest period of which a value was known at the knowledge date; null where there is none.' })
  latest(
    @Root() indicator: Row<Indicator>,
    @Ctx() { at }: Planning,
    @Arg('transform', () => Transform, { defaultValue: Transform.LEVEL, description: 'What to tell of it.' }) transform: Transform,
  ): Sql {
    return latestTold(indicator, transform, at);
  }

  @FieldResolver(() => [ObservationRevision], { description: 'Every version of one period that was known by the knowledge date, the first one first; empty of a period that it does not have.' })
  @Sized({ size: 10 })
  revisions(
    @Root() { code }: Row<Indicator>,
    @Ctx() { at }: Planning,
    @Arg('of', () => IsoDateScalar, { description: 'The period, by its date at FRED: the first day of a month or quarter, the last of a week.' }) of: IsoDate,
  ): Sql {
    return revisionsOf(code, of, at);
  }

  @FieldResolver(() => VintageConnection, { description: 'Its vintages known at the knowledge date, the newest first.' })
  @Paged({ cap: 1_000 })
  vintages(@Root() { code }: Row<Indicator>, @Ctx() { at }: Planning, @Args(() => Page) page: Page): Connection {
    return new Connection(vintagesOf(code, at), ['known_on desc', 'place desc'], page, []);
  }
}

const OBSERVED_ON = { name: 'observed_on', pgType: 'date', descending: false } as const;
