import { Field, Float, ObjectType } from 'type-graphql';
import { Print } from '../../domain/indicators/Print';
import { Transform } from '../../domain/indicators/transforms/Transform';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Sized } from '../planner/declare';

/** How many periods a series counts for: months since the war, and some years of days. */
const PERIODS = 1_000;

@ObjectType({ simpleResolvers: true, description: 'What is told of the periods of an indicator, as lists of one length, the oldest period first.' })
export class ObservationSeries {
  @Field(() => Transform, { description: 'What is told.' })
  transform!: Transform;

  @Field(() => Print, { description: 'Which version of each period it is told from.' })
  print!: Print;

  @Field(() => String, { nullable: true, description: 'Of the values; null where only a file names the indicator.' })
  unit!: string | null;

  @Field(() => [IsoDateScalar], { description: 'The periods, each by its date at FRED.' })
  @Sized({ size: PERIODS })
  dates!: IsoDate[];

  @Field(() => [Float], { nullable: 'items', description: 'The value of each period, in `unit`; null where it has none. `observations` says why.' })
  @Sized({ size: PERIODS })
  values!: (number | null)[];

  @Field(() => [IsoDateScalar], { description: 'Since when the published value of each period is known.' })
  @Sized({ size: PERIODS })
  knownOn!: IsoDate[];
}
